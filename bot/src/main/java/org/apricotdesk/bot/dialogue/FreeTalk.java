package org.apricotdesk.bot.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apricotdesk.bot.understanding.Item;
import org.apricotdesk.bot.understanding.Kind;
import org.apricotdesk.bot.understanding.Signal;
import org.apricotdesk.bot.understanding.Understood;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.ticket.CancelReason;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;

/// What people say in their own words.
final class FreeTalk {
  private static final double SURE = 0.6;
  private static final int REMARK = 20;

  private final Meaning understanding;
  private final Reports reports;
  private final Wishes wishes;
  private final Offers offers;
  private final ReporterWords words;
  private final Recovery recovery;
  private final Speech speech;
  private final Followers followers;
  private final Whereabouts whereabouts;
  private final Pattern things;
  private final Pattern notices;
  private final Pattern asks;

  FreeTalk(
      Meaning understanding,
      Reports reports,
      Wishes wishes,
      Offers offers,
      ReporterWords words,
      Recovery recovery,
      Followers followers,
      Whereabouts whereabouts,
      Speech speech) {
    this.understanding = understanding;
    this.reports = reports;
    this.wishes = wishes;
    this.offers = offers;
    this.words = words;
    this.recovery = recovery;
    this.followers = followers;
    this.whereabouts = whereabouts;
    this.things = Pattern.compile(speech.say("things.words"));
    this.notices = Pattern.compile(speech.say("notice.words"));
    this.asks = Pattern.compile(speech.say("asks.words"));
    this.speech = speech;
  }

  Turn hear(Heard heard) {
    if (heard.text().isBlank()) {
      return heard.pictures().isEmpty() ? silence(heard) : picture(heard);
    }
    var meaning = understand(heard, heard.text());
    return signal(heard, meaning)
        .or(() -> answered(heard))
        .or(() -> answeredLate(heard, meaning))
        .orElseGet(() -> matter(heard, meaning));
  }

  /// An engineer has asked something and waits: whatever is said now is the answer.
  private Optional<Turn> answered(Heard heard) {
    return followers
        .subject(heard)
        .filter(ticket -> ticket.status() == Status.PENDING_USER)
        .filter(ticket -> ticket.requester().equals(heard.speaker().id()))
        .flatMap(_ -> followers.add(heard));
  }

  /// The same a day later, when the reminder has said that a reply is enough; but then a matter of
  /// its own is none, nor is a question or a greeting.
  private Optional<Turn> answeredLate(Heard heard, Understood meaning) {
    var item = meaning.main();
    var matter = item.kind() == Kind.FAULT || item.kind() == Kind.SUGGESTION;
    return matter
            || item.category().isPresent()
            || item.ticket().isPresent()
            || meaning.says(Signal.THANKS)
            || isBeingAsked(heard)
            || isGreeting(heard)
            || asks.matcher(heard.text()).find()
        ? Optional.empty()
        : followers.answerLate(heard);
  }

  private boolean isGreeting(Heard heard) {
    return heard.text().strip().matches(speech.say("greeting.words"));
  }

  /// Somebody asks for a person, in whatever words.
  Optional<Turn> person(Heard heard) {
    if (heard.text().isBlank()) {
      return Optional.empty();
    }
    var meaning = understand(heard, heard.text());
    return meaning.says(Signal.WANTS_PERSON)
        ? Optional.of(offers.person(said(heard, meaning.main())))
        : Optional.empty();
  }

  /// Takes down what comes too fast to be answered each time.
  Turn note(Heard heard) {
    return followers
        .add(heard)
        .map(turn -> new Turn(Reply.SILENCE, turn.talk()))
        .orElseGet(() -> new Turn(Reply.SILENCE, heard.talk().with(draft(heard))));
  }

  /// What needs no look at the matter: thanks, haste, a wish for a person, good and bad news.
  private Optional<Turn> signal(Heard heard, Understood meaning) {
    var said = said(heard, meaning.main());
    if (meaning.says(Signal.WANTS_PERSON)) {
      return Optional.of(offers.person(said));
    }
    if (meaning.says(Signal.TRIED_IN_VAIN) && heard.talk().draft().isAnsweredAt(heard.at())) {
      return Optional.of(offers.useless(said));
    }
    if (meaning.says(Signal.CANCEL) && !isFault(meaning)) {
      return Optional.of(words.cancel(said, CancelReason.SELF_RESOLVED));
    }
    if (meaning.says(Signal.RECOVERED) && !isFault(meaning)) {
      return Optional.of(recovery.hear(said));
    }
    if (meaning.says(Signal.NOT_FIXED) && !isBeingAsked(heard)) {
      return words.stillBroken(said, meaning.main());
    }
    if (meaning.says(Signal.NUDGE) && words.open(said).isPresent()) {
      return Optional.of(words.nudge(said));
    }
    return Optional.empty();
  }

  /// A question of the bot is open: what is said now answers it.
  private static boolean isBeingAsked(Heard heard) {
    var draft = heard.talk().draft();
    return draft.isOpenAt(heard.at()) && draft.asked() > 0 && !draft.isAnswered();
  }

  private Turn matter(Heard heard, Understood meaning) {
    if (isBeingAsked(heard) && meaning.says(Signal.NOT_FIXED)) {
      return unclear(heard);
    }
    var said = said(heard, meaning.main());
    return switch (meaning.main().kind()) {
      case PROGRESS -> progress(said);
      case CHITCHAT -> chat(heard, meaning);
      case OTHER ->
          meaning.main().category().isEmpty() ? other(heard, meaning) : report(heard, meaning);
      case SUGGESTION ->
          meaning.items().size() == 1 ? wishes.hear(heard, meaning.main()) : report(heard, meaning);
      case FAULT, QUESTION -> report(heard, meaning);
    };
  }

