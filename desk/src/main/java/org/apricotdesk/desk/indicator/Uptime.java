package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.incident.Downtime;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.maintenance.Work;

/// How much of the time the core systems worked, by the major incidents that were declared and the
/// downtime that was planned.
final class Uptime {
  /// What each core system weighs in the whole; domain §16.3.
  private static final Map<String, BigDecimal> CORE = core();

  private static final double DAYS_OF_MONTH = 30.4;

  private final Incidents incidents;
  private final Maintenance maintenance;
  private final Period period;
  private final Instant until;

  /// @param asOf the end of what still lasts
  Uptime(Incidents incidents, Maintenance maintenance, Period period, Instant asOf) {
    this.incidents = incidents;
    this.maintenance = maintenance;
    this.period = period;
    this.until = asOf.isBefore(period.to()) ? asOf : period.to();
  }

  private static Map<String, BigDecimal> core() {
    var core = new LinkedHashMap<String, BigDecimal>();
    core.put("his", new BigDecimal("0.30"));
    core.put("emr", new BigDecimal("0.20"));
    core.put("lis", new BigDecimal("0.15"));
    core.put("pacs", new BigDecimal("0.15"));
    core.put("insurance", new BigDecimal("0.10"));
    core.put("nursing", new BigDecimal("0.10"));
    return core;
  }

  /// Of the hospital as a whole.
  List<Figure> whole() {
    var parts = new ArrayList<Formula.Part>();
    availability()
        .forEach(
            (system, figure) ->
                figure
                    .value()
                    .ifPresent(value -> parts.add(new Formula.Part(weight(system), value))));
    var seconds = until.isAfter(period.from()) ? promised().toSeconds() : 0;
    return List.of(
        new Figure(Indicator.CORE_AVAILABILITY, Formula.core(parts), 0, seconds, Map.of()),
        declared());
  }

  /// None of level A, and no more of the others than are aimed at for each month of the period.
  private Figure declared() {
    var all = incidents.declared(period.from(), period.to());
    var count = Figure.count(Indicator.MAJOR_INCIDENT_COUNT, all.size());
    if (all.stream().anyMatch(one -> one.level().filter(Level.A::equals).isPresent()))
      return count.judged(Optional.of(Light.RED));
    var monthly = count.value().map(value -> value.divide(months(), 2, RoundingMode.HALF_UP));
    return count.judged(Light.of(Indicator.MAJOR_INCIDENT_COUNT, monthly));
  }

  private BigDecimal months() {
    var days = Duration.between(period.from(), period.to()).toDays();
    return BigDecimal.valueOf(Math.max(1, Math.round(days / DAYS_OF_MONTH)));
  }

  private static BigDecimal weight(String system) {
    return Optional.ofNullable(CORE.get(system)).orElseThrow();
  }

  /// Of each core system.
  Map<String, Figure> availability() {
    var figures = new LinkedHashMap<String, Figure>();
    if (!until.isAfter(period.from())) return figures;
    var down = incidents.downtimes(period.from(), until);
    var works = maintenance.between(period.from(), until);
    CORE.keySet().forEach(system -> figures.put(system, of(system, down, works)));
    return figures;
  }

  private Figure of(String system, List<Downtime> all, List<Work> allWorks) {
    var times = new ArrayList<>(outages(system, all));
    var planned = new ArrayList<Formula.Planned>();
    for (var work : allWorks) {
      if (work.plan().systems().stream().noneMatch(code -> isOf(system, code))) continue;
      var begin = later(work.plan().from(), period.from());
      var plannedEnd = earlier(work.plan().until());
      var over = earlier(work.over(until));
      if (work.isInTime()) {
        var end = over.isBefore(plannedEnd) ? over : plannedEnd;
        if (begin.isBefore(end))
          planned.add(new Formula.Planned(Instant.EPOCH, begin, end, end, share(work)));
        begin = later(plannedEnd, period.from());
      }
      if (begin.isBefore(over)) times.add(new Formula.Downtime(begin, over, share(work)));
    }
    var value = Formula.availability(promised(), planned, times);
    return new Figure(Indicator.AVAILABILITY, value, 0, promised().toSeconds(), Map.of());
  }

  private static boolean isOf(String system, String code) {
    return code.equals(system) || code.startsWith(system + ".");
  }

  private BigDecimal share(Work work) {
    return BigDecimal.valueOf(incidents.share(work.plan().area()));
  }

  private List<Formula.Downtime> outages(String system, List<Downtime> all) {
    return all.stream()
        .filter(down -> down.system().equals(system))
        .map(
            down ->
                new Formula.Downtime(
                    later(down.start(), period.from()),
                    earlier(down.end().orElse(until)),
                    BigDecimal.valueOf(down.weight())))
        .filter(down -> down.from().isBefore(down.to()))
        .toList();
  }

  private Duration promised() {
    return Duration.between(period.from(), until);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private Instant earlier(Instant end) {
    return end.isBefore(until) ? end : until;
  }
}
