package org.apricotdesk.bot.notice;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.dialogue.Sheet;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.desk.spare.SpareKind;
import org.apricotdesk.desk.spare.Spares;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.RatingReason;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// What those hear who work on tickets: who is asked to take one, whose it is, what its reporter
/// says.
public final class DeskNews {
  private static final int MANY_NUDGES = 3;
  private static final int LOW = 2;
  private static final List<String> PUBLIC_RUNGS = List.of("group", "everybody");

  private final People people;
  private final Spares spares;
  private final Speech speech;
  private final Words words;
  private final Optional<Address> engineers;
  private final BiFunction<SqlClient, Ticket, JsonObject> hints;

  /// @param engineers where the engineers' group can be reached
  /// @param hints what whoever takes a ticket should know, as a claim card shows it
  public DeskNews(
      People people,
      Spares spares,
      Speech speech,
      Words words,
      Optional<Address> engineers,
      BiFunction<SqlClient, Ticket, JsonObject> hints) {
    this.people = people;
    this.spares = spares;
    this.speech = speech;
    this.words = words;
    this.engineers = engineers;
    this.hints = hints;
  }

  /// Unclaimed work is offered: a card for each person asked, and for the group on its rung.
  void asked(Telling to, What.Escalated escalated) {
    if (!to.ticket().status().isUnclaimed()) {
      return; // somebody was quicker than the ladder
    }
    var facts = hints.apply(to.tx(), to.ticket());
    for (var person : escalated.to()) {
      claimCard(to, Telling.member(person), facts);
    }
    if (PUBLIC_RUNGS.contains(escalated.rung())) {
      engineers.ifPresent(group -> offer(to, group, facts));
    }
  }

  private void offer(Telling to, Address group, JsonObject facts) {
    if (group instanceof Address.Chat) {
      claimCard(to, group, facts);
    } else {
      var ticket = to.ticket();
      to.offer(
          group,
          words.say(
              "offer",
              number(to),
              speech.priority(ticket),
              speech.place(ticket),
              speech.title(ticket),
              ticket.number().value()));
    }
  }

  /// One card a person for each time the ticket waits, however often the ladder comes by.
  private void claimCard(Telling to, Address address, JsonObject facts) {
    var counts = to.ticket().counts();
    var round = counts.assigned() + counts.released() + counts.reopened();
    var key = "claim:" + to.ticket().number().value() + ":" + round + ":" + address.code();
    to.card(address, Sheet.Kind.CLAIM, facts, key);
  }

  void assigned(Telling to, PersonId whom) {
    if (to.ticket().status().isUnclaimed()) {
      to.card(Telling.member(whom), Sheet.Kind.CLAIM, new JsonObject());
    }
  }

  /// First tap wins: everybody's card shows who has it, and its owner gets the card to work with.
  void taken(Telling to, PersonId by) {
    to.withdraw();
    to.redraw(Sheet.Kind.CLAIM);
    workCard(to, by);
    tellGroup(to, by, "group.taken");
  }

  /// The engineers' group was asked too: it hears whose it is now, once.
  private void tellGroup(Telling to, PersonId by, String key) {
    var owner = to.ticket().assignee();
    if (owner.isPresent()) {
      engineers
          .filter(group -> to.mustHear(group, by))
          .ifPresent(
              group -> to.state(group, words.say(key, number(to), speech.name(owner.get()))));
    }
  }

  private void workCard(Telling to, PersonId owner) {
    to.card(Telling.member(owner), Sheet.Kind.WORK, new JsonObject().put("owner", owner.value()));
  }

  void handedOver(Telling to, Optional<PersonId> next, String reason) {
    to.withdraw();
    to.redraw(Sheet.Kind.WORK);
    to.redraw(Sheet.Kind.CLAIM);
    next.ifPresent(
        person -> {
          tellGroup(to, person, "group.handed_over");
          to.words(Telling.member(person), "handed_over", words.say("to_you", number(to), reason));
          assigned(to, person);
        });
  }

