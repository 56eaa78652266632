package org.apricotdesk.deploy.bench.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The last days of a month with an outage in them; the whole month is `./apricot bench month`.
@Tag("slow")
class MonthTest {
  @TempDir Path folder;

  @Test
  void every_promise_is_kept_over_the_last_days_of_a_month() {
    var outcome = Month.run(folder, LocalDate.of(2026, 9, 28), 40, _ -> {});

    assertThat(outcome.kept()).as(outcome.text()).isTrue();
  }
}
