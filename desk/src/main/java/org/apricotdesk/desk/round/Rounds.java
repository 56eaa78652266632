package org.apricotdesk.desk.round;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.config.event.NewEvent;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.suggestion.Suggestions;
import org.apricotdesk.desk.ticket.TicketDesk;

/// The weekly rounds: drafts the plan, keeps the notebooks, makes something of what was found.
public final class Rounds {
  private static final LocalTime PUBLISHED = LocalTime.of(16, 0);
  private static final int LONGEST = 1000;
  private static final Duration A_MONTH = Duration.ofDays(30);

  private final Database database;
  private final EventLog log;
  private final People people;
  private final TicketDesk tickets;
  private final Conversion conversion;
  private final Masker masker;
  private final Predicate<LocalDate> workingDay;
  private final Clock clock;
  private final ZoneId zone;

  public Rounds(
      Database database,
      EventLog log,
      People people,
      TicketDesk tickets,
      Suggestions suggestions,
      Predicate<LocalDate> workingDay,
      Clock clock,
      ZoneId zone) {
    this.database = database;
    this.log = log;
    this.people = people;
    this.tickets = tickets;
    this.conversion = new Conversion(tickets, suggestions, people);
    this.masker = new Masker(people::isStaffName);
    this.workingDay = workingDay;
    this.clock = clock;
    this.zone = zone;
  }

