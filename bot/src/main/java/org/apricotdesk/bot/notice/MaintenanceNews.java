package org.apricotdesk.bot.notice;

import io.vertx.sqlclient.SqlConnection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.Listener;
import org.apricotdesk.desk.incident.KnownIncidents;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.maintenance.MaintenanceEvent;
import org.apricotdesk.desk.maintenance.Work;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;

/// What is told of planned downtime: directors are asked, the departments affected hear when and
/// what to do, that it does not happen, and that it is over.
public final class MaintenanceNews implements Listener {
  private static final int SOON = 2;

  private final Maintenance maintenance;
  private final KnownIncidents places;
  private final People people;
  private final Deliveries deliveries;
  private final Speech speech;
  private final Words words;
  private final String pages;

  /// @param pages the address of the desk's pages, without a slash at its end
  public MaintenanceNews(
      Maintenance maintenance,
      KnownIncidents places,
      People people,
      Deliveries deliveries,
      Speech speech,
      Words words,
      String pages) {
    this.maintenance = maintenance;
    this.places = places;
    this.people = people;
    this.deliveries = deliveries;
    this.speech = speech;
    this.words = words;
    this.pages = pages;
  }

  @Override
  public void on(SqlConnection tx, Event event) {
    maintenance.find(tx, Long.parseLong(event.key())).ifPresent(work -> tell(tx, work, event));
  }

  private void tell(SqlConnection tx, Work work, Event event) {
    var plan = work.plan();
    var link = pages + "/maintenance/" + work.number();
    var from = speech.time(plan.from());
    var until = speech.time(plan.until());
    var text =
        switch (MaintenanceEvent.of(event)) {
          case MaintenanceEvent.Requested _ ->
              words.say("maintenance.requested", plan.title(), from, until, link);
          case MaintenanceEvent.Announced() ->
              words.say(
                  "maintenance.announced",
                  plan.title(),
                  where(work),
                  from,
                  until,
                  plan.meanwhile().isEmpty()
                      ? ""
                      : words.say("incident.meanwhile", plan.meanwhile()),
                  link);
          case MaintenanceEvent.Withdrawn(var reason) ->
              words.say("maintenance.withdrawn", plan.title(), from, reason);
          case MaintenanceEvent.Ended() -> words.say("maintenance.ended", plan.title());
        };
    var occasion = new Occasion("maintenance", work.number(), event, SOON);
    var told = work.announced().isPresent() ? affected(work) : directors();
    deliveries.add(
        tx,
        told.stream()
            .filter(PersonId::isPerson)
            .map(person -> occasion.words(person, text))
            .toList());
  }

  private String where(Work work) {
    var where = places.where(work.plan().area());
    return where.isEmpty() ? words.say("incident.everywhere") : words.list(where);
  }

  private Set<PersonId> directors() {
    return having(List.of(Role.DIRECTOR, Role.DEPUTY_DIRECTOR));
  }

  /// The liaisons of the departments, and who leads and dispatches.
  private Set<PersonId> affected(Work work) {
    var all = having(List.of(Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR));
    for (var department : places.departments(work.plan().area())) {
      people.liaison(department).map(Person::id).ifPresent(all::add);
    }
    return all;
  }

  private Set<PersonId> having(List<Role> roles) {
    var all = new LinkedHashSet<PersonId>();
    roles.forEach(role -> people.having(role).forEach(person -> all.add(person.id())));
    return all;
  }
}
