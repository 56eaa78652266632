package org.apricotdesk.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTest {
  @TempDir Path folder;

  @Test
  void at_night_and_on_a_weekend_it_begins_on_the_next_working_morning() {
    var monday = Instant.parse("2026-03-16T01:30:00Z");

    assertThat(DemoClock.beginning(Instant.parse("2026-03-15T18:00:00Z"))).isEqualTo(monday);
    assertThat(DemoClock.beginning(Instant.parse("2026-03-14T04:00:00Z"))).isEqualTo(monday);
    assertThat(DemoClock.beginning(Instant.parse("2026-03-13T10:00:00Z"))).isEqualTo(monday);
  }

  @Test
  void in_working_hours_it_shows_the_real_time() {
    var afternoon = Instant.parse("2026-03-16T06:00:00Z");

    assertThat(DemoClock.beginning(afternoon)).isEqualTo(afternoon);
  }

  @Test
  void it_never_goes_back() throws Exception {
    Instant reached;
    try (var first = DemoClock.of(folder)) {
      first.clock().advance(Duration.ofDays(30));
      reached = first.clock().instant();
    }

    assertThat(DemoClock.of(folder).clock().instant()).isAfter(reached);
  }
}
