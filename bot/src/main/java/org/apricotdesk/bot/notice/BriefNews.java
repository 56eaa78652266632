package org.apricotdesk.bot.notice;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Bodies;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.bot.delivery.ShownCards;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.Listener;
import org.apricotdesk.desk.brief.Brief;
import org.apricotdesk.desk.brief.Briefs;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;

/// Hears of briefs: their readers get a card when one is published, and whoever is to write or
/// check it when it is their turn.
public final class BriefNews implements Listener {
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime NIGHT = LocalTime.of(21, 0);

  private final Briefs briefs;
  private final People people;
  private final Deliveries deliveries;
  private final Words words;
  private final String pages;
  private final ZoneId zone;

  /// @param pages where the desk's pages are
  public BriefNews(
      Briefs briefs, People people, Deliveries deliveries, Words words, String pages, ZoneId zone) {
    this.briefs = briefs;
    this.people = people;
    this.deliveries = deliveries;
    this.words = words;
    this.pages = pages;
    this.zone = zone;
  }

  @Override
  public void on(SqlConnection tx, Event event) {
    var brief = briefs.find(tx, Long.parseLong(event.key()));
    if (brief.isEmpty()) {
      return;
    }
    deliveries.add(tx, tell(brief.get(), event));
  }

  private List<Delivery> tell(Brief brief, Event event) {
    return switch (event.type()) {
      case "published" -> published(brief, event);
      case "submitted" -> cards(brief, event, others(event, Role.DIRECTOR, Role.DEPUTY_DIRECTOR));
      case "returned" -> cards(brief, event, Stream.of(brief.editor()));
      case "drafted" -> drafted(brief, event);
      default -> List.of();
    };
  }

  /// A draft that came by itself waits for somebody to take it up.
  private List<Delivery> drafted(Brief brief, Event event) {
    return event.actor().equals(PersonId.SYSTEM.value())
        ? cards(brief, event, others(event, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR))
        : List.of();
  }

  private Stream<PersonId> others(Event event, Role... roles) {
    return Stream.of(roles)
        .flatMap(role -> people.having(role).stream())
        .map(Person::id)
        .distinct()
        .filter(person -> person.isPerson() && !person.value().equals(event.actor()));
  }

  private List<Delivery> cards(Brief brief, Event event, Stream<PersonId> to) {
    var link = URI.create(pages + "/admin/briefs/" + brief.id());
    var text = event.payload().getString("note", "");
    return to.filter(PersonId::isPerson)
        .map(person -> card(new Address.Member(person.value()), brief, event, text, link))
        .toList();
  }

  private List<Delivery> published(Brief brief, Event event) {
    var issue = brief.published().orElseThrow().issue();
    var link = URI.create(pages + "/briefs/" + issue);
    var text = words.say("brief.issue", issue);
    var told = new ArrayList<Delivery>();
    for (var person : people.everybody()) {
      if (person.active() && brief.audience().covers(person)) {
        told.add(card(new Address.Member(person.id().value()), brief, event, text, link));
      }
    }
    for (var group : brief.audience().groups()) {
      told.add(card(new Address.Chat(group), brief, event, text, link));
    }
    return told;
  }

  private Delivery card(Address to, Brief brief, Event event, String text, URI link) {
    var key = "brief:" + event.position() + ":" + to.code();
    var line = words.say("brief." + event.type());
    var head = new Card.Head(brief.title(), line, text, List.of(), Optional.of(link));
    JsonObject body = Bodies.card(new Card.Notice(ShownCards.taskId(key), head));
    return new Delivery(
        key,
        to,
        "brief",
        Optional.empty(),
        Occasion.LAST,
        Optional.empty(),
        body,
        awake(event.at()));
  }

  /// Nobody is woken for a brief.
  private Instant awake(Instant at) {
    var local = at.atZone(zone);
    if (local.toLocalTime().isBefore(MORNING)) {
      return local.with(MORNING).toInstant();
    }
    return local.toLocalTime().isBefore(NIGHT) ? at : local.plusDays(1).with(MORNING).toInstant();
  }
}
