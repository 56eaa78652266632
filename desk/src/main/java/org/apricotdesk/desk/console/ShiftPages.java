package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.duty.Shift;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Speech;
import org.apricotdesk.desk.web.Web;

/// The duty roster as it stands, for everybody who works on tickets.
final class ShiftPages {
  private static final Rule WORKERS =
      Rule.anyOf(
          Role.ENGINEER, Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final Duration AHEAD = Duration.ofDays(7);
  private static final Duration BACK = Duration.ofDays(2);
  private static final int LONGEST = 1000;
  private static final int MOST = 100;

  private final Desk desk;
  private final Pages pages;
  private final Clock clock;
  private final Handovers notes;

  ShiftPages(Desk desk, Pages pages, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.clock = clock;
    this.notes = new Handovers(desk.database().pool());
  }

  void addTo(RouteTable routes) {
    routes
        .get("/shift", WORKERS, context -> show(context, 200, Optional.empty()))
        .post("/shift/notes", WORKERS, this::leave)
        .post("/shift/notes/seen", WORKERS, this::seen);
  }

  private void leave(RoutingContext context) {
    var text = field(context, "text");
    if (text.isEmpty() || text.length() > LONGEST) {
      show(context, 400, Optional.of("handover.malformed"));
      return;
    }
    var caller = Web.caller(context);
    var masked = new Masker(desk.people()::isStaffName).mask(text).text();
    notes.leave(clock.instant(), caller.id(), caller.campus(), masked);
    pages.done(context, "/shift");
  }

  private void seen(RoutingContext context) {
    var typed = field(context, "note");
    if (typed.matches("\\d{1,18}")) notes.seen(Long.parseLong(typed), Web.caller(context).id());
    pages.done(context, "/shift");
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("").strip();
  }

  /// The campuses the reader works for.
  private static Set<CampusId> campuses(Person reader) {
    var campuses = new LinkedHashSet<>(reader.campusScope());
    campuses.add(reader.campus());
    return campuses;
  }

  private List<ShiftPage.Spare> spares(Person reader) {
    return desk.tickets().loansOut(campuses(reader), MOST).stream()
        .map(
            loan ->
                new ShiftPage.Spare(
                    loan.asset(),
                    loan.ticket().value(),
                    loan.department()
                        .flatMap(desk.people()::department)
                        .map(Department::name)
                        .orElse(""),
                    loan.dueBack(),
                    loan.isOverdue(clock.instant())))
        .toList();
  }

  /// What was left on the campuses the reader works for.
  private List<ShiftPage.Note> notes(Person reader) {
    return notes.since(clock.instant().minus(BACK), List.copyOf(campuses(reader))).stream()
        .map(note -> note(note, reader))
        .toList();
  }

  private ShiftPage.Note note(Handovers.Handover note, Person reader) {
    var seen = note.seen().stream().map(this::name).toList();
    var unread = !note.author().equals(reader.id()) && !note.seen().contains(reader.id());
    return new ShiftPage.Note(
        note.position(), note.at(), name(note.author()), note.text(), seen, unread);
  }

  private String name(PersonId id) {
    return desk.people().find(id).map(Person::name).orElse(id.value());
  }

  private void show(RoutingContext context, int status, Optional<String> problem) {
    var now = clock.instant();
    var shifts = desk.duty().between(now, now.plus(AHEAD));
    var on = shifts.stream().filter(shift -> shift.covers(now)).toList();
    var coming = shifts.stream().filter(shift -> !shift.covers(now)).toList();
    var caller = Web.caller(context);
    var me = caller.id();
    var speech = pages.speech(context);
    pages.showIn(
        context,
        status,
        "shift",
        "console/shift",
        new ShiftPage(
            watches(on, speech, me),
            watches(
                coming.stream().filter(shift -> shift.person().equals(me)).toList(), speech, me),
            days(coming, speech, me),
            on.isEmpty(),
            desk.tickets().howManyInHandsOf(me),
            notes(caller),
            spares(caller),
            problem));
  }

  private List<ShiftPage.Day> days(List<Shift> shifts, Speech speech, PersonId me) {
    var label = DateTimeFormatter.ofPattern(speech.say("duty.day"), speech.locale());
    var byDay = new TreeMap<LocalDate, List<Shift>>();
    for (var shift : shifts)
      byDay
          .computeIfAbsent(
              LocalDate.ofInstant(shift.start(), speech.zone()), _ -> new ArrayList<>())
          .add(shift);
    return byDay.entrySet().stream()
        .map(
            day ->
                new ShiftPage.Day(label.format(day.getKey()), watches(day.getValue(), speech, me)))
        .toList();
  }

  /// The reader's own first.
  private List<ShiftPage.Watch> watches(List<Shift> shifts, Speech speech, PersonId me) {
    return shifts.stream()
        .map(shift -> watch(shift, speech, me))
        .sorted(Comparator.comparing(ShiftPage.Watch::mine).reversed())
        .toList();
  }

  private ShiftPage.Watch watch(Shift shift, Speech speech, PersonId me) {
    var name = desk.people().find(shift.person()).map(Person::name).orElse(shift.person().value());
    var campus = desk.people().campus(shift.campus()).map(Campus::name).orElse("");
    var kind = "shift." + shift.name();
    return new ShiftPage.Watch(
        name,
        "%s · %s · %s"
            .formatted(
                speech.has(kind) ? speech.say(kind) : shift.name(),
                speech.say("line." + shift.line().code()),
                campus),
        speech.time(shift.start()) + " – " + end(shift, speech),
        shift.person().equals(me));
  }

  /// The day is said once where a shift ends on the day it began.
  private static String end(Shift shift, Speech speech) {
    var begins = shift.start().atZone(speech.zone());
    var ends = shift.end().atZone(speech.zone());
    return begins.toLocalDate().equals(ends.toLocalDate())
        ? DateTimeFormatter.ofPattern(speech.say("time.today"), speech.locale()).format(ends)
        : speech.time(shift.end());
  }
}
