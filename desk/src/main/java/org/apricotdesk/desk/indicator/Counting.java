package org.apricotdesk.desk.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.Scope;
import org.apricotdesk.desk.target.Calendars;

/// Adds up the tickets of a period that a viewer answers for: whole months from their sums, what is
/// left over from the facts one by one. Sums are kept of the hospital, of teams and of campuses;
/// what somebody answers for besides is looked at one by one. Open tickets are read once, however
/// many periods are counted.
final class Counting {
  private final Database database;
  private final Calendars calendars;
  private final ZoneId zone;
  private final Scope scope;
  private final Instant now;
  private Optional<List<FactStore.Kept>> open = Optional.empty();

  Counting(Database database, Calendars calendars, ZoneId zone, Scope scope, Instant now) {
    this.database = database;
    this.calendars = calendars;
    this.zone = zone;
    this.scope = scope;
    this.now = now;
  }

  /// Whole months: from the first up to, not including, the other.
  record Months(LocalDate first, LocalDate end) {}

  /// The whole months of a period, where sums serve this viewer.
  Optional<Months> months(Period period) {
    if (Part.of(scope).isEmpty()) return Optional.empty();
    var begin = LocalDate.ofInstant(period.from(), zone);
    var first = begin.withDayOfMonth(1);
    if (first.atStartOfDay(zone).toInstant().isBefore(period.from())) first = first.plusMonths(1);
    var end = LocalDate.ofInstant(period.to(), zone).withDayOfMonth(1);
    return first.isBefore(end) ? Optional.of(new Months(first, end)) : Optional.empty();
  }

  /// Whether the period is made of whole months, and all of it is in the sums.
  Optional<Months> onlyMonths(Period period) {
    if (!scope.everything()) return Optional.empty();
    return months(period).filter(whole -> rest(period, Optional.of(whole)).isEmpty());
  }

  /// @param times whether single times are wanted too
  Map<String, Sums> of(Period period, Optional<Dimension> by, boolean times) {
    var sums = settled(period, by, times);
    running(period, by, sums);
    if (by.isEmpty()) sums.putIfAbsent("", new Sums());
    return sums;
  }

  /// What is certain of the period as a whole, whatever time may still bring.
  Sums settled(Period period) {
    return settled(period, Optional.empty(), false).getOrDefault("", new Sums());
  }

  private Map<String, Sums> settled(Period period, Optional<Dimension> by, boolean times) {
    var part = Part.of(scope).filter(one -> one.isWhole() || by.isEmpty() || !times);
    var months = part.flatMap(_ -> months(period));
    var sums = new TreeMap<String, Sums>();
    if (months.isPresent()) {
      var whole = months.get();
      var store = new CellStore(database.pool());
      sums.putAll(store.of(part.get(), by, whole.first(), whole.end(), times));
      part.get().rest().ifPresent(also -> besides(whole, also, part.get(), by, sums));
    }
    for (var rest : rest(period, months)) settled(rest, scope, _ -> true, by, sums);
    return sums;
  }

  /// What is not in the sums of the part.
  private void besides(
      Months months, Scope also, Part part, Optional<Dimension> by, Map<String, Sums> sums) {
    var period = new Period(begin(months.first()), begin(months.end()));
    settled(period, also, fact -> !part.holds(fact), by, sums);
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private List<Period> rest(Period period, Optional<Months> months) {
    if (months.isEmpty()) return List.of(period);
    var first = begin(months.get().first());
    var end = begin(months.get().end());
    var rest = new ArrayList<Period>();
    if (period.from().isBefore(first)) rest.add(new Period(period.from(), first));
    if (end.isBefore(period.to())) rest.add(new Period(end, period.to()));
    return rest;
  }

  private void settled(
      Period period,
      Scope whose,
      Predicate<Fact> which,
      Optional<Dimension> by,
      Map<String, Sums> sums) {
    for (var kept : new FactStore(database.pool()).living(period, whose)) {
      if (!which.test(kept.fact())) continue;
      for (var mark : Marks.settled(kept.fact()))
        if (period.holds(mark.at())) into(kept.fact(), by, sums).add(mark);
    }
  }

  private void running(Period period, Optional<Dimension> by, Map<String, Sums> sums) {
    for (var kept : open())
      if (kept.fact().created().isBefore(period.to()))
        for (var mark : running(kept, period)) into(kept.fact(), by, sums).add(mark);
  }

  private List<FactStore.Kept> open() {
    if (open.isEmpty()) open = Optional.of(new FactStore(database.pool()).open(scope));
    return open.get();
  }

  private List<Mark> running(FactStore.Kept kept, Period period) {
    var asOf = asOf(period);
    return running(FactStore.asOf(kept, asOf, calendars), period, asOf);
  }

  /// What is overdue now is so in every period.
  private static List<Mark> running(Fact fact, Period period, Instant asOf) {
    return Marks.running(fact, asOf).stream()
        .filter(mark -> mark.tally() == Tally.OVERDUE || period.holds(mark.at()))
        .toList();
  }

  /// Every mark of a fact that counts in the period.
  List<Mark> marks(FactStore.Kept kept, Period period) {
    var asOf = asOf(period);
    return marks(FactStore.asOf(kept, asOf, calendars), period, asOf);
  }

  static List<Mark> marks(Fact fact, Period period, Instant asOf) {
    var marks = new ArrayList<>(running(fact, period, asOf));
    Marks.settled(fact).stream().filter(mark -> period.holds(mark.at())).forEach(marks::add);
    return marks;
  }

  private Sums into(Fact fact, Optional<Dimension> by, Map<String, Sums> sums) {
    var key = by.map(dimension -> dimension.key(fact, zone)).orElse("");
    return sums.computeIfAbsent(key, _ -> new Sums());
  }

  Scope scope() {
    return scope;
  }

  /// Until when a period can be counted.
  Instant asOf(Period period) {
    return now.isBefore(period.to()) ? now : period.to();
  }
}
