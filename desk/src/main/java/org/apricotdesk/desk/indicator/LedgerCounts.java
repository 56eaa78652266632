package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apricotdesk.desk.ledger.Entry;
import org.apricotdesk.desk.ledger.Entry.Contribution;
import org.apricotdesk.desk.ledger.Entry.Devices;
import org.apricotdesk.desk.ledger.Entry.Grade;
import org.apricotdesk.desk.ledger.Entry.Judge;
import org.apricotdesk.desk.ledger.Entry.Milestone;
import org.apricotdesk.desk.ledger.Entry.Quality;
import org.apricotdesk.desk.ledger.Entry.Saving;
import org.apricotdesk.desk.ledger.Entry.Security;
import org.apricotdesk.desk.ledger.Entry.Training;
import org.apricotdesk.desk.ledger.Entry.Visits;
import org.apricotdesk.desk.ledger.Ledger;
import org.apricotdesk.desk.ledger.Line;

/// What the ledger says: security, projects, trainings, devices, results.
record LedgerCounts(Ledger ledger, Predicate<LocalDate> workingDay, ZoneId zone) implements Source {
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final int AROUND = 1;
  private static final int ROUTINE = 3;
  private static final String ONE_JUDGE = "one_judge";

  @Override
  public List<Figure> whole(Period period, Instant asOf, Supplier<Sums> tickets) {
    var days = days(period, asOf);
    return List.of(
        security(days),
        securityRate(days),
        devices(days),
        delays(days),
        trained(days),
        saved(days),
        improved(days),
        landed(days),
        Figure.count(Indicator.AWARDS_PATENTS, entries(Entry.Award.class, days).size()),
        contributed(days));
  }

  private Days days(Period period, Instant asOf) {
    var first = day(period.from());
    var end = day(period.to());
    var around = ledger.between(first.minusYears(AROUND), end.plusYears(AROUND));
    return new Days(around, first, end, day(asOf));
  }

  /// @param around the lines of these days and a year on both sides
  /// @param end the day after the last
  private record Days(Ledger.Lines around, LocalDate first, LocalDate end, LocalDate today) {}

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private static <E extends Entry> List<E> entries(Class<E> kind, Days days) {
    return lines(kind, days).stream().map(Line::entry).toList();
  }

  private static <E extends Entry> List<Line<E>> lines(Class<E> kind, Days days) {
    return days.around().of(kind, days.first(), days.end());
  }

  @Override
  public List<Matter> behind(Indicator indicator, Period period, Instant asOf) {
    var days = days(period, asOf);
    return switch (indicator) {
      case SECURITY_INCIDENT_COUNT, SECURITY_INCIDENT_RATE ->
          lines(Security.class, days).stream()
              .map(line -> matter(line, grade(line.entry())))
              .toList();
      case ASSET_INTEGRITY -> matters(Devices.class, days);
      case PROJECT_DELAY_RATE -> due(days).stream().map(line -> matter(line, "")).toList();
      case TRAINING_COVERAGE -> matters(Training.class, days);
      case COST_SAVING -> matters(Saving.class, days);
      case QUALITY_GAIN -> matters(Quality.class, days);
      case NEW_TECH_LANDED -> then(days).stream().map(line -> matter(line, "")).toList();
      case AWARDS_PATENTS -> matters(Entry.Award.class, days);
      case DIGITAL_CONTRIBUTION ->
          lines(Contribution.class, days).stream()
              .map(line -> matter(line, line.entry().by().code()))
              .toList();
      default -> List.of();
    };
  }

  /// Those that were confirmed are what is counted.
  private static String grade(Security entry) {
    return entry.grade() == Grade.CONFIRMED ? "" : entry.grade().code();
  }

  private static List<Matter> matters(Class<? extends Entry> kind, Days days) {
    return lines(kind, days).stream().map(line -> matter(line, "")).toList();
  }

  private static Matter matter(Line<?> line, String kind) {
    return new Matter(line.title(), line.on(), kind, line.entry().gist());
  }

