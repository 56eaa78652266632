package org.apricotdesk.bot.notice;

import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.Listener;
import org.apricotdesk.desk.round.RoundEvent;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;

/// What engineers and wards hear of the rounds: who comes when, and that a visit is to be
/// confirmed.
public final class RoundNews implements Listener {
  private final People people;
  private final Deliveries deliveries;
  private final Speech speech;
  private final Words words;
  private final String pages;

  /// @param pages the address of the desk's pages, without a slash at its end
  public RoundNews(People people, Deliveries deliveries, Speech speech, Words words, String pages) {
    this.people = people;
    this.deliveries = deliveries;
    this.speech = speech;
    this.words = words;
    this.pages = pages;
  }

  @Override
  public void on(SqlConnection tx, Event event) {
    var told = new ArrayList<Delivery>();
    switch (RoundEvent.of(event)) {
      case RoundEvent.Planned(var stops) -> stops.forEach(stop -> planned(told, event, stop));
      case RoundEvent.Logged(var visit, var department, var findings, var mended) -> {
        var text = words.say("round.logged", findings, mended, page(visit));
        liaison(department).ifPresent(who -> told.add(delivery(who, text, event, visit)));
      }
      case RoundEvent.Excused(var visit, var department, var engineer, var reason) -> {
        var text = words.say("round.excused", name(department), reason);
        told.add(delivery(engineer, text, event, visit));
        liaison(department).ifPresent(who -> told.add(delivery(who, text, event, visit)));
      }
      case RoundEvent.Confirmed _, RoundEvent.Settled _ -> {}
    }
    deliveries.add(tx, told);
  }

  private void planned(List<Delivery> told, Event event, RoundEvent.Stop stop) {
    var slot = words.say("round.slot." + stop.slot());
    var day = stop.date().toString();
    var where = name(stop.department());
    told.add(
        delivery(
            stop.engineer(),
            words.say("round.to_engineer", where, day, slot, page(stop.visit())),
            event,
            stop.visit()));
    var text = words.say("round.to_ward", where, day, slot, speech.name(stop.engineer()));
    liaison(stop.department()).ifPresent(who -> told.add(delivery(who, text, event, stop.visit())));
  }

  private String page(long visit) {
    return pages + "/rounds/" + visit;
  }

  private String name(DepartmentId id) {
    return people.department(id).map(Department::name).orElse(id.value());
  }

  private Optional<PersonId> liaison(DepartmentId department) {
    return people.liaison(department).map(Person::id);
  }

  private static Delivery delivery(PersonId person, String text, Event event, long visit) {
    return new Occasion("round", visit, event, Occasion.LAST).words(person, text);
  }
}
