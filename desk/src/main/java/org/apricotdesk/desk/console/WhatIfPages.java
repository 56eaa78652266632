package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketEvent;
import org.apricotdesk.desk.ticket.TicketEvent.What;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// Tries a sentence: what it is taken for, what would be opened, who would be asked, by when.
final class WhatIfPages {
  private static final Rule TESTERS =
      Rule.anyOf(
          Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.SYSADMIN);
  private static final int LONGEST = 500;

  private final Desk desk;
  private final Pages pages;
  private final Rehearsal rehearsal;

  WhatIfPages(Desk desk, Pages pages, Rehearsal rehearsal) {
    this.desk = desk;
    this.pages = pages;
    this.rehearsal = rehearsal;
  }

  void addTo(RouteTable routes) {
    routes.get("/admin/whatif", TESTERS, this::empty).post("/admin/whatif", TESTERS, this::tried);
  }

  private void empty(RoutingContext context) {
    var me = Web.caller(context).name();
    show(context, 200, new WhatIfPage(me, "", List.of(), Optional.empty()));
  }

  private void tried(RoutingContext context) {
    var sentence = field(context, "sentence");
    var typed = field(context, "speaker");
    var speaker = desk.people().called(typed).filter(Person::active);
    if (sentence.isEmpty() || sentence.length() > LONGEST) {
      show(context, 400, new WhatIfPage(typed, sentence, List.of(), wrong("whatif.sentence")));
    } else if (speaker.isEmpty()) {
      show(context, 400, new WhatIfPage(typed, sentence, List.of(), wrong("whatif.nobody")));
    } else {
      var outcomes = rehearsal.hear(speaker.get(), sentence).stream().map(this::outcome).toList();
      show(context, 200, new WhatIfPage(typed, sentence, outcomes, Optional.empty()));
    }
  }

  private static Optional<String> wrong(String key) {
    return Optional.of(key);
  }

  private WhatIfPage.Outcome outcome(Rehearsal.Heard heard) {
    return new WhatIfPage.Outcome(
        heard.text(),
        heard.kind(),
        heard.category().flatMap(desk.catalogue()::find).map(category -> category.path()),
        (int) Math.round(100 * heard.confidence()),
        heard.reasons(),
        heard.report().map(this::opened));
  }

  private WhatIfPage.Opened opened(NewTicket report) {
    var trial = desk.tickets().tryOut(report);
    var ticket = trial.ticket();
    return new WhatIfPage.Opened(
        ticket.report().title(),
        place(ticket),
        ticket.priority().name(),
        team(ticket),
        trial.history().stream().flatMap(WhatIfPages::asked).map(this::name).distinct().toList(),
        ticket.response().due(),
        ticket.resolution().due());
  }

  private String place(Ticket ticket) {
    var place = ticket.report().place();
    return Stream.of(
            desk.people().campus(place.campus()).map(Campus::name),
            place.department().flatMap(desk.people()::department).map(Department::name),
            place.spot())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private String team(Ticket ticket) {
    var team = ticket.hands().team().flatMap(desk.people()::team);
    var squad =
        team.flatMap(
            one ->
                one.squads().stream()
                    .filter(s -> ticket.hands().squad().filter(s.id()::equals).isPresent())
                    .findFirst());
    return Stream.of(team.map(Team::name), squad.map(Team.Squad::name))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private static Stream<PersonId> asked(TicketEvent event) {
    return event.what() instanceof What.Escalated(var _, var _, var to) ? to.stream() : Stream.of();
  }

  private String name(PersonId id) {
    return desk.people().find(id).map(Person::name).orElse(id.value());
  }

  private void show(RoutingContext context, int status, WhatIfPage page) {
    pages.showIn(context, status, "whatif", "console/whatif", page);
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("").strip();
  }
}
