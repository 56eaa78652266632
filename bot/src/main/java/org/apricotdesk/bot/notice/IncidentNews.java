package org.apricotdesk.bot.notice;

import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.bot.delivery.ShownCard;
import org.apricotdesk.bot.delivery.ShownCards;
import org.apricotdesk.bot.dialogue.Cards;
import org.apricotdesk.bot.dialogue.Sheet;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.Listener;
import org.apricotdesk.desk.incident.Incident;
import org.apricotdesk.desk.incident.IncidentEvent;
import org.apricotdesk.desk.incident.IncidentEvent.What;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Report;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;

/// What is told of major incidents: to those who suffer from one, to whoever answers for their
/// departments, and to those who lead. It goes before everything else, and of several words about
/// one incident that wait only the newest is sent.
public final class IncidentNews implements Listener {
  private static final int FIRST = 1;
  private static final Role[] LEADS = {Role.DISPATCHER, Role.TEAM_LEAD};
  private static final Role[] MANAGERS = {Role.DEPUTY_DIRECTOR, Role.DIRECTOR};
  private static final Role[] HOSPITAL = {Role.FUNCTIONAL_APPROVER, Role.CMIO};

  private final Incidents incidents;
  private final People people;
  private final Telling telling;
  private final Speech speech;
  private final Words words;
  private final String pages;

  /// @param pages the address of the desk's pages, without a slash at its end
  public IncidentNews(
      Incidents incidents,
      People people,
      Telling telling,
      Speech speech,
      Words words,
      String pages) {
    this.incidents = incidents;
    this.people = people;
    this.telling = telling;
    this.speech = speech;
    this.words = words;
    this.pages = pages;
  }

  /// What it tells with.
  public record Telling(Deliveries deliveries, ShownCards shown, Cards cards) {}

  @Override
  public void on(SqlConnection tx, Event event) {
    var happened = IncidentEvent.of(event);
    var incident = incidents.find(tx, happened.incident());
    if (incident.isPresent()) {
      telling.deliveries().add(tx, told(tx, incident.get(), happened.what(), event));
    }
  }

  private List<Delivery> told(SqlConnection tx, Incident incident, What happened, Event event) {
    var bulletin = new Bulletin(incident, event);
    switch (happened) {
      case What.Suspected what -> suspected(tx, bulletin, incident, what.reporters());
      case What.Grown what -> suspected(tx, bulletin, incident, what.reporters());
      case What.Declared _ -> {
        bulletin.state(informed(incident), declared(incident));
        bulletin.state(reporters(incidents.reports(tx, incident.number())), declared(incident));
      }
      case What.Linked(var reports) -> {
        var withTicket = reports.stream().filter(one -> one.ticket().isPresent()).toList();
        if (incident.stage().isRunning()) {
          bulletin.state(reporters(withTicket), declared(incident));
        }
      }
      case What.Updated _ -> bulletin.state(everybody(tx, incident), updated(incident));
      case What.UpdateMissed _ -> bulletin.own(responsible(incident), missed(incident));
      case What.AreaChanged _, What.LevelChanged _ ->
          bulletin.state(informed(incident), updated(incident));
      case What.PartlyRestored(var departments, var text) -> {
        var there =
            incidents.reports(tx, incident.number()).stream()
                .filter(one -> one.department().filter(departments::contains).isPresent())
                .toList();
        call(tx, bulletin, incident, there, text);
      }
      case What.Restored(var text, _) -> {
        call(tx, bulletin, incident, incidents.reports(tx, incident.number()), text);
        bulletin.state(informed(incident), restored(incident));
      }
      case What.Answered(var department, var works) -> {
        if (!works) {
          var name = people.department(department).map(one -> one.name()).orElse("");
          bulletin.own(
              responsible(incident),
              words.say("incident.still", title(incident), name, link(incident)));
        }
      }
      case What.Reviewed _ ->
          bulletin.own(
              having(MANAGERS), words.say("incident.reviewed", title(incident), link(incident)));
      case What.TakenOut _, What.Dismissed _, What.MeasureDone _, What.Closed _ -> {}
    }
    return bulletin.deliveries();
  }

  /// The question to those who may declare it, with one tap to do so.
  private void suspected(SqlConnection tx, Bulletin bulletin, Incident incident, int reporters) {
    var sheet = Sheet.suspicion(incident.number(), reporters);
    for (var person : having(LEADS)) bulletin.told.add(card(tx, bulletin.occasion, person, sheet));
  }

  private String declared(Incident incident) {
    return words.say(
        "incident.declared",
        title(incident),
        where(incident),
        speech.time(incident.times().detected()),
        incident.symptom(),
        incident.action(),
        meanwhile(incident),
        next(incident),
        link(incident));
  }