  /// Those that were averted are listed apart.
  private Figure security(Days days) {
    var counts = new TreeMap<Grade, Long>();
    entries(Security.class, days).forEach(one -> counts.merge(one.grade(), one.times(), Long::sum));
    var apart = new TreeMap<String, Long>();
    counts.forEach((grade, times) -> apart.put(grade.code(), times));
    apart.remove(Grade.CONFIRMED.code());
    var confirmed = counts.getOrDefault(Grade.CONFIRMED, 0L);
    return new Figure(
        Indicator.SECURITY_INCIDENT_COUNT,
        Optional.of(BigDecimal.valueOf(confirmed)),
        confirmed,
        confirmed,
        apart);
  }

  private Figure securityRate(Days days) {
    var confirmed = security(days).numerator();
    var visits = entries(Visits.class, days).stream().mapToLong(Visits::visits).sum();
    var rate =
        visits == 0
            ? Optional.<BigDecimal>empty()
            : Optional.of(
                BigDecimal.valueOf(confirmed)
                    .multiply(TEN_THOUSAND)
                    .divide(BigDecimal.valueOf(visits), 2, RoundingMode.HALF_UP));
    return new Figure(Indicator.SECURITY_INCIDENT_RATE, rate, confirmed, visits, Map.of());
  }

  /// As they stood last.
  private Figure devices(Days days) {
    var last = entries(Devices.class, days).stream().reduce((_, later) -> later);
    var good = last.map(d -> d.inUse() - d.faulty()).orElse(0L);
    return Figure.rate(
        Indicator.ASSET_INTEGRITY, good, last.map(Devices::inUse).orElse(0L), Map.of());
  }

  private Figure delays(Days days) {
    var due = due(days);
    var late = due.stream().filter(one -> one.entry().isLate(workingDay, days.today())).count();
    return Figure.rate(Indicator.PROJECT_DELAY_RATE, late, due.size(), Map.of());
  }

  /// A milestone may be moved into the period, or out of it.
  private List<Line<Milestone>> due(Days days) {
    return days
        .around()
        .of(Milestone.class, days.first().minusYears(AROUND), days.end().plusYears(AROUND))
        .stream()
        .filter(one -> isDue(one.entry().counts(workingDay), days))
        .toList();
  }

  private static boolean isDue(LocalDate day, Days days) {
    return !day.isBefore(days.first()) && day.isBefore(days.end()) && day.isBefore(days.today());
  }

  private Figure trained(Days days) {
    var all = entries(Training.class, days);
    return Figure.rate(
        Indicator.TRAINING_COVERAGE,
        all.stream().mapToLong(Training::trained).sum(),
        all.stream().mapToLong(Training::invited).sum(),
        Map.of());
  }

  private Figure saved(Days days) {
    var all = entries(Saving.class, days);
    var sum = all.stream().map(Saving::yuan).reduce(BigDecimal.ZERO, BigDecimal::add);
    var value =
        all.isEmpty()
            ? Optional.<BigDecimal>empty()
            : Optional.of(sum.setScale(0, RoundingMode.HALF_UP));
    return new Figure(Indicator.COST_SAVING, value, all.size(), all.size(), Map.of());
  }

  private static Figure improved(Days days) {
    var gains = entries(Quality.class, days).stream().map(Quality::gain).toList();
    return Figure.mean(Indicator.QUALITY_GAIN, gains, Map.of());
  }

  private Figure landed(Days days) {
    return Figure.count(Indicator.NEW_TECH_LANDED, then(days).size());
  }

  /// New technology has landed after three months of routine use.
  private static List<Line<Entry.Technology>> then(Days days) {
    var first = days.first().minusMonths(ROUTINE);
    return days.around().of(Entry.Technology.class, first, days.end().minusMonths(ROUTINE));
  }

  /// Of each who judges the last word counts; one alone is said to be alone.
  private static Figure contributed(Days days) {
    var last = new TreeMap<Judge, BigDecimal>();
    for (var one : entries(Contribution.class, days))
      last.put(one.by(), BigDecimal.valueOf(one.score()));
    var mean = Figure.mean(Indicator.DIGITAL_CONTRIBUTION, List.copyOf(last.values()), Map.of());
    return last.size() == 1 ? mean.saying(ONE_JUDGE) : mean;
  }
}
