package org.apricotdesk.desk.brief;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.brief.Facts.Bar;
import org.apricotdesk.desk.brief.Facts.Campus;
import org.apricotdesk.desk.brief.Facts.Lowest;
import org.apricotdesk.desk.brief.Facts.Month;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.indicator.Dimension;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.indicator.Indicators.Shown;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.People;

/// Gathers the numbers of a brief: the hospital's indicators, not a person's share of them.
final class Gathering {
  private static final int MONTHS = 6;
  private static final int TOPICS = 6;
  private static final BigDecimal ALWAYS = BigDecimal.valueOf(100);
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM");

  private final SqlClient sql;
  private final Indicators indicators;
  private final People people;
  private final Catalogue catalogue;
  private final Clock clock;
  private final ZoneId zone;

  Gathering(
      SqlClient sql,
      Indicators indicators,
      People people,
      Catalogue catalogue,
      Clock clock,
      ZoneId zone) {
    this.sql = sql;
    this.indicators = indicators;
    this.people = people;
    this.catalogue = catalogue;
    this.clock = clock;
    this.zone = zone;
  }

  Facts gather(Days days) {
    return new Facts(
        clock.instant(),
        numbers(days),
        perDay(days),
        months(days),
        topics(days),
        campuses(days),
        lowest(days));
  }

  List<Facts.Told> numbers(Days days) {
    var before = figures(days.before());
    return figures(days).values().stream()
        .filter(now -> now.indicator().isOfTickets() || now.value().isPresent())
        .sorted(Comparator.comparing(Figure::indicator))
        .map(now -> number(now, Optional.ofNullable(before.get(now.indicator()))))
        .toList();
  }

  private static Facts.Told number(Figure now, Optional<Figure> before) {
    return new Facts.Told(
        now.indicator(),
        now.value(),
        now.denominator(),
        before.flatMap(Figure::value),
        before.map(Figure::denominator).orElse(0L),
        now.light(),
        now.flags());
  }

  private Map<Indicator, Figure> figures(Days days) {
    return byIndicator(indicators.ofHospital(days.period(zone), Optional.empty()));
  }

  private static Map<Indicator, Figure> byIndicator(List<Shown> shown) {
    var figures = new HashMap<Indicator, Figure>();
    shown.forEach(one -> figures.put(one.figure().indicator(), one.figure()));
    return figures;
  }

  private List<Bar> perDay(Days days) {
    var counted = indicators.flowOfHospital(days.period(zone)).opened(false);
    return days.first()
        .datesUntil(days.last().plusDays(1))
        .map(day -> new Bar(day.toString(), counted.getOrDefault(day.toString(), 0L)))
        .toList();
  }

  private List<Month> months(Days days) {
    var months = new ArrayList<Month>();
    for (var back = MONTHS - 1; back >= 0; back--) {
      var month = Days.month(days.last().minusMonths(back));
      var figures = figures(month);
      months.add(
          new Month(
              NAME.format(month.first()),
              value(figures, Indicator.RESPONSE_TIMELY_RATE),
              value(figures, Indicator.RESOLUTION_TIMELY_RATE)));
    }
    return months;
  }

  private List<Bar> topics(Days days) {
    var topics = new HashMap<String, Long>();
    for (var shown : indicators.ofHospital(days.period(zone), Optional.of(Dimension.CATEGORY)))
      if (shown.figure().indicator() == Indicator.TICKET_COUNT)
        topics.merge(topic(shown.key().orElse("")), shown.figure().numerator(), Long::sum);
    topics.remove("");
    return topics.entrySet().stream()
        .filter(topic -> topic.getValue() > 0)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(TOPICS)
        .map(topic -> new Bar(topic.getKey(), topic.getValue()))
        .toList();
  }

  /// The top of the catalogue's tree, such as printers.
  private String topic(String code) {
    if (code.isEmpty()) return "";
    return catalogue
        .find(new CategoryCode(code))
        .map(category -> category.path().split("/", 2)[0].strip())
        .orElse("");
  }

  private Optional<Lowest> lowest(Days days) {
    return indicators.ofHospital(days.period(zone), Optional.of(Dimension.SYSTEM)).stream()
        .filter(shown -> shown.figure().indicator() == Indicator.AVAILABILITY)
        .flatMap(shown -> lowest(shown).stream())
        .filter(one -> one.availability().compareTo(ALWAYS) < 0)
        .min(Comparator.comparing(Lowest::availability));
  }

  private Optional<Lowest> lowest(Shown shown) {
    var system = shown.key().map(this::system).orElse("");
    return shown.figure().value().map(value -> new Lowest(system, value));
  }

  private String system(String code) {
    return catalogue.name(new CategoryCode(code)).orElse(code);
  }

  private List<Campus> campuses(Days days) {
    var shown = indicators.ofHospital(days.period(zone), Optional.of(Dimension.CAMPUS));
    return people.campuses().stream()
        .map(campus -> campus(campus.id(), campus.name(), shown))
        .toList();
  }

  private static Campus campus(CampusId id, String name, List<Shown> all) {
    var figures =
        byIndicator(
            all.stream().filter(s -> s.key().filter(id.value()::equals).isPresent()).toList());
    var count = Optional.ofNullable(figures.get(Indicator.TICKET_COUNT));
    return new Campus(
        name,
        count.map(Figure::numerator).orElse(0L),
        value(figures, Indicator.RESPONSE_TIMELY_RATE),
        value(figures, Indicator.RESOLUTION_TIMELY_RATE),
        value(figures, Indicator.CSAT_TICKET));
  }

  /// Withheld where too few stand behind it.
  private static Optional<BigDecimal> value(Map<Indicator, Figure> figures, Indicator indicator) {
    return Optional.ofNullable(figures.get(indicator))
        .filter(figure -> !figure.isSmall())
        .flatMap(Figure::value);
  }

  /// Whether anything was reported before these days were over.
  boolean hasTickets(Days days) {
    var end = utc(days.period(zone).to());
    return sql.preparedQuery(
            "SELECT EXISTS (SELECT 1 FROM desk.ticket WHERE created_at < $1) AS some")
        .execute(Tuple.of(end))
        .await()
        .iterator()
        .next()
        .getBoolean("some");
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