  private String updated(Incident incident) {
    return words.say(
        "incident.updated",
        title(incident),
        incident.action(),
        meanwhile(incident),
        next(incident),
        link(incident));
  }

  private String missed(Incident incident) {
    return words.say("incident.missed", title(incident), next(incident), link(incident));
  }

  private String restored(Incident incident) {
    return words.say("incident.restored", title(incident), incident.action(), backfill(incident));
  }

  /// The question to each who reported, with one tap to answer it; by words where nobody knows of
  /// which place they speak.
  private void call(
      SqlConnection tx, Bulletin bulletin, Incident incident, List<Report> reports, String text) {
    for (var person : reporters(reports)) {
      var place =
          reports.stream()
              .filter(one -> one.reporter().equals(person))
              .flatMap(one -> one.department().stream())
              .flatMap(id -> people.department(id).stream())
              .findFirst();
      if (place.isPresent() && person.isPerson()) {
        var said = words.say("incident.works", text, backfill(incident));
        var sheet = Sheet.rollCall(incident.number(), place.get().id(), place.get().name(), said);
        bulletin.told.add(card(tx, bulletin.occasion, person, sheet));
      } else {
        bulletin.state(Set.of(person), call(incident, text));
      }
    }
  }

  private Delivery card(SqlConnection tx, Occasion occasion, PersonId person, Sheet sheet) {
    var task = ShownCards.taskId(occasion.key(person));
    var to = new Address.Member(person.value());
    var kept = new ShownCard(task, to, sheet.kind().name(), Optional.empty(), sheet.facts());
    telling.shown().add(tx, List.of(kept));
    return occasion.state(person, telling.cards().draw(tx, task, sheet));
  }

  private String call(Incident incident, String text) {
    return words.say("incident.call", title(incident), text, backfill(incident), link(incident));
  }

  private static String title(Incident incident) {
    return incident.title();
  }

  private String where(Incident incident) {
    var where = incidents.known(incident).where();
    return where.isEmpty() ? words.say("incident.everywhere") : words.list(where);
  }

  private String meanwhile(Incident incident) {
    return incident.workaround().isEmpty()
        ? ""
        : words.say("incident.meanwhile", incident.workaround());
  }

  private String backfill(Incident incident) {
    return incident.backfill().isEmpty() ? "" : words.say("incident.backfill", incident.backfill());
  }

  private String next(Incident incident) {
    return incident.promised().map(speech::time).orElse("");
  }

  private String link(Incident incident) {
    return pages + "/incidents/" + incident.number().value();
  }

  private static Set<PersonId> reporters(Collection<Report> reports) {
    var all = new LinkedHashSet<PersonId>();
    reports.forEach(report -> all.add(report.reporter()));
    return all;
  }

  private Set<PersonId> everybody(SqlConnection tx, Incident incident) {
    var all = reporters(incidents.reports(tx, incident.number()));
    all.addAll(informed(incident));
    return all;
  }

  /// Who hears of it by office; domain §9.1.
  private Set<PersonId> informed(Incident incident) {
    var all = having(LEADS);
    all.addAll(having(MANAGERS));
    if (incident.level().equals(Optional.of(Level.A))) {
      all.addAll(having(HOSPITAL));
    }
    for (var department : incidents.known().departments(incident)) {
      people.liaison(department).map(Person::id).ifPresent(all::add);
    }
    return all;
  }

  private Set<PersonId> responsible(Incident incident) {
    var all = having(Role.DISPATCHER);
    incident.commander().ifPresent(all::add);
    return all;
  }

  private Set<PersonId> having(Role... roles) {
    var all = new LinkedHashSet<PersonId>();
    for (var role : roles) {
      people.having(role).forEach(person -> all.add(person.id()));
    }
    return all;
  }

  /// The deliveries of one event.
  private static final class Bulletin {
    private final Occasion occasion;
    private final List<Delivery> told = new ArrayList<>();

    Bulletin(Incident incident, Event event) {
      occasion = new Occasion("incident", incident.number(), event, FIRST);
    }

    /// How it stands: a newer word overtakes one that waits.
    void state(Set<PersonId> to, String text) {
      people(to).forEach(person -> told.add(occasion.state(person, text)));
    }

    void own(Set<PersonId> to, String text) {
      people(to).forEach(person -> told.add(occasion.words(person, text)));
    }

    private static Stream<PersonId> people(Set<PersonId> to) {
      return to.stream().filter(PersonId::isPerson);
    }

    List<Delivery> deliveries() {
      return told;
    }
  }
}
