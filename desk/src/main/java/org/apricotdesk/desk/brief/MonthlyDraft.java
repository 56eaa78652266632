package org.apricotdesk.desk.brief;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.apricotdesk.desk.staff.PersonId;

/// Brings the draft of the month on the first working day of the next, and looks once a day whether
/// a number that was published would be another now: then it drafts the correction.
public final class MonthlyDraft implements IntSupplier {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /// How long the numbers of a published brief are looked after.
  private static final Duration CARE = Duration.ofDays(62);

  private final Briefs briefs;
  private final Predicate<LocalDate> worked;
  private final Clock clock;
  private final ZoneId zone;
  private Instant next = Instant.MIN;
  private LocalDate drafted = LocalDate.MIN;
  private LocalDate checked = LocalDate.MIN;

  /// @param worked which days the main campus works
  public MonthlyDraft(Briefs briefs, Predicate<LocalDate> worked, Clock clock, ZoneId zone) {
    this.briefs = briefs;
    this.worked = worked;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public int getAsInt() {
    var now = clock.instant();
    if (now.isBefore(next)) return 0;
    next = now.plus(EVERY);
    var local = now.atZone(zone);
    if (local.toLocalTime().isBefore(MORNING)) return 0;
    return draftMonth(local.toLocalDate()) + correct(local.toLocalDate());
  }

  private int draftMonth(LocalDate today) {
    var first = today.withDayOfMonth(1);
    if (drafted.equals(first) || today.isBefore(firstWorked(first))) return 0;
    drafted = first;
    return briefs.draftMonth(Days.month(first.minusDays(1))).isPresent() ? 1 : 0;
  }

  private LocalDate firstWorked(LocalDate first) {
    var day = first;
    while (!worked.test(day)) day = day.plusDays(1);
    return day;
  }

  private int correct(LocalDate today) {
    if (checked.equals(today)) return 0;
    checked = today;
    var drafted = 0;
    for (var brief : briefs.publishedSince(clock.instant().minus(CARE)))
      if (briefs.correct(brief.id(), PersonId.SYSTEM) instanceof Outcome.Done) drafted++;
    return drafted;
  }
}
