package org.apricotdesk.desk.brief;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.apricotdesk.desk.indicator.Period;

/// The days a brief is about, both ends included.
public record Days(LocalDate first, LocalDate last) {
  private static final int LONGEST = 400;

  public Days {
    if (last.isBefore(first)) throw new IllegalArgumentException(last + " is before " + first);
    if (first.plusDays(LONGEST).isBefore(last))
      throw new IllegalArgumentException("more than " + LONGEST + " days");
  }

  public static Days month(LocalDate any) {
    return new Days(any.withDayOfMonth(1), any.withDayOfMonth(any.lengthOfMonth()));
  }

  /// What it is compared with: the months before whole months, else as many days before.
  Days before() {
    var next = last.plusDays(1);
    if (first.getDayOfMonth() == 1 && next.getDayOfMonth() == 1)
      return new Days(
          first.minusMonths(ChronoUnit.MONTHS.between(first, next)), first.minusDays(1));
    return new Days(first.minusDays(ChronoUnit.DAYS.between(first, next)), first.minusDays(1));
  }

  Period period(ZoneId zone) {
    return new Period(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
