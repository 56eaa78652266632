package org.apricotdesk.desk.assessment;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.indicator.Dimension;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.indicator.Indicators.Failures;
import org.apricotdesk.desk.ledger.Entry.Judge;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.TicketDesk;

/// Assesses the hospital's engineers, and keeps what the director and the CMIO say of them.
///
/// Who may ask for whom, the caller decides by [org.apricotdesk.desk.staff.Access].
public final class Assessments {
  private final Database database;
  private final People people;
  private final Indicators indicators;
  private final LostTime lost;
  private final Audit audit;
  private final Masker masker;
  private final Clock clock;
  private final ZoneId zone;

  public Assessments(
      Database database,
      People people,
      Catalogue catalogue,
      Indicators indicators,
      Incidents incidents,
      TicketDesk tickets,
      Audit audit,
      Clock clock,
      ZoneId zone) {
    this.database = database;
    this.people = people;
    this.indicators = indicators;
    this.lost = new LostTime(indicators, incidents, tickets, catalogue, clock);
    this.audit = audit;
    this.masker = new Masker(people::isStaffName);
    this.clock = clock;
    this.zone = zone;
  }

  /// Every engineer who has a tier, by userid.
  public List<Assessment> of(Term term) {
    var engineers =
        people.having(Role.ENGINEER).stream().filter(one -> one.tier().isPresent()).toList();
    var figures = figures(term, engineers);
    var failures = indicators.failures(term.period(zone));
    var store = new AssessmentStore(database.pool());
    var ratings = store.ratings(term);
    var breaches = store.breaches(term);
    return Scoring.together(
        engineers.stream()
            .map(
                one ->
                    new Evidence(
                        one,
                        one.tier().orElseThrow(),
                        figures.getOrDefault(one.id(), Map.of()),
                        failures(one, failures),
                        ratings.stream().filter(r -> r.engineer().equals(one.id())).toList(),
                        breaches.stream().filter(b -> b.engineer().equals(one.id())).toList()))
            .toList());
  }

  /// Empty for whoever is no engineer, or has no tier.
  public Optional<Assessment> of(Term term, PersonId engineer) {
    return of(term).stream().filter(one -> one.engineer().id().equals(engineer)).findFirst();
  }

  private Map<PersonId, Map<Indicator, Figure>> figures(Term term, List<Person> engineers) {
    var period = term.period(zone);
    var excused = lost.excused(period, engineers);
    var figures = new HashMap<PersonId, Map<Indicator, Figure>>();
    for (var shown : indicators.comparedInHospital(period, Dimension.ENGINEER)) {
      var key = shown.key().orElse("");
      if (key.isEmpty()) continue; // nobody's
      var who = new PersonId(key);
      var figure = shown.figure();
      var kept = excused.getOrDefault(who, Map.of()).getOrDefault(figure.indicator(), 0L);
      figures
          .computeIfAbsent(who, _ -> new EnumMap<>(Indicator.class))
          .put(figure.indicator(), kept == 0 ? figure : figure.excusing(kept));
    }
    return figures;
  }

  private static Optional<Failures> failures(Person engineer, Map<String, Failures> all) {
    return engineer.systems().stream()
        .map(system -> all.getOrDefault(system, Failures.NONE))
        .reduce(Failures::plus);
  }

  /// What somebody who steers thinks of an engineer's innovation, in place of what they thought
  /// before.
  ///
  /// @param reason why; without patients' data
  public void rate(
      Term term, PersonId engineer, Judge judge, int score, String reason, PersonId by) {
    var rating =
        new Rating(engineer, judge, score, masker.mask(reason.strip()).text(), by, clock.instant());
    database.inTransaction(
        tx -> {
          var store = new AssessmentStore(tx);
          var before =
              store.ratings(term).stream()
                  .filter(one -> one.engineer().equals(engineer) && one.judge() == judge)
                  .map(Rating::score)
                  .findFirst();
          store.rate(term, rating);
          var detail =
              new JsonObject()
                  .put("term", term.code())
                  .put("judge", judge.code())
                  .put("score", new JsonArray().add(before.orElse(null)).add(score));
          audit.record(tx, by, "assessment.rated", object(engineer), detail);
          return rating;
        });
  }

  /// A confirmed breach of security by an engineer.
  public void noteBreach(PersonId engineer, LocalDate on, String reason, PersonId by) {
    var masked = masker.mask(reason.strip()).text();
    database.inTransaction(
        tx -> {
          var number = new AssessmentStore(tx).note(engineer, on, masked, by, clock.instant());
          var detail = new JsonObject().put("breach", number).put("on", on.toString());
          audit.record(tx, by, "assessment.breach", object(engineer), detail);
          return number;
        });
  }

  /// Takes back a breach that was noted by mistake.
  public void withdrawBreach(PersonId engineer, long breach, PersonId by) {
    database.inTransaction(
        tx -> {
          var withdrawn = new AssessmentStore(tx).withdraw(engineer, breach);
          var detail = new JsonObject().put("breach", breach);
          if (withdrawn) audit.record(tx, by, "assessment.withdrawn", object(engineer), detail);
          return withdrawn;
        });
  }

  private static String object(PersonId engineer) {
    return "assessment " + engineer.value();
  }
}