  /// "师傅到哪了" with nothing registered yet: whoever waits wants somebody to come.
  private Turn progress(Said said) {
    var nothingOpen = said.ticket().isEmpty() && words.open(said).isEmpty();
    return nothingOpen && said.talk().draft().isOpenAt(said.heard().at())
        ? offers.person(said)
        : words.progress(said);
  }

  /// A short remark belongs to what was just talked about; a long one does not, nor does a notice.
  private Turn other(Heard heard, Understood meaning) {
    if (notices.matcher(heard.text()).find()) {
      return silence(heard);
    }
    var goesOn = heard.text().length() <= REMARK || heard.talk().draft().isOpenAt(heard.at());
    return (goesOn ? continued(heard, meaning) : Optional.<Turn>empty())
        .orElseGet(() -> unclear(heard));
  }

  private Turn chat(Heard heard, Understood meaning) {
    if (!heard.talk().draft().isEmpty() && !meaning.says(Signal.THANKS)) {
      return continued(heard, meaning).orElseGet(() -> silence(heard));
    }
    return isGreeting(heard)
        ? new Turn(Reply.line(speech.say("greeting")), heard.talk())
        : silence(heard);
  }

  /// A picture alone belongs to the ticket or the report being talked about, or starts one.
  private Turn picture(Heard heard) {
    return followers
        .add(heard)
        .orElseGet(() -> reports.hear(heard, draft(heard), understood(heard, draft(heard))));
  }

  /// Something said after a report: part of the draft, or a word on the ticket just opened.
  private Optional<Turn> continued(Heard heard, Understood meaning) {
    if (heard.talk().draft().isOpenAt(heard.at())) {
      return Optional.of(reports.hear(heard, draft(heard), understood(heard, draft(heard))));
    }
    return meaning.main().kind() == Kind.CHITCHAT ? Optional.empty() : followers.add(heard);
  }

  private Turn unclear(Heard heard) {
    return reports.hear(heard, draft(heard), understood(heard, draft(heard)));
  }

  private Turn report(Heard heard, Understood meaning) {
    var subject = followers.subject(heard);
    if (subject.isPresent() && continues(subject.get(), meaning)) {
      return followers.add(heard).orElseGet(() -> silence(heard));
    }
    if (isAnother(heard, meaning)) {
      return heard.talk().draft().isAnswered()
          ? reports.hear(heard, Draft.EMPTY.with(heard.part()), meaning)
          : reports.another(heard, meaning);
    }
    var draft = draft(heard);
    return reports.hear(
        heard, draft, draft.text().equals(heard.text()) ? meaning : understood(heard, draft));
  }

  /// More about the ticket just talked about, unless it names another place, or a thing of
  /// another system: "红灯一直闪" goes on, "电子病历打不开" does not.
  private boolean continues(Ticket ticket, Understood meaning) {
    if (meaning.items().size() > 1 || meaning.main().kind() != Kind.FAULT) {
      return false;
    }
    var system = ticket.report().category().map(CategoryCode::system);
    var item = meaning.main();
    return item.category().isEmpty() || (!whereabouts.differ(ticket, item) && isSame(system, item));
  }

  private boolean isSame(Optional<String> system, Item item) {
    return system.equals(item.category().map(CategoryCode::system))
        || (isRemark(item) && !things.matcher(item.text()).find());
  }

  /// A new system while another report is in the making: two reports, not one. A wish is always
  /// something else, and so are a further question after an answer and what other departments do.
  private boolean isAnother(Heard heard, Understood meaning) {
    var draft = heard.talk().draft();
    return draft.isOpenAt(heard.at())
        && !draft.text().isBlank()
        && meaning.main().category().isPresent()
        && !meaning.says(Signal.CORRECTION)
        && switch (meaning.main().kind()) {
          case SUGGESTION, OTHER -> true;
          case QUESTION -> draft.isAnswered() || isOtherSystem(heard, draft);
          case FAULT -> isOtherSystem(heard, draft);
          case PROGRESS, CHITCHAT -> false;
        };
  }

  private boolean isOtherSystem(Heard heard, Draft draft) {
    return !understanding.continues(understood(heard, draft), heard.sentence(heard.text()));
  }

  /// Few words about nothing in particular: the model's guess at their category means little.
  private static boolean isRemark(Item item) {
    return item.confidence() < SURE || item.text().length() <= REMARK;
  }

  private Draft draft(Heard heard) {
    var draft = heard.talk().draft();
    return (draft.isOpenAt(heard.at()) ? draft : Draft.EMPTY).with(heard.part());
  }

  private Understood understood(Heard heard, Draft draft) {
    return understand(heard, draft.text());
  }

  private Understood understand(Heard heard, String text) {
    return understanding.understand(heard.sentence(text));
  }

  private static Said said(Heard heard, Item item) {
    return new Said(heard, item.ticket(), heard.text(), List.of());
  }

  private static boolean isFault(Understood meaning) {
    return meaning.items().stream()
        .anyMatch(
            item ->
                item.kind() == Kind.FAULT
                    && !item.says(Signal.RECOVERED)
                    && !item.says(Signal.CANCEL));
  }

  private static Turn silence(Heard heard) {
    return new Turn(Reply.SILENCE, heard.talk());
  }
}
