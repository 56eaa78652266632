package org.apricotdesk.desk.assessment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apricotdesk.desk.indicator.Period;

/// A time for which engineers are assessed.
///
/// @param first its first day
public record Term(Length length, LocalDate first) {
  private static final Pattern CODE = Pattern.compile("(\\d{4})(?:H([12])|Q([1-4])|-(\\d{2}))");

  public Term {
    if (!first.equals(begin(length, first)))
      throw new IllegalArgumentException("no " + length + " begins on " + first);
  }

  public enum Length {
    HALF(6),
    QUARTER(3),
    MONTH(1);

    private final int months;

    Length(int months) {
      this.months = months;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Term holding(Length length, LocalDate day) {
    return new Term(length, begin(length, day));
  }

  private static LocalDate begin(Length length, LocalDate day) {
    return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % length.months);
  }

  /// The one of that code; empty if there is none.
  public static Optional<Term> of(String code) {
    var parts = CODE.matcher(code);
    if (!parts.matches()) return Optional.empty();
    var year = Integer.parseInt(parts.group(1));
    if (parts.group(2) != null) return term(Length.HALF, year, Integer.parseInt(parts.group(2)));
    if (parts.group(3) != null) return term(Length.QUARTER, year, Integer.parseInt(parts.group(3)));
    return term(Length.MONTH, year, Integer.parseInt(parts.group(4)));
  }

  private static Optional<Term> term(Length length, int year, int number) {
    try {
      var month = (number - 1) * length.months + 1;
      return Optional.of(new Term(length, LocalDate.of(year, month, 1)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Such as `2026H1`, `2026Q2` or `2026-05`.
  public String code() {
    return switch (length) {
      case HALF -> first.getYear() + "H" + number();
      case QUARTER -> first.getYear() + "Q" + number();
      case MONTH -> first.toString().substring(0, 7);
    };
  }

  /// Which of its year it is, from 1.
  public int number() {
    return (first.getMonthValue() - 1) / length.months + 1;
  }

  public Term before() {
    return new Term(length, first.minusMonths(length.months));
  }

  public Term next() {
    return new Term(length, end());
  }

  /// The day after its last.
  public LocalDate end() {
    return first.plusMonths(length.months);
  }

  public Period period(ZoneId zone) {
    return new Period(first.atStartOfDay(zone).toInstant(), end().atStartOfDay(zone).toInstant());
  }
}
