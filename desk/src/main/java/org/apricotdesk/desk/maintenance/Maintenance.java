package org.apricotdesk.desk.maintenance;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.config.event.NewEvent;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.incident.KnownIncidents;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;

/// Planned downtime: a lead asks for it, a director approves, and with that everybody affected is
/// told; somebody says when it is really over.
public final class Maintenance {
  private static final int LONGEST = 300;
  private static final Duration MOST = Duration.ofDays(3);

  private final Database database;
  private final EventLog log;
  private final KnownIncidents places;
  private final Masker masker;
  private final Clock clock;
  private volatile List<Work> announced = List.of();

  public Maintenance(
      Database database, EventLog log, People people, KnownIncidents places, Clock clock) {
    this.database = database;
    this.log = log;
    this.places = places;
    this.masker = new Masker(people::isStaffName);
    this.clock = clock;
  }

  /// Reads what is announced anew.
  public void refresh() {
    announced = new MaintenanceStore(database.pool()).announced();
  }

  public Answer request(Person by, Plan wanted) {
    var plan = masked(wanted);
    return problem(by, plan)
        .<Answer>map(Answer.Refused::new)
        .orElseGet(
            () ->
                database.inTransaction(
                    tx -> {
                      var number = new MaintenanceStore(tx).nextNumber();
                      var work =
                          new Work(
                              number,
                              State.REQUESTED,
                              plan,
                              by.id(),
                              Optional.empty(),
                              Optional.empty(),
                              Optional.empty());
                      return keep(tx, work, by.id(), new MaintenanceEvent.Requested(plan));
                    }));
  }

  private Plan masked(Plan plan) {
    return new Plan(
        clean(plan.title()),
        plan.systems(),
        plan.area(),
        plan.from(),
        plan.until(),
        clean(plan.meanwhile()));
  }

  private Optional<Refusal> problem(Person by, Plan plan) {
    if (!leads(by)) return Optional.of(Refusal.NOT_ALLOWED);
    if (plan.title().isBlank()) return Optional.of(Refusal.TEXT_MISSING);
    if (plan.title().length() + plan.meanwhile().length() > LONGEST)
      return Optional.of(Refusal.TEXT_TOO_LONG);
    if (plan.systems().isEmpty()) return Optional.of(Refusal.SYSTEM_MISSING);
    if (isNowhere(plan)) return Optional.of(Refusal.PLACES_MISSING);
    var fits =
        plan.from().isBefore(plan.until())
            && plan.until().isAfter(clock.instant())
            && !plan.until().isAfter(plan.from().plus(MOST));
    return fits ? Optional.empty() : Optional.of(Refusal.TIME_UNFIT);
  }

  private static boolean isNowhere(Plan plan) {
    var area = plan.area();
    return switch (area.extent()) {
      case HOSPITAL -> false;
      case CAMPUS -> area.campuses().isEmpty();
      case BUILDING, ROOM, DEVICE -> area.departments().isEmpty();
    };
  }

  /// With this it is announced.
  public Answer approve(Person by, long number) {
    return change(
        number,
        (tx, work) -> {
          if (!directs(by)) return new Answer.Refused(Refusal.NOT_ALLOWED);
          if (work.by().equals(by.id())) return new Answer.Refused(Refusal.SAME_PERSON);
          if (work.state() != State.REQUESTED) return new Answer.Refused(Refusal.NOT_NOW);
          if (!work.plan().until().isAfter(clock.instant()))
            return new Answer.Refused(Refusal.TIME_UNFIT);
          var after = work.announced(by.id(), clock.instant());
          return keep(tx, after, by.id(), new MaintenanceEvent.Announced());
        });
  }

  /// It does not happen. What has begun is ended, not withdrawn.
  public Answer withdraw(Person by, long number, String reason) {
    return change(
        number,
        (tx, work) -> {
          if (!leads(by)) return new Answer.Refused(Refusal.NOT_ALLOWED);
          var begun =
              work.state() == State.ANNOUNCED && !clock.instant().isBefore(work.plan().from());
          if (begun || work.state() == State.ENDED || work.state() == State.WITHDRAWN)
            return new Answer.Refused(Refusal.NOT_NOW);
          if (reason.isBlank()) return new Answer.Refused(Refusal.TEXT_MISSING);
          var what = new MaintenanceEvent.Withdrawn(clean(reason));
          return keep(tx, work.withdrawn(), by.id(), what);
        });
  }

  /// It works again.
  public Answer end(Person by, long number) {
    return change(
        number,
        (tx, work) -> {
          if (!leads(by)) return new Answer.Refused(Refusal.NOT_ALLOWED);
          if (work.state() != State.ANNOUNCED || clock.instant().isBefore(work.plan().from()))
            return new Answer.Refused(Refusal.NOT_NOW);
          var after = work.ended(clock.instant());
          return keep(tx, after, by.id(), new MaintenanceEvent.Ended());
        });
  }

  private interface Change {
    Answer make(SqlConnection tx, Work work);
  }

  private Answer change(long number, Change change) {
    var answer =
        database.inTransaction(
            tx ->
                new MaintenanceStore(tx)
                    .lock(number)
                    .map(work -> change.make(tx, work))
                    .orElseGet(() -> new Answer.Refused(Refusal.NOT_ALLOWED)));
    refresh();
    return answer;
  }

  private Answer keep(SqlConnection tx, Work work, PersonId by, MaintenanceEvent event) {
    new MaintenanceStore(tx).save(work);
    var key = "" + work.number();
    var sequence = log.of(tx, MaintenanceEvent.STREAM, key).size() + 1;
    log.append(
        tx,
        new NewEvent(
            MaintenanceEvent.STREAM,
            key,
            sequence,
            event.type(),
            clock.instant(),
            by.value(),
            Facts.of(event)));
    return new Answer.Done(work);
  }

  /// The announced work that is going on and from which trouble of this kind at this place comes;
  /// as fresh as the last [#refresh].
  public Optional<Work> cause(
      CategoryCode category, Optional<DepartmentId> department, CampusId campus) {
    var now = clock.instant();
    return announced.stream()
        .filter(work -> work.runsAt(now) && work.plan().isAbout(category.value()))
        .filter(work -> places.isWithin(work.plan().area(), department, campus))
        .findFirst();
  }

  /// Whether any announced work is going on.
  public boolean isGoingOn() {
    var now = clock.instant();
    return announced.stream().anyMatch(work -> work.runsAt(now));
  }

  public Optional<Work> find(long number) {
    return find(database.pool(), number);
  }

  public Optional<Work> find(SqlClient sql, long number) {
    return new MaintenanceStore(sql).find(number);
  }

  /// The newest first; what nobody has approved is for those who lead.
  public List<Work> list(Person reader, long before, int limit) {
    return new MaintenanceStore(database.pool()).page(before, leads(reader), limit);
  }

  /// What was announced and went on within a time; what availability is computed from.
  public List<Work> between(Instant from, Instant to) {
    return new MaintenanceStore(database.pool()).between(from, to);
  }

  public static boolean leads(Person person) {
    return person.is(Role.DISPATCHER) || person.is(Role.TEAM_LEAD) || directs(person);
  }

  public static boolean directs(Person person) {
    return person.is(Role.DIRECTOR) || person.is(Role.DEPUTY_DIRECTOR);
  }

  private String clean(String text) {
    return masker.mask(text.strip()).text();
  }
}
