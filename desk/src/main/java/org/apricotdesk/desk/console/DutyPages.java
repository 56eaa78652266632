package org.apricotdesk.desk.console;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.duty.Line;
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

  private final Desk desk;
  private final Pages pages;
  private final Clock clock;
  private final Choices choices;

  DutyPages(Desk desk, Pages pages, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.clock = clock;
    this.choices = new Choices(desk);
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
    var rows = shiftsOn(day).stream().map(shift -> row(shift, speech, caller)).toList();
    var plans = PLANNERS.allows(caller);
    var page =
        new DutyPage(
            day,
            IntStream.rangeClosed(-1, 6)
                .mapToObj(day::plusDays)
                .map(one -> new DutyPage.Day(one, label(speech, one)))
                .toList(),
            rows,
            field(context, "shift"),
            plans ? plannable(caller) : List.of(),
            desk.shiftKinds().stream().map(ShiftKind::name).distinct().toList(),
            choices.campuses(),
            problem);
    pages.showIn(context, status, "duty", "console/duty", page);
  }

  private static String label(Speech speech, LocalDate day) {
    return DateTimeFormatter.ofPattern(speech.say("duty.day"), speech.locale()).format(day);
  }

  private LocalDate day(RoutingContext context) {
    try {
      var typed = field(context, "day");
      if (!typed.isEmpty()) return LocalDate.parse(typed);
    } catch (DateTimeException _) {
      // today, then
    }
    return clock.instant().atZone(desk.zone()).toLocalDate();
  }

  /// Those that begin on that day.
  private List<Shift> shiftsOn(LocalDate day) {
    var from = day.atStartOfDay(desk.zone()).toInstant();
    var to = day.plusDays(1).atStartOfDay(desk.zone()).toInstant();
    return desk.duty().between(from, to).stream().filter(s -> !s.start().isBefore(from)).toList();
  }

  private DutyPage.Row row(Shift shift, Speech speech, Person caller) {
    var kind = "shift." + shift.name();
    var campus = desk.people().campus(shift.campus()).map(Campus::name).orElse("");
    var what =
        "%s · %s · %s"
            .formatted(
                speech.has(kind) ? speech.say(kind) : shift.name(),
                speech.say("line." + shift.line().code()),
                campus);
    return new DutyPage.Row(
        key(shift),
        name(shift.person()),
        what,
        speech.time(shift.start()) + " – " + speech.time(shift.end()),
        plans(caller, shift.person()));
  }

  private static String key(Shift shift) {
    return shift.person().value() + "@" + shift.start().getEpochSecond();
  }

  private String name(PersonId id) {
    return desk.people().find(id).map(Person::name).orElse(id.value());
  }

  /// Leads plan their own team.
  private boolean plans(Person caller, PersonId whom) {
    if (!PLANNERS.allows(caller)) return false;
    if (caller.is(Role.DIRECTOR) || caller.is(Role.DEPUTY_DIRECTOR)) return true;
    return caller.team().isPresent()
        && desk.people().find(whom).filter(p -> p.team().equals(caller.team())).isPresent();
  }

  private List<Field.Option> plannable(Person caller) {
    return choices.deskStaff().stream()
        .filter(one -> !one.value().isEmpty())
        .filter(one -> plans(caller, new PersonId(one.value())))
        .toList();
  }

  private void change(RoutingContext context) {
    var shift = chosen(context);
    var to = person(context);
    if (shift.isEmpty() || to.isEmpty()) {
      show(context, 409, Optional.of(pages.say(context, "duty.gone")));
      return;
    }
    var old = shift.get();
    var fresh = new Shift(to.get(), old.name(), old.line(), old.campus(), old.start(), old.end());
    write(context, "duty.changed", Optional.of(old), Optional.of(fresh));
  }

  private void remove(RoutingContext context) {
    var shift = chosen(context);
    if (shift.isEmpty()) show(context, 409, Optional.of(pages.say(context, "duty.gone")));
    else write(context, "duty.removed", shift, Optional.empty());
  }

  private void add(RoutingContext context) {
    var day = day(context);
    var kind =
        desk.shiftKinds().stream()
            .filter(one -> one.name().equals(field(context, "kind")))
            .findFirst();
    var campus =
        choices.campuses().stream()
            .filter(one -> one.value().equals(field(context, "campus")))
            .findFirst();
    var line = line(field(context, "line"));
    var who = person(context);
    if (kind.isEmpty() || campus.isEmpty() || line.isEmpty() || who.isEmpty()) {
      show(context, 400, Optional.of(pages.say(context, "duty.malformed")));
      return;
    }
    var shift =
        new Shift(
            who.get(),
            kind.get().name(),
            line.get(),
            new CampusId(campus.get().value()),
            kind.get().start(day, desk.zone()),
            kind.get().end(day, desk.zone()));
    write(context, "duty.added", Optional.empty(), Optional.of(shift));
  }

  private static Optional<Line> line(String code) {
    return List.of(Line.values()).stream()
        .filter(line -> line.code().equals(code.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private void write(
      RoutingContext context, String action, Optional<Shift> old, Optional<Shift> fresh) {
    var caller = Web.caller(context);
    var foreign =
        old.filter(shift -> !plans(caller, shift.person())).isPresent()
            || fresh.filter(shift -> !plans(caller, shift.person())).isPresent();
    if (foreign) {
      context.fail(403);
      return;
    }
    var refusal = desk.database().inTransaction(tx -> written(tx, caller, action, old, fresh));
    if (refusal.isPresent()) {
      var taken = refusal.get();
      var words = pages.say(context, taken, fresh.map(s -> name(s.person())).orElse(""));
      show(context, 409, Optional.of(words));
    } else {
      pages.done(context, "/admin/duty?day=" + day(context));
    }
  }

  /// @return the key of the reason why nothing was written
  private Optional<String> written(
      SqlConnection tx, Person caller, String action, Optional<Shift> old, Optional<Shift> fresh) {
    if (old.isPresent() && !desk.duty().remove(tx, old.get())) return Optional.of("duty.gone");
    if (fresh.isPresent() && desk.duty().add(tx, fresh.get()).isPresent()) {
      old.ifPresent(shift -> desk.duty().add(tx, shift));
      return Optional.of("duty.clash");
    }
    var shift = fresh.or(() -> old).orElseThrow();
    var detail =
        new JsonObject()
            .put("shift", shift.name())
            .put("start", shift.start().toString())
            .put("from", old.map(s -> s.person().value()).orElse(""))
            .put("to", fresh.map(s -> s.person().value()).orElse(""));
    desk.audit().record(tx, caller.id(), action, "duty " + shift.start(), detail);
    return Optional.empty();
  }

  private Optional<Shift> chosen(RoutingContext context) {
    var parts = field(context, "shift").split("@(?=\\d+$)", 2);
    if (parts.length != 2 || !parts[1].matches("\\d{1,11}")) return Optional.empty();
    var start = Instant.ofEpochSecond(Long.parseLong(parts[1]));
    return desk.duty().between(start, start.plusSeconds(1)).stream()
        .filter(shift -> key(shift).equals(field(context, "shift")))
        .findFirst();
  }

  private Optional<PersonId> person(RoutingContext context) {
    return choices.deskStaff().stream()
        .map(Field.Option::value)
        .filter(value -> !value.isEmpty() && value.equals(field(context, "to")))
        .map(PersonId::new)
        .findFirst();
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name))
        .or(() -> Optional.ofNullable(context.request().getParam(name)))
        .orElse("")
        .strip();
  }
}
