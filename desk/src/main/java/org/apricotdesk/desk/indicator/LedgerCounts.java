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
import org.apricotdesk.desk.ledger.Entry;
import org.apricotdesk.desk.ledger.Entry.Devices;
import org.apricotdesk.desk.ledger.Entry.Grade;
import org.apricotdesk.desk.ledger.Entry.Milestone;
import org.apricotdesk.desk.ledger.Entry.Saving;
import org.apricotdesk.desk.ledger.Entry.Security;
import org.apricotdesk.desk.ledger.Entry.Training;
import org.apricotdesk.desk.ledger.Entry.Visits;
import org.apricotdesk.desk.ledger.Ledger;

/// What the ledger says: security, projects, trainings, devices, results.
record LedgerCounts(Ledger ledger, Predicate<LocalDate> workingDay, ZoneId zone) implements Source {
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final int AROUND = 1;
  private static final int ROUTINE = 3;

  @Override
  public List<Figure> whole(Period period, Instant asOf) {
    var first = day(period.from());
    var end = day(period.to());
    var around = ledger.between(first.minusYears(AROUND), end.plusYears(AROUND));
    var days = new Days(around, first, end, day(asOf));
    return List.of(
        security(days),
        securityRate(days),
        devices(days),
        delays(days),
        trained(days),
        saved(days),
        landed(days),
        Figure.count(Indicator.AWARDS_PATENTS, entries(Entry.Award.class, days).size()));
  }

  /// @param around the lines of these days and a year on both sides
  /// @param end the day after the last
  private record Days(Ledger.Lines around, LocalDate first, LocalDate end, LocalDate today) {}

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private static <E extends Entry> List<E> entries(Class<E> kind, Days days) {
    return days.around().of(kind, days.first(), days.end());
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

  /// A milestone may be moved into the period, or out of it.
  private Figure delays(Days days) {
    var due =
        days
            .around()
            .of(Milestone.class, days.first().minusYears(AROUND), days.end().plusYears(AROUND))
            .stream()
            .filter(one -> isDue(one.counts(workingDay), days))
            .toList();
    var late = due.stream().filter(one -> one.isLate(workingDay, days.today())).count();
    return Figure.rate(Indicator.PROJECT_DELAY_RATE, late, due.size(), Map.of());
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

  /// New technology has landed after three months of routine use.
  private Figure landed(Days days) {
    var then =
        days.around()
            .of(
                Entry.Technology.class,
                days.first().minusMonths(ROUTINE),
                days.end().minusMonths(ROUTINE));
    return Figure.count(Indicator.NEW_TECH_LANDED, then.size());
  }
}
