package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.duty.Line;
import org.apricotdesk.desk.duty.Roster;
import org.apricotdesk.desk.duty.Shift;
import org.apricotdesk.desk.duty.ShiftKind;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Speech;
import org.apricotdesk.desk.web.Web;

/// The duty roster day by day, to read and to change: somebody else takes a shift, one is added or
/// taken out. Leads plan their own team, directors everybody.
final class DutyPages {
  private static final Rule READERS =
      Rule.anyOf(
          Role.ENGINEER, Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final Rule PLANNERS =
      Rule.anyOf(Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);

  private static final int WEEK = 7;

  private final Desk desk;
  private final Pages pages;
  private final Clock clock;
  private final Choices choices;
  private final Roster roster;

  DutyPages(Desk desk, Pages pages, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.clock = clock;
    this.choices = new Choices(desk);
    this.roster = desk.roster();
  }

  void addTo(RouteTable routes) {
    routes
        .get("/admin/duty", READERS, context -> show(context, 200, Optional.empty()))
        .post("/admin/duty/change", PLANNERS, this::change)
        .post("/admin/duty/remove", PLANNERS, this::remove)
        .post("/admin/duty/add", PLANNERS, this::add);
  }

  private void show(RoutingContext context, int status, Optional<String> problem) {
    var day = day(context);
    var speech = pages.speech(context);
    var caller = Web.caller(context);
    var shifts = weekFrom(day);
    var plans = PLANNERS.allows(caller);
    var page =
        new DutyPage(
            day,
            IntStream.rangeClosed(-1, 6)
                .mapToObj(day::plusDays)
                .map(one -> new DutyPage.Day(one, label(speech, one)))
                .toList(),
            rolls(day, shifts, speech, caller),
            field(context, "shift"),
            plans ? plannable(caller) : List.of(),
            desk.shiftKinds().stream().map(ShiftKind::name).distinct().toList(),
            choices.campuses(),
            plans ? board(day, shifts, speech, caller) : List.of(),
            problem);
    pages.showIn(context, status, "duty", "console/duty", page);
  }

  private static String label(Speech speech, LocalDate day) {
    return DateTimeFormatter.ofPattern(speech.say("duty.day"), speech.locale()).format(day);
  }

  private LocalDate day(RoutingContext context) {
    return day(context, "day");
  }

  /// The first day on the page from which a change was made: the board shows seven.
  private LocalDate shown(RoutingContext context) {
    return field(context, "shown").isEmpty() ? day(context) : day(context, "shown");
  }

  private LocalDate day(RoutingContext context, String name) {
    try {
      var typed = field(context, name);
      if (!typed.isEmpty()) return LocalDate.parse(typed);
    } catch (DateTimeException _) {
      // today, then
    }
    return clock.instant().atZone(desk.zone()).toLocalDate();
  }

  private List<Shift> weekFrom(LocalDate first) {
    var from = first.atStartOfDay(desk.zone()).toInstant();
    var to = first.plusDays(WEEK).atStartOfDay(desk.zone()).toInstant();
    return desk.duty().between(from, to);
  }

  /// The week from that day on, day by day: those that begin on each.
  private List<DutyPage.Roll> rolls(
      LocalDate first, List<Shift> shifts, Speech speech, Person caller) {
    return first
        .datesUntil(first.plusDays(WEEK))
        .map(
            day ->
                new DutyPage.Roll(
                    day,
                    label(speech, day),
                    watches(
                        shifts.stream().filter(one -> day.equals(begins(one))).toList(),
                        speech,
                        caller)))
        .toList();
  }

  private List<DutyPage.Watch> watches(List<Shift> shifts, Speech speech, Person caller) {
    var alike = new LinkedHashMap<List<String>, List<DutyPage.Row>>();
    for (var shift : shifts) {
      var what = what(shift.name(), shift.line(), shift.campus(), speech);
      alike
          .computeIfAbsent(List.of(what, hours(shift, speech)), _ -> new ArrayList<>())
          .add(row(shift, caller));
    }
    return alike.entrySet().stream()
        .map(
            one ->
                new DutyPage.Watch(
                    one.getKey().getFirst(), one.getKey().getLast(), List.copyOf(one.getValue())))
        .toList();
  }

  /// From when to when by the clock, as the day is said above; with the days if it is longer.
  private String hours(Shift shift, Speech speech) {
    if (!shift.end().isBefore(shift.start().plus(Duration.ofDays(1))))
      return speech.time(shift.start()) + " – " + speech.time(shift.end());
    var clock = DateTimeFormatter.ofPattern(speech.say("time.today"), speech.locale());
    var zoned = clock.withZone(desk.zone());
    return zoned.format(shift.start()) + " – " + zoned.format(shift.end());
  }

  /// The week from that day on: a row for each kind of shift, line and campus. What few people do
  /// in turn stands on top, what everybody does at the end.
  private List<DutyPage.Slot> board(
      LocalDate first, List<Shift> shifts, Speech speech, Person caller) {
    return desk.shiftKinds().stream()
        .flatMap(kind -> kind.lines().stream().sorted().flatMap(line -> slots(kind, line)))
        .map(slot -> slot.with(days(slot, first, shifts, caller), words(slot, speech)))
        .sorted(Comparator.comparingInt(DutyPage.Slot::most))
        .toList();
  }

  private Stream<DutyPage.Slot> slots(ShiftKind kind, Line line) {
    return desk.people().campuses().stream()
        .filter(campus -> kind.campuses().contains(campus.id()))
        .map(campus -> DutyPage.Slot.of(kind.name(), line, campus.id()));
  }

  private String words(DutyPage.Slot slot, Speech speech) {
    return what(slot.kind(), slot.line(), slot.campus(), speech);
  }

  private List<DutyPage.Cell> days(
      DutyPage.Slot slot, LocalDate first, List<Shift> shifts, Person caller) {
    return IntStream.range(0, WEEK)
        .mapToObj(first::plusDays)
        .map(day -> new DutyPage.Cell(day, chips(slot, day, shifts, caller)))
        .toList();
  }

  private List<DutyPage.Chip> chips(
      DutyPage.Slot slot, LocalDate day, List<Shift> shifts, Person caller) {
    return shifts.stream()
        .filter(shift -> slot.holds(shift) && day.equals(begins(shift)))
        .map(
            shift ->
                new DutyPage.Chip(
                    Roster.key(shift),
                    shift.person().value(),
                    name(shift.person()),
                    roster.plans(caller, shift.person())))
        .toList();
  }

  private LocalDate begins(Shift shift) {
    return shift.start().atZone(desk.zone()).toLocalDate();
  }

  private String what(String name, Line line, CampusId where, Speech speech) {
    var kind = "shift." + name;
    var campus = desk.people().campus(where).map(Campus::name).orElse("");
    return "%s · %s · %s"
        .formatted(
            speech.has(kind) ? speech.say(kind) : name, speech.say("line." + line.code()), campus);
  }

  private DutyPage.Row row(Shift shift, Person caller) {
    return new DutyPage.Row(
        Roster.key(shift), name(shift.person()), roster.plans(caller, shift.person()));
  }

  private String name(PersonId id) {
    return desk.people().find(id).map(Person::name).orElse(id.value());
  }

  private List<Field.Option> plannable(Person caller) {
    return choices.deskStaff().stream()
        .filter(one -> !one.value().isEmpty())
        .filter(one -> roster.plans(caller, new PersonId(one.value())))
        .toList();
  }

  private void change(RoutingContext context) {
    var caller = Web.caller(context);
    var to = person(context);
    var key = field(context, "shift");
    if (to.isEmpty()) refuse(context, Roster.Why.UNKNOWN, to);
    else answer(context, to, tx -> roster.change(tx, caller, key, to.get()));
  }

  private void remove(RoutingContext context) {
    var caller = Web.caller(context);
    var key = field(context, "shift");
    answer(context, Optional.empty(), tx -> roster.remove(tx, caller, key));
  }

  private void add(RoutingContext context) {
    var caller = Web.caller(context);
    var wish = wish(context);
    if (wish.isEmpty()) refuse(context, Roster.Why.UNKNOWN, Optional.empty());
    else answer(context, wish.map(Roster.Wish::person), tx -> roster.add(tx, caller, wish.get()));
  }

  private Optional<Roster.Wish> wish(RoutingContext context) {
    try {
      return person(context)
          .map(
              who ->
                  new Roster.Wish(
                      who,
                      field(context, "kind"),
                      Line.valueOf(field(context, "line").toUpperCase(Locale.ROOT)),
                      new CampusId(field(context, "campus")),
                      day(context)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void answer(
      RoutingContext context,
      Optional<PersonId> whom,
      Function<SqlConnection, Roster.Outcome> change) {
    switch (desk.database().inTransaction(change)) {
      case Roster.Outcome.Done _ -> pages.done(context, "/admin/duty?day=" + shown(context));
      case Roster.Outcome.Refused(var why) -> refuse(context, why, whom);
    }
  }

  private void refuse(RoutingContext context, Roster.Why why, Optional<PersonId> whom) {
    var name = whom.map(this::name).orElse("");
    switch (why) {
      case FOREIGN -> context.fail(403);
      case UNKNOWN -> show(context, 400, Optional.of(pages.say(context, "duty.malformed")));
      case GONE -> show(context, 409, Optional.of(pages.say(context, "duty.gone")));
      case CLASH -> show(context, 409, Optional.of(pages.say(context, "duty.clash", name)));
    }
  }

  private Optional<PersonId> person(RoutingContext context) {
    try {
      return Optional.of(new PersonId(field(context, "to")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name))
        .or(() -> Optional.ofNullable(context.request().getParam(name)))
        .orElse("")
        .strip();
  }
}
