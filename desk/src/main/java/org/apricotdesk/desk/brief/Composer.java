package org.apricotdesk.desk.brief;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.brief.Cases.Case;
import org.apricotdesk.desk.brief.Facts.Campus;
import org.apricotdesk.desk.incident.Incident;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Review;
import org.apricotdesk.desk.indicator.Amounts;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Period;

/// Writes the first draft of a brief out of its facts, as Markdown. A section nobody has facts for
/// is left out.
final class Composer {
  private static final int LONG_REST = 3;
  private static final int STEPS = 4;

  /// So many cases are enough for those who have two pages.
  private static final int CASES = 2;

  /// What the department steers itself by.
  private static final Set<Indicator> FOR_THE_DEPARTMENT =
      Set.of(
          Indicator.RESPONSE_P95,
          Indicator.MTTR_MEDIAN,
          Indicator.RATING_RATE,
          Indicator.SYSTEM_FAILURE_RATE,
          Indicator.APPROVAL_MINUTES,
          Indicator.CANCELLED_COUNT,
          Indicator.REDIRECTED_COUNT,
          Indicator.KB_LOOSE_RATE);

  /// What has a section of its own.
  private static final List<Indicator> WORTH =
      List.of(Indicator.EFFICIENCY_GAIN, Indicator.QUALITY_GAIN, Indicator.COST_SAVING);

  private static final Pattern ENDED = Pattern.compile("[。！？.!?]$");

  /// The number an author put before a step.
  private static final Pattern NUMBERED = Pattern.compile("^\\d+[.．、)）](?!\\d)\\s*");

  private final Cases cases;
  private final Incidents incidents;
  private final Deeds deeds;
  private final Tips tips;
  private final Predicate<LocalDate> worked;
  private final Locale locale;
  private final ZoneId zone;
  private final Amounts amounts;
  private final Texts texts = Texts.of(Composer.class);

  /// @param worked which days the main campus works
  Composer(
      Cases cases,
      Incidents incidents,
      Deeds deeds,
      Tips tips,
      Predicate<LocalDate> worked,
      Locale locale,
      ZoneId zone) {
    this.cases = cases;
    this.incidents = incidents;
    this.deeds = deeds;
    this.tips = tips;
    this.worked = worked;
    this.locale = locale;
    this.zone = zone;
    this.amounts = new Amounts(locale);
  }

  String title(Kind kind, Days days) {
    return say("title." + kind.code(), date(days.first()), date(days.last()), month(days.first()));
  }

  String body(Kind kind, Days days, Facts facts) {
    var parts = kind == Kind.LEADERSHIP ? forLeadership(days, facts) : forAll(kind, days, facts);
    return String.join("\n\n", parts) + "\n";
  }

  /// Conclusions first, then what they rest on; two pages at most, so without the pictures of what
  /// was reported. The order is that of domain §18.3.
  private List<String> forLeadership(Days days, Facts facts) {
    var numbers = new NumberWords(texts, locale);
    var parts = new ArrayList<String>();
    var period = days.period(zone);
    var outages = outages(period);
    section(parts, "leaders.headlines", list(headlines(outages, facts, numbers)));
    section(parts, "leaders.numbers", overview(facts, numbers));
    section(parts, "leaders.systems", list(systems(outages, facts)));
    var made = new ArrayList<>(deeds.wishes(period, this::say));
    made.addAll(deeds.rounds(days, period, this::say));
    section(parts, "leaders.wishes", list(made));
    section(parts, "leaders.cases", list(worth(period, facts, numbers)));
    section(parts, "leaders.risks", list(overdue(facts)));
    section(parts, "leaders.next", list(ahead(days)));
    return parts;
  }

  private String overview(Facts facts, NumberWords words) {
    var there =
        facts.numbers().stream()
            .filter(number -> number.value().isPresent())
            .filter(number -> !FOR_THE_DEPARTMENT.contains(number.indicator()))
            .filter(number -> !WORTH.contains(number.indicator()))
            .toList();
    if (there.isEmpty()) return "";
    var parts = new ArrayList<>(List.of(judged(there, words)));
    var campuses = campuses(facts.campuses(), words);
    if (!campuses.isEmpty()) parts.add(campuses);
    parts.add(picture("months"));
    return String.join("\n\n", parts);
  }

