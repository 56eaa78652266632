package org.apricotdesk.bot.dialogue;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a time out of a sentence: "明天下午3点半", "15:00", "周五 10:30".
final class Dates {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<day>今天|明天|后天|(?:下?周|星期)[一二三四五六日天])?\\s*(?<part>早上|上午|中午|下午|晚上)?\\s*"
              + "(?:(?<hour>\\d\\d?)(?:[:：](?<minute>\\d\\d)|点(?<half>半)?(?:(?<past>\\d\\d?)分?)?))");
  private static final String WEEK = "一二三四五六日";

  private final Clock clock;
  private final ZoneId zone;

  Dates(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /// The first time named; empty if there is none that exists.
  Optional<Instant> in(String text) {
    var matcher = TIME.matcher(text);
    return matcher.find() ? read(matcher) : Optional.empty();
  }

  /// The sentence without the time.
  static String without(String text) {
    return TIME.matcher(text).replaceFirst("").strip();
  }

  private Optional<Instant> read(Matcher matcher) {
    var hour = Integer.parseInt(matcher.group("hour"));
    var part = matcher.group("part");
    if (part != null && (part.equals("下午") || part.equals("晚上")) && hour < 12) {
      hour += 12;
    }
    var minute = minute(matcher);
    if (hour > 23 || minute > 59) {
      return Optional.empty();
    }
    var day = day(matcher.group("day"));
    return Optional.of(day.atTime(LocalTime.of(hour, minute)).atZone(zone).toInstant());
  }

  private static int minute(Matcher matcher) {
    if (matcher.group("half") != null) {
      return 30;
    }
    var digits = matcher.group("minute") == null ? matcher.group("past") : matcher.group("minute");
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private LocalDate day(String named) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    if (named == null || named.equals("今天")) {
      return today;
    }
    return switch (named) {
      case "明天" -> today.plusDays(1);
      case "后天" -> today.plusDays(2);
      default -> weekday(today, named);
    };
  }

  private static LocalDate weekday(LocalDate today, String named) {
    var letter = named.substring(named.length() - 1).replace('天', '日');
    var weekday = DayOfWeek.of(WEEK.indexOf(letter) + 1);
    if (!named.startsWith("下")) {
      return today.with(TemporalAdjusters.nextOrSame(weekday));
    }
    var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return monday.with(TemporalAdjusters.nextOrSame(weekday));
  }
}