  /// On Friday afternoon the next week is planned, unless somebody has.
  ///
  /// @return how many visits were planned
  public int work() {
    var local = clock.instant().atZone(zone);
    var friday = local.getDayOfWeek() == DayOfWeek.FRIDAY;
    if (!friday || local.toLocalTime().isBefore(PUBLISHED)) return 0;
    return planWeek(local.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
  }

  /// Plans the week that begins on that Monday, once.
  public int planWeek(LocalDate monday) {
    return database.inTransaction(
        tx -> new RoundStore(tx).claim(monday, clock.instant()) ? plan(tx, monday) : 0);
  }

  private int plan(SqlConnection tx, LocalDate monday) {
    var store = new RoundStore(tx);
    var wards =
        people.departments().stream()
            .filter(department -> !department.retired() && !department.type().equals("admin"))
            .toList();
    var days = monday.datesUntil(monday.plusDays(7)).filter(workingDay).toList();
    var troubles = tickets.reportsByDepartment(tx, clock.instant().minus(A_MONTH));
    var stops = new ArrayList<RoundEvent.Stop>();
    for (var draft : new Planner(wards, store.lastVisits(), troubles).week(days, engineers())) {
      store
          .plan(draft.date(), draft.slot(), draft.engineer().id(), draft.department(), "")
          .ifPresent(
              number ->
                  stops.add(
                      new RoundEvent.Stop(
                          number,
                          draft.date(),
                          draft.slot().code(),
                          draft.engineer().id(),
                          draft.department())));
    }
    if (!stops.isEmpty())
      tell(tx, monday.toString(), PersonId.SYSTEM, new RoundEvent.Planned(stops));
    return stops.size();
  }

  /// Those of the teams that go on rounds; everybody where none does.
  private List<Person> engineers() {
    var all = people.having(Role.ENGINEER);
    var going =
        all.stream()
            .filter(one -> one.team().flatMap(people::team).filter(Team::rounds).isPresent())
            .toList();
    return going.isEmpty() ? all : going;
  }

  /// Adds a visit to the plan.
  public Answer add(
      Person by,
      LocalDate date,
      Slot slot,
      PersonId engineer,
      DepartmentId department,
      String topics) {
    if (!new Rights(by).leads()) return new Answer.Refused(Refusal.NOT_ALLOWED);
    if (date.isBefore(LocalDate.ofInstant(clock.instant(), zone)))
      return new Answer.Refused(Refusal.DATE_PAST);
    if (people.active(engineer).filter(p -> p.is(Role.ENGINEER)).isEmpty())
      return new Answer.Refused(Refusal.ENGINEER_UNKNOWN);
    if (people.department(department).isEmpty())
      return new Answer.Refused(Refusal.DEPARTMENT_UNKNOWN);
    if (topics.length() > LONGEST) return new Answer.Refused(Refusal.TEXT_TOO_LONG);
    return database.inTransaction(
        tx -> {
          var number = new RoundStore(tx).plan(date, slot, engineer, department, clean(topics));
          number.ifPresent(
              visit -> {
                var stop = new RoundEvent.Stop(visit, date, slot.code(), engineer, department);
                tell(tx, "" + visit, by.id(), new RoundEvent.Planned(List.of(stop)));
              });
          return number
              .<Answer>map(Answer.Done::new)
              .orElseGet(() -> new Answer.Refused(Refusal.CLASH));
        });
  }

  /// It does not happen, for a reason that counts: an outage, an outbreak, an inspection.
  public Answer excuse(Person by, long number, String reason) {
    return change(
        number,
        (tx, visit) -> {
          if (!new Rights(by).leads()) return Optional.of(Refusal.NOT_ALLOWED);
          if (visit.state() != State.PLANNED) return Optional.of(Refusal.NOT_NOW);
          if (reason.isBlank()) return Optional.of(Refusal.TEXT_MISSING);
          save(tx, visit, State.EXCUSED, false, "", clean(reason), Optional.empty());
          tell(
              tx,
              "" + number,
              by.id(),
              new RoundEvent.Excused(number, visit.department(), visit.engineer(), clean(reason)));
          return Optional.empty();
        });
  }

  /// Writes a note. A fault is a ticket at once, a wish a suggestion, a training need one.
  public Answer find(Person by, long number, Found found) {
    return change(
        number,
        (tx, visit) -> {
          if (!new Rights(by).writes(visit)) return Optional.of(Refusal.NOT_ALLOWED);
          if (visit.state() != State.PLANNED) return Optional.of(Refusal.NOT_NOW);
          if (found.text().isBlank()) return Optional.of(Refusal.TEXT_MISSING);
          if (found.text().length() > LONGEST) return Optional.of(Refusal.TEXT_TOO_LONG);
          note(tx, by, visit, found);
          return Optional.empty();
        });
  }

  private void note(SqlConnection tx, Person by, Visit visit, Found found) {
    var store = new RoundStore(tx);
    var text = clean(found.text());
    var id =
        store.found(
            visit.number(),
            found.kind(),
            text,
            found.photo(),
            found.onTheSpot(),
            clock.instant(),
            by.id());
    var outcome =
        switch (found.kind()) {
          case FAULT -> Optional.of(found.onTheSpot() ? Outcome.EXPLAINED : Outcome.TICKET);
          case WISH -> Optional.of(Outcome.SUGGESTION);
          case TRAINING -> Optional.of(Outcome.TRAINING);
          case PRAISE, OBSERVATION -> Optional.<Outcome>empty();
        };
    outcome.ifPresent(what -> settle(tx, by, visit, store.finding(id).orElseThrow(), what, text));
  }

  private boolean settle(
      SqlConnection tx, Person by, Visit visit, Finding finding, Outcome outcome, String words) {
    var result = conversion.of(tx, visit, finding, outcome, words);
    if (!new RoundStore(tx).settle(finding.id(), outcome, result, clock.instant())) return false;
    var settled = new RoundEvent.Settled(visit.number(), finding.id(), outcome.code(), result);
    tell(tx, "" + visit.number(), by.id(), settled);
    return true;
  }

  /// Decides what becomes of something that was seen.
  public Answer settle(Person by, long findingId, Outcome outcome, String words) {
    return database.inTransaction(
        tx -> {
          var store = new RoundStore(tx);
          var finding = store.finding(findingId);
          var visit = finding.flatMap(one -> store.lock(one.visit()));
          if (visit.isEmpty() || !new Rights(by).writes(visit.get()))
            return new Answer.Refused(Refusal.NOT_ALLOWED);
          var open = store.finding(findingId).orElseThrow();
          if (open.outcome().isPresent() || !open.kind().isPainPoint())
            return new Answer.Refused(Refusal.ALREADY_SETTLED);
          if (outcome != Outcome.TICKET && outcome != Outcome.SUGGESTION && words.isBlank())
            return new Answer.Refused(Refusal.TEXT_MISSING);
          settle(tx, by, visit.get(), open, outcome, clean(words));
          return new Answer.Done(visit.get().number());
        });
  }

  /// Closes the notebook.
  ///
  /// @param notes people met, next steps
  public Answer close(Person by, long number, boolean handover, String notes) {
    return change(
        number,
        (tx, visit) -> {
          if (!new Rights(by).writes(visit)) return Optional.of(Refusal.NOT_ALLOWED);
          if (visit.state() != State.PLANNED) return Optional.of(Refusal.NOT_NOW);
          if (notes.isBlank()) return Optional.of(Refusal.TEXT_MISSING);
          if (notes.length() > LONGEST) return Optional.of(Refusal.TEXT_TOO_LONG);
          var now = Optional.of(clock.instant());
          save(tx, visit, State.LOGGED, handover, clean(notes), "", now);
          var findings = new RoundStore(tx).findings(number);
          var mended = (int) findings.stream().filter(Finding::onTheSpot).count();
          var logged = new RoundEvent.Logged(number, visit.department(), findings.size(), mended);
          tell(tx, "" + number, by.id(), logged);
          return Optional.empty();
        });
  }

  /// The ward says that somebody was there.
  public Answer confirm(Person by, long number) {
    return change(
        number,
        (tx, visit) -> {
          if (!new Rights(by).confirms(visit)) return Optional.of(Refusal.NOT_ALLOWED);
          if (visit.state() != State.LOGGED) return Optional.of(Refusal.NOT_NOW);
          save(tx, visit, State.CONFIRMED, visit.handover(), visit.notes(), "", visit.logged());
          tell(tx, "" + number, by.id(), new RoundEvent.Confirmed(number));
          return Optional.empty();
        });
  }

  private interface Change {
    Optional<Refusal> make(SqlConnection tx, Visit visit);
  }

  private Answer change(long number, Change change) {
    return database.inTransaction(
        tx -> {
          var visit = new RoundStore(tx).lock(number);
          if (visit.isEmpty()) return new Answer.Refused(Refusal.NOT_ALLOWED);
          return change
              .make(tx, visit.get())
              .<Answer>map(Answer.Refused::new)
              .orElseGet(() -> new Answer.Done(number));
        });
  }

  private static void save(
      SqlConnection tx,
      Visit visit,
      State state,
      boolean handover,
      String notes,
      String excuse,
      Optional<Instant> logged) {
    new RoundStore(tx)
        .save(
            new Visit(
                visit.number(),
                visit.date(),
                visit.slot(),
                visit.engineer(),
                visit.department(),
                visit.topics(),
                state,
                handover,
                notes,
                excuse,
                logged));
  }

  /// Whoever holds the visit's row, or claimed the week, is alone in adding to its events.
  private void tell(SqlConnection tx, String key, PersonId by, RoundEvent event) {
    var sequence = log.of(tx, RoundEvent.STREAM, key).size() + 1;
    JsonObject payload = Facts.of(event);
    log.append(
        tx,
        new NewEvent(
            RoundEvent.STREAM, key, sequence, event.type(), clock.instant(), by.value(), payload));
  }

  private String clean(String text) {
    return masker.mask(text.strip()).text();
  }

  /// The plan of some days, in the order of the day.
  public List<Visit> between(LocalDate from, LocalDate to) {
    return new RoundStore(database.pool())
        .between(from, to).stream()
            .sorted(Comparator.comparing(Visit::date).thenComparing(Visit::slot))
            .toList();
  }

  public Optional<Visit> visit(long number) {
    return new RoundStore(database.pool()).find(number);
  }

  /// The visit, if this person may read its notebook.
  public Optional<Visit> visit(Person reader, boolean deskStaff, long number) {
    return visit(number).filter(visit -> mayRead(reader, deskStaff, visit));
  }

  public boolean mayRead(Person reader, boolean deskStaff, Visit visit) {
    return new Rights(reader).reads(visit, deskStaff);
  }

  public boolean mayWrite(Person person, Visit visit) {
    return new Rights(person).writes(visit) && visit.state() == State.PLANNED;
  }

  public boolean maySettle(Person person, Visit visit) {
    return new Rights(person).writes(visit);
  }

  public boolean mayConfirm(Person person, Visit visit) {
    return new Rights(person).confirms(visit) && visit.state() == State.LOGGED;
  }

  public boolean leads(Person person) {
    return new Rights(person).leads();
  }

  public List<Finding> findings(long visit) {
    return new RoundStore(database.pool()).findings(visit);
  }

  /// What was found within a time; what the conversion of pain points is counted from.
  public List<Finding> found(Instant from, Instant to) {
    return new RoundStore(database.pool()).found(from, to);
  }
}