  /// What was measured, in a line, and the best cases.
  private List<String> worth(Period period, Facts facts, NumberWords words) {
    var lines = new ArrayList<String>();
    var measured =
        WORTH.stream()
            .flatMap(indicator -> facts.number(indicator).stream())
            .filter(number -> number.value().isPresent())
            .map(number -> words.told(number))
            .collect(joining(say("between")));
    if (!measured.isEmpty()) lines.add(measured + say("stop"));
    cases.best(period).stream().limit(CASES).map(this::line).forEach(lines::add);
    return lines;
  }

  private List<String> headlines(List<Incident> outages, Facts facts, NumberWords words) {
    var headlines = new ArrayList<>(outages.stream().map(this::headline).toList());
    headlines.addAll(new Headlines(words).of(facts));
    return headlines;
  }

  private List<String> forAll(Kind kind, Days days, Facts facts) {
    var numbers = new NumberWords(texts, locale);
    var parts = new ArrayList<String>();
    var outages = outages(days.period(zone));
    section(parts, "headlines", list(headlines(outages, facts, numbers)));
    section(parts, "numbers", numbers(kind, facts, numbers));
    if (kind.isForLeaders()) section(parts, "campuses", campuses(facts.campuses(), numbers));
    section(parts, "systems", list(systems(outages, facts)));
    section(parts, "topics", topics(facts));
    var best = cases.best(days.period(zone)).stream().map(this::line).toList();
    section(parts, "cases", list(best));
    section(parts, "wishes", list(deeds.wishes(days.period(zone), this::say)));
    section(parts, "rounds", list(deeds.rounds(days, days.period(zone), this::say)));
    if (!kind.isForLeaders()) section(parts, "tip", tip(days.period(zone)));
    section(parts, "next", list(next(days, facts)));
    if (!kind.isForLeaders()) parts.add(say("closing"));
    return parts;
  }

  private void section(List<String> parts, String key, String content) {
    if (content.isBlank()) return;
    parts.add("## " + say("section." + key));
    parts.add(content);
  }

  private String numbers(Kind kind, Facts facts, NumberWords words) {
    var there = facts.numbers().stream().filter(number -> number.value().isPresent()).toList();
    if (there.isEmpty()) return "";
    var tables = kind.isForLeaders() ? judged(there, words) : plain(there, words);
    return tables + "\n\n" + picture("days") + "\n\n" + picture("months");
  }

  private String plain(List<Facts.Told> numbers, NumberWords words) {
    var lines = new ArrayList<String>();
    lines.add(say("numbers.head"));
    lines.add("|---|---:|---:|---:|---|");
    numbers.stream()
        .filter(number -> NumberWords.FOR_ALL.contains(number.indicator()))
        .forEach(number -> lines.add(words.row(number)));
    return String.join("\n", lines);
  }

  /// All there is, field by field, and what of it was reached.
  private String judged(List<Facts.Told> numbers, NumberWords words) {
    var tables = new ArrayList<String>();
    for (var field : Indicator.Field.values()) {
      var rows =
          numbers.stream()
              .filter(number -> number.indicator().field() == field && !isIdle(number))
              .map(words::judgedRow)
              .toList();
      if (rows.isEmpty()) continue;
      var head =
          say("numbers.judged", say("field." + field.code())) + "\n|---|---:|---:|---:|---|---|\n";
      tables.add(head + String.join("\n", rows));
    }
    return String.join("\n\n", tables);
  }

  /// Nothing then, nothing now, and nothing that was aimed at.
  private static boolean isIdle(Facts.Told number) {
    return number.indicator().aim().isEmpty()
        && number.value().filter(value -> value.signum() != 0).isEmpty()
        && number.before().filter(value -> value.signum() != 0).isEmpty();
  }

  private String campuses(List<Campus> campuses, NumberWords words) {
    if (campuses.size() < 2) return "";
    var lines = new ArrayList<String>();
    lines.add(say("campuses.head"));
    lines.add("|---|---:|---:|---:|---:|");
    for (var campus : campuses)
      lines.add(
          "| %s | %d | %s | %s | %s |"
              .formatted(
                  campus.name(),
                  campus.count(),
                  words.percent(campus.response()),
                  words.percent(campus.resolution()),
                  words.percent(campus.satisfied())));
    return String.join("\n", lines);
  }