  void released(Telling to, PersonId from) {
    to.redraw(Sheet.Kind.WORK);
    to.redraw(Sheet.Kind.CLAIM);
  }

  void paused(Telling to) {
    to.overtake("nudge");
  }

  /// The owner need not be told of what they did themselves.
  void resumed(Telling to, PersonId by) {
    tellOwner(to, by, "resumed", words.say("resumed", number(to), speech.title(to.ticket())));
  }

  void over(Telling to) {
    to.overtake("nudge");
    to.withdraw();
    to.redraw(Sheet.Kind.WORK);
    to.redraw(Sheet.Kind.CLAIM);
  }

  void confirmed(Telling to) {
    tellOwner(to, PersonId.SYSTEM, "confirmed", words.say("confirmed", number(to)));
  }

  void reopened(Telling to, String text) {
    var owner = to.ticket().assignee();
    tellOwner(to, PersonId.SYSTEM, "reopened", words.say("to_owner.reopened", number(to), text));
    if (to.ticket().status().isOpen() && !to.ticket().status().isUnclaimed()) {
      owner.ifPresent(person -> workCard(to, person));
    }
  }

  void calledOff(Telling to, PersonId by, String text) {
    over(to);
    tellOwner(to, by, "over", words.say("called_off", number(to), text));
  }

  void said(Telling to, PersonId by, String text, int pictures) {
    var line =
        words.say(
            "to_owner.said",
            number(to),
            speech.place(to.ticket()),
            speech.name(by),
            words.with(text, pictures));
    tellOwner(to, by, "note", line);
  }

  /// Whoever has the ticket sees to it that the spare comes back.
  void loanDue(Telling to, String asset, Instant dueBack) {
    var line = words.say("loan.to_owner", number(to), asset, speech.time(dueBack));
    tellOwner(to, PersonId.SYSTEM, "loan", line);
  }

  /// The lead hears when too few of a kind are left in store.
  void lent(Telling to, String asset) {
    var shortage = spares.kindOf(to.tx(), asset).filter(SpareKind::isShort);
    if (shortage.isPresent()) {
      var kind = shortage.get();
      var line = words.say("loan.short", kind.name(), kind.inStore().size(), kind.minimum());
      lead(to.ticket()).ifPresent(lead -> to.words(Telling.member(lead), "loan", line));
    }
  }

  /// Haste: the owner hears of it, and the lead when nobody has it or it is asked again and again.
  void nudged(Telling to, int count) {
    var line = words.say("nudged", number(to), speech.title(to.ticket()), count);
    tellOwner(to, PersonId.SYSTEM, "nudge", line);
    if (count >= MANY_NUDGES || to.ticket().status().isUnclaimed()) {
      lead(to.ticket()).ifPresent(lead -> to.words(Telling.member(lead), "nudge", line));
    }
  }

  private Optional<PersonId> lead(Ticket ticket) {
    return ticket.hands().team().flatMap(people::team).flatMap(team -> team.lead());
  }

  void priorityChanged(Telling to, PersonId by, What.PriorityChanged changed) {
    var line =
        words.say(
            "priority", number(to), changed.to().name(), changed.from().name(), changed.reason());
    tellOwner(to, by, "priority", line);
  }

  /// A low mark is called back by the service desk.
  void rated(Telling to, int score, List<RatingReason> reasons) {
    if (score > LOW) {
      return;
    }
    var why = reasons.stream().map(this::reason).toList();
    var line = words.say("low_mark", number(to), speech.place(to.ticket()), why).strip();
    for (Person dispatcher : people.having(Role.DISPATCHER)) {
      to.words(Telling.member(dispatcher.id()), "low_mark", line);
    }
  }

  private String reason(RatingReason reason) {
    return words.say("reason." + reason.code());
  }

  private void tellOwner(Telling to, PersonId by, String purpose, String text) {
    to.ticket()
        .assignee()
        .filter(owner -> !owner.equals(by))
        .ifPresent(owner -> to.words(Telling.member(owner), purpose, text));
  }

  private String number(Telling to) {
    return speech.number(to.ticket().number());
  }
}
