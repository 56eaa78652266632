package org.apricotdesk.bot.notice;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.dialogue.Sheet;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.desk.incident.KnownIncidents;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.BusinessCalendar;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.TicketNumber;

/// What the reporter hears: each step in their own chat, and one line in the group it came from.
public final class ReporterNews {
  private final Speech speech;
  private final Words words;
  private final Subjects subjects;
  private final Reminders reminders;
  private final boolean groups;
  private final KnownIncidents incidents;

  /// @param groups whether the robot can speak in a group without being asked
  public ReporterNews(
      Speech speech,
      Words words,
      Subjects subjects,
      Function<CampusId, BusinessCalendar> calendars,
      boolean groups,
      KnownIncidents incidents) {
    this.incidents = incidents;
    this.speech = speech;
    this.words = words;
    this.subjects = subjects;
    this.reminders = new Reminders(speech, words, calendars);
    this.groups = groups;
  }

  /// A ticket somebody else filed, or that came by phone or page: its reporter has not heard yet.
  void registered(Telling to, PersonId by) {
    if (!wereAnswered(to.ticket().report().source()) && to.ticket().requester().isPerson()) {
      to.card(reporter(to), Sheet.Kind.RECEIPT, new JsonObject());
    }
  }

  /// Whether those who report this way are told at once that they were heard.
  static boolean wereAnswered(Channel source) {
    return source == Channel.DIRECT || source == Channel.GROUP_AT;
  }

  void taken(Telling to) {
    if (to.ticket().assignee().isPresent() && to.ticket().status() == Status.IN_PROGRESS) {
      step(to, "taken");
    }
  }

  void handedOver(Telling to, Optional<PersonId> next) {
    step(to, next.isPresent() ? "handed_over" : "released");
  }

  void released(Telling to) {
    reminders.noQuestion(to);
    step(to, "released");
  }

  void paused(Telling to) {
    if (to.ticket().status().isPaused()) {
      step(to, "paused");
    }
  }

  /// The engineer's question; the next plain sentence of the reporter answers it.
  void asked(Telling to, PersonId by, String text) {
    to.words(reporter(to), Words.SAID, words.say("asked", number(to), speech.name(by), text));
    reminders.ofQuestion(to, reporter(to), speech.name(by), text);
    subjects.turnTo(to.tx(), to.ticket());
  }

  /// The question was answered, or withdrawn.
  void resumed(Telling to) {
    reminders.noQuestion(to);
  }

  void said(Telling to, PersonId by, String text, int pictures) {
    if (by.isPerson()) {
      var line = words.say("said", number(to), speech.name(by), words.with(text, pictures));
      to.words(reporter(to), Words.SAID, line);
      subjects.turnTo(to.tx(), to.ticket());
    }
  }

  void solved(Telling to) {
    to.overtake("state");
    reminders.noQuestion(to);
    to.card(reporter(to), Sheet.Kind.SOLVED, new JsonObject());
    to.redraw(Sheet.Kind.RECEIPT);
    reminders.ofRating(to, reporter(to));
    group(to, "group.solved");
    subjects.turnTo(to.tx(), to.ticket());
  }

  /// Whoever says that it works need not be asked whether it does.
  void confirmed(Telling to) {
    reminders.noRating(to);
  }

  void rated(Telling to) {
    reminders.noRating(to);
    to.redraw(Sheet.Kind.SOLVED);
  }

  void reopened(Telling to) {
    reminders.noRating(to);
    to.redraw(Sheet.Kind.SOLVED);
    step(to, "reopened");
  }

  void calledOff(Telling to, PersonId by, String text) {
    to.overtake("state");
    reminders.noQuestion(to);
    to.redraw(Sheet.Kind.RECEIPT);
    if (!by.equals(to.ticket().requester())) {
      to.words(reporter(to), "over", words.say("called_off", number(to), text));
    }
  }

  /// Those whose trouble is a major incident hear of that instead.
  void merged(Telling to, TicketNumber parent) {
    reminders.noQuestion(to);
    if (incidents.of(to.tx(), parent).isPresent()) {
      return;
    }
    to.words(reporter(to), "over", words.say("merged", number(to), speech.number(parent)));
  }

  void redirected(Telling to, String department, String text) {
    reminders.noQuestion(to);
    to.words(reporter(to), "over", words.say("redirected", number(to), department, text));
  }

  void lent(Telling to, String asset, Instant dueBack) {
    loan(to, words.say("loan.lent", number(to), asset, speech.time(dueBack)));
  }

  void gaveBack(Telling to, String asset) {
    loan(to, words.say("loan.back", number(to), asset));
  }

  void loanDue(Telling to, String asset, Instant dueBack) {
    var key = to.at().isBefore(dueBack) ? "loan.due" : "loan.overdue";
    loan(to, words.say(key, number(to), asset, speech.time(dueBack)));
  }

  private void loan(Telling to, String text) {
    to.words(reporter(to), "loan", text);
  }

  private void step(Telling to, String key) {
    var line =
        words.say(key, number(to), speech.title(to.ticket()), speech.state(to.ticket()), owner(to));
    to.state(reporter(to), line);
    group(to, "group." + key);
  }

  /// One line in the group it was reported in, where the robot may speak unasked.
  private void group(Telling to, String key) {
    if (groups && words.has(key)) {
      to.ticket()
          .report()
          .chat()
          .ifPresent(
              chat -> to.state(new Address.Chat(chat), words.say(key, number(to), owner(to))));
    }
  }

  private String owner(Telling to) {
    return to.ticket().assignee().map(speech::name).orElse("");
  }

  private String number(Telling to) {
    return speech.number(to.ticket().number());
  }

  private static Address reporter(Telling to) {
    return Telling.member(to.ticket().requester());
  }
}