  /// What readers can do themselves.
  private String tip(Period period) {
    return tips.best(period.from(), period.to()).map(this::told).orElse("");
  }

  private String told(Tips.Tip tip) {
    var lines = new ArrayList<String>();
    lines.add(say("tip.title", Markdown.plain(tip.title()), tip.people()));
    lines.add("");
    tip.steps().stream()
        .limit(STEPS)
        .map(step -> NUMBERED.matcher(step).replaceFirst(""))
        .forEach(step -> lines.add("1. " + Markdown.plain(step)));
    return String.join("\n", lines);
  }

  private List<Incident> outages(Period period) {
    return incidents.declared(period.from(), period.to());
  }

  /// A major incident is always told, however well the rest went.
  private String headline(Incident outage) {
    return say(
        "headline.outage",
        say("outage.level." + outage.level().orElse(Level.B)),
        Markdown.plain(outage.title()),
        minutes(outage));
  }

  private List<String> systems(List<Incident> outages, Facts facts) {
    var lines = new ArrayList<>(outages.stream().map(this::told).toList());
    facts
        .lowest()
        .map(one -> say("systems.lowest", one.system(), one.availability().toPlainString()))
        .ifPresent(lines::add);
    return lines;
  }

  private String told(Incident outage) {
    var told = headline(outage);
    var lesson = outage.review().map(Review::publicText).filter(text -> !text.isBlank());
    return lesson.map(text -> told + say("outage.lesson", sentence(text))).orElse(told);
  }

  /// With a full stop, which people leave out.
  private String sentence(String text) {
    var plain = Markdown.plain(text.strip());
    return ENDED.matcher(plain).find() ? plain : plain + say("stop");
  }

  private String minutes(Incident outage) {
    return outage
        .lasted()
        .map(lasted -> say("outage.lasted", duration(lasted)))
        .orElseGet(() -> say("outage.lasts"));
  }

  private String topics(Facts facts) {
    return facts.topics().isEmpty() ? "" : picture("topics");
  }

  private String picture(String name) {
    return "![" + say("chart." + name) + "](chart:" + name + ")";
  }

  private String line(Case one) {
    return say(
        "case",
        Markdown.plain(one.department()),
        Markdown.plain(one.title()),
        duration(one.used()),
        one.comment().isEmpty() ? "" : say("case.comment", Markdown.plain(one.comment())));
  }

  private String duration(Duration time) {
    return amounts.duration(BigDecimal.valueOf(Math.max(1, time.toMinutes())));
  }

  /// What is sure to come: late work to finish, targets to reach again, days off.
  private List<String> next(Days days, Facts facts) {
    var next = new ArrayList<>(overdue(facts));
    next.addAll(ahead(days));
    return next;
  }

  private List<String> overdue(Facts facts) {
    return facts
        .number(Indicator.OVERDUE_BACKLOG)
        .filter(number -> number.denominator() > 0)
        .map(number -> say("next.overdue", number.denominator()))
        .stream()
        .toList();
  }

  private List<String> ahead(Days days) {
    var next = new ArrayList<String>();
    var month = Days.month(days.last().plusDays(1));
    deeds.planned(month, this::say).ifPresent(next::add);
    rests(month).forEach(rest -> next.add(rest));
    return next;
  }

  private List<String> rests(Days month) {
    var found = new ArrayList<String>();
    for (var day = month.first(); !day.isAfter(month.last()); day = day.plusDays(1)) {
      var end = day;
      while (!worked.test(end)) end = end.plusDays(1);
      if (!end.isBefore(day.plusDays(LONG_REST)))
        found.add(say("next.rest", date(day), date(end.minusDays(1))));
      if (end.isAfter(day)) day = end;
    }
    return found;
  }

  private static String list(List<String> lines) {
    return String.join("\n", lines.stream().map(line -> "- " + line).toList());
  }

  private String date(LocalDate day) {
    return DateTimeFormatter.ofPattern(say("date"), locale).format(day);
  }

  private String month(LocalDate day) {
    return DateTimeFormatter.ofPattern(say("month"), locale).format(day);
  }

  private String say(String key, Object... facts) {
    return texts.say(locale, key, facts);
  }
}
