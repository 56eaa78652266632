package org.apricotdesk.desk.assessment;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.incident.Incident;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.indicator.Indicators.Late;
import org.apricotdesk.desk.indicator.Period;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Interruption;
import org.apricotdesk.desk.target.Promise;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Time that major incidents took from engineers: while one of level A ran, of everybody; while one
/// of level B ran, of the teams that serve what was down. It does not count on their clocks.
record LostTime(
    Indicators indicators,
    Incidents incidents,
    TicketDesk tickets,
    Catalogue catalogue,
    Clock clock) {
  private static final List<Indicator> TIMELY =
      List.of(Indicator.RESPONSE_TIMELY_RATE, Indicator.RESOLUTION_TIMELY_RATE);

  /// An incident that began up to so long before still counts with its rest.
  private static final Duration EARLIER = Duration.ofDays(7);

  private record Loss(Interruption time, boolean everybody, Set<TeamId> teams) {
    boolean isOf(Person engineer) {
      return everybody || engineer.team().filter(teams::contains).isPresent();
    }
  }

  /// How many late tickets of each engineer would have been in time without it.
  Map<PersonId, Map<Indicator, Long>> excused(Period period, List<Person> engineers) {
    var losses = losses(period);
    var all = losses.stream().map(Loss::time).toList();
    var late =
        indicators.lateAmid(period, all, TIMELY).stream()
            .collect(Collectors.groupingBy(Late::engineer));
    var excused = new HashMap<PersonId, Map<Indicator, Long>>();
    for (var engineer : engineers) {
      var theirs = losses.stream().filter(loss -> loss.isOf(engineer)).map(Loss::time).toList();
      if (!theirs.isEmpty())
        excused.put(engineer.id(), excused(late.getOrDefault(engineer.id(), List.of()), theirs));
    }
    return excused;
  }

  private Map<Indicator, Long> excused(List<Late> late, List<Interruption> lost) {
    return late.stream()
        .filter(one -> isInTime(one, lost))
        .collect(Collectors.groupingBy(Late::indicator, Collectors.counting()));
  }

  private boolean isInTime(Late late, List<Interruption> lost) {
    var measured = tickets.measuredWithout(lost, new TicketNumber(late.number()));
    var reading =
        late.indicator() == Indicator.RESPONSE_TIMELY_RATE
            ? measured.response()
            : measured.resolution();
    return isKept(reading.promise());
  }

  private static boolean isKept(Promise promise) {
    return promise.met().orElse(true);
  }

  private List<Loss> losses(Period period) {
    return incidents.declared(period.from().minus(EARLIER), period.to()).stream()
        .map(this::loss)
        .toList();
  }

  private Loss loss(Incident incident) {
    var begin = incident.times().detected();
    var end = incident.times().restored().or(incident.times()::closed).orElseGet(clock::instant);
    return new Loss(
        new Interruption(begin, end.isBefore(begin) ? begin : end),
        incident.level().filter(level -> level == Level.A).isPresent(),
        teams(incident));
  }

  private Set<TeamId> teams(Incident incident) {
    return catalogue.leaves().stream()
        .filter(leaf -> incident.isAbout(leaf.code().value()))
        .map(leaf -> leaf.team())
        .collect(Collectors.toSet());
  }
}
