package org.apricotdesk.bot.notice;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.dialogue.Sheet;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.TicketNumber;

/// What the reporter hears: each step in their own chat, and one line in the group it came from.
public final class ReporterNews {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime NIGHT = LocalTime.of(22, 0);

  private final Speech speech;
  private final Words words;
  private final Subjects subjects;
  private final Clock clock;
  private final ZoneId zone;
  private final boolean groups;

  /// @param groups whether the robot can speak in a group without being asked
  public ReporterNews(
      Speech speech, Words words, Subjects subjects, Clock clock, ZoneId zone, boolean groups) {
    this.speech = speech;
    this.words = words;
    this.subjects = subjects;
    this.clock = clock;
    this.zone = zone;
    this.groups = groups;
  }

  /// A ticket somebody else filed, or that came by phone or page: its reporter has not heard yet.
  void registered(Telling to, PersonId by) {
    var source = to.ticket().report().source();
    var told = source == Channel.DIRECT || source == Channel.GROUP_AT;
    if (!told && to.ticket().requester().isPerson()) {
      to.card(reporter(to), Sheet.Kind.RECEIPT, new JsonObject());
    }
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
    subjects.turnTo(to.tx(), to.ticket());
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
    to.card(reporter(to), Sheet.Kind.SOLVED, new JsonObject());
    to.redraw(Sheet.Kind.RECEIPT);
    var text = words.say("rating.reminder", number(to), speech.title(to.ticket()));
    to.later(reporter(to), "reminder", text, awake(clock.instant().plusSeconds(24 * 3600)));
    group(to, "group.solved");
    subjects.turnTo(to.tx(), to.ticket());
  }

  void rated(Telling to) {
    to.overtake("reminder");
    to.redraw(Sheet.Kind.SOLVED);
  }

  void reopened(Telling to) {
    to.overtake("reminder");
    to.redraw(Sheet.Kind.SOLVED);
    step(to, "reopened");
  }

  void calledOff(Telling to, PersonId by, String text) {
    to.overtake("state");
    to.redraw(Sheet.Kind.RECEIPT);
    if (!by.equals(to.ticket().requester())) {
      to.words(reporter(to), "over", words.say("called_off", number(to), text));
    }
  }

  void merged(Telling to, TicketNumber parent) {
    to.words(reporter(to), "over", words.say("merged", number(to), speech.number(parent)));
  }

  void redirected(Telling to, String department, String text) {
    to.words(reporter(to), "over", words.say("redirected", number(to), department, text));
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

  /// Nobody is asked for an opinion at night.
  private Instant awake(Instant at) {
    var local = at.atZone(zone);
    if (local.toLocalTime().isBefore(MORNING)) {
      return local.with(MORNING).toInstant();
    }
    return local.toLocalTime().isBefore(NIGHT) ? at : local.plusDays(1).with(MORNING).toInstant();
  }
}
