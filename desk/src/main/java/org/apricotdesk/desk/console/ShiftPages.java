package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.duty.Shift;
import org.apricotdesk.desk.staff.Campus;
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

  private final Desk desk;
  private final Pages pages;
  private final Clock clock;

  ShiftPages(Desk desk, Pages pages, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.clock = clock;
  }

  void addTo(RouteTable routes) {
    routes.get("/shift", WORKERS, this::show);
  }

  private void show(RoutingContext context) {
    var now = clock.instant();
    var shifts = desk.duty().between(now, now.plus(AHEAD));
    var on = shifts.stream().filter(shift -> shift.covers(now)).toList();
    var coming = shifts.stream().filter(shift -> !shift.covers(now)).toList();
    var me = Web.caller(context).id();
    var speech = pages.speech(context);
    pages.showIn(
        context,
        "shift",
        "console/shift",
        new ShiftPage(watches(on, speech, me), watches(coming, speech, me), on.isEmpty()));
  }

  private List<ShiftPage.Watch> watches(List<Shift> shifts, Speech speech, PersonId me) {
    return shifts.stream().map(shift -> watch(shift, speech, me)).toList();
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
        speech.time(shift.start()) + " – " + speech.time(shift.end()),
        shift.person().equals(me));
  }
}
