package org.apricotdesk.deploy.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.apricotdesk.config.time.AdjustableClock;

/// The demonstration's time. It begins in working hours, when somebody is on duty to answer, and
/// never before the time an earlier demonstration on the same data had reached.
final class DemoClock implements AutoCloseable {
  private static final ZoneId HOSPITAL = ZoneId.of("Asia/Shanghai");
  private static final LocalTime OPENS = LocalTime.of(8, 0);
  private static final LocalTime CLOSES = LocalTime.of(16, 30);
  private static final LocalTime MORNING = LocalTime.of(9, 30);

  private final AdjustableClock clock = AdjustableClock.running();
  private final Path file;

  private DemoClock(Path file) {
    this.file = file;
  }

  static DemoClock of(Path folder) {
    var demo = new DemoClock(folder.resolve("clock"));
    demo.clock.set(beginning(demo.reached(demo.clock.instant())));
    return demo;
  }

  AdjustableClock clock() {
    return clock;
  }

  /// That moment if it is in working hours, else the next working morning.
  static Instant beginning(Instant earliest) {
    var there = earliest.atZone(HOSPITAL);
    var open = !there.toLocalTime().isBefore(OPENS) && there.toLocalTime().isBefore(CLOSES);
    if (isWorkday(there) && open) return earliest;
    var morning = there.with(MORNING);
    while (morning.isBefore(there) || !isWorkday(morning)) morning = morning.plusDays(1);
    return morning.toInstant();
  }

  private static boolean isWorkday(ZonedDateTime day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  private Instant reached(Instant now) {
    try {
      if (!Files.exists(file)) return now;
      var last = Instant.parse(Files.readString(file).strip()).plus(Duration.ofMinutes(1));
      return last.isAfter(now) ? last : now;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.writeString(file, clock.instant().toString());
  }
}
