package org.apricotdesk.desk.dashboard;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Period;
import org.apricotdesk.desk.web.Speech;
import org.jspecify.annotations.Nullable;

/// How much time is looked at.
public enum Span {
  WEEK,
  MONTH,
  YEAR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Span> of(String code) {
    for (var span : values()) if (span.code().equals(code)) return Optional.of(span);
    return Optional.empty();
  }

  /// The first day of the one that holds this day.
  LocalDate first(LocalDate day) {
    return switch (this) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /// The day somebody typed; today, where that is none or lies ahead.
  static LocalDate day(@Nullable String typed, LocalDate today) {
    try {
      var day = typed == null ? today : LocalDate.parse(typed);
      return day.isAfter(today) || day.getYear() < 2000 ? today : day;
    } catch (DateTimeException _) {
      return today;
    }
  }

  /// The one that begins on that day, in words.
  String name(LocalDate first, Speech speech) {
    var pattern = DateTimeFormatter.ofPattern(speech.say("span." + code()), speech.locale());
    var begins = pattern.format(first);
    return this == WEEK ? begins + " – " + pattern.format(first.plusDays(6)) : begins;
  }

  LocalDate next(LocalDate first) {
    return switch (this) {
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
      case YEAR -> first.plusYears(1);
    };
  }

  LocalDate before(LocalDate first) {
    return first(first.minusDays(1));
  }

  /// The days of it, or the months of a year.
  List<String> steps(LocalDate first) {
    return this == YEAR
        ? first
            .datesUntil(next(first), java.time.Period.ofMonths(1))
            .map(day -> day.toString().substring(0, 7))
            .toList()
        : first.datesUntil(next(first)).map(LocalDate::toString).toList();
  }

  Period period(LocalDate first, ZoneId zone) {
    return new Period(
        first.atStartOfDay(zone).toInstant(), next(first).atStartOfDay(zone).toInstant());
  }
}
