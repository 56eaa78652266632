package org.apricotdesk.bot.dialogue;

import static org.apricotdesk.bot.dialogue.Phrase.EVERYBODY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.understanding.Item;
import org.apricotdesk.desk.ticket.CancelReason;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.RatingReason;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;

/// What those who report things can say about them.
final class ReporterWords {
  private static final int LISTED = 8;

  private final Asking asking;
  private final Mine mine;
  private final Offers offers;
  private final Speech speech;

  ReporterWords(Asking asking, Mine mine, Offers offers, Speech speech) {
    this.asking = asking;
    this.mine = mine;
    this.offers = offers;
    this.speech = speech;
  }

  List<Phrase> phrases() {
    return List.of(
        new Phrase("person", EVERYBODY, offers::person),
        new Phrase("useful", EVERYBODY, offers::useful),
        new Phrase("useless", EVERYBODY, Offers::isOffered, offers::useless),
        new Phrase("choose", EVERYBODY, Offers::isChoice, offers::choose),
        new Phrase("my_tickets", EVERYBODY, this::myTickets),
        new Phrase("progress", EVERYBODY, this::progress),
        new Phrase("not_fixed", EVERYBODY, this::notFixed),
        new Phrase("nudge", EVERYBODY, this::nudge),
        new Phrase("cancel", EVERYBODY, this::cancel),
        new Phrase("satisfied", EVERYBODY, said -> rate(said, 5)),
        new Phrase("so_so", EVERYBODY, said -> rate(said, 3)),
        new Phrase("dissatisfied", EVERYBODY, said -> rate(said, 1)),
        new Phrase("reasons", EVERYBODY, this::reasons),
        new Phrase("note", EVERYBODY, this::isTheirs, this::note));
  }

  private Turn myTickets(Said said) {
    var tickets = mine.open(said, LISTED);
    if (tickets.isEmpty()) {
      return new Turn(Reply.line(speech.say("my_tickets.none")), said.talk());
    }
    var lines = new ArrayList<String>();
    for (var ticket : tickets) {
      lines.add(line(ticket));
    }
    var head = speech.say("my_tickets.done", tickets.size());
    return new Turn(Reply.line(head).aside(lines), said.talk());
  }

  private String line(Ticket ticket) {
    var number = speech.number(ticket.number());
    return speech.say("ticket.line", number, speech.title(ticket), speech.state(ticket));
  }

  Turn progress(Said said) {
    return mine.meant(said, Mine.ANY)
        .map(ticket -> about(said, ticket, line(ticket)))
        .orElseGet(() -> nothing(said, "progress.none"));
  }

  Turn notFixed(Said said) {
    if (isOffered(said) && said.ticket().isEmpty()) {
      return offers.useless(said);
    }
    var over = mine.meant(said, Mine.REOPENABLE);
    if (over.isPresent()) {
      var words = said.text().isBlank() ? speech.say("not_fixed.text") : said.text();
      var number = over.get().number();
      return asking.of(said.about(number), "not_fixed", new Command.Reopen(said.speaker(), words));
    }
    return mine.meant(said, Mine.OPEN)
        .map(ticket -> note(said.about(ticket.number())))
        .orElseGet(() -> nothing(said, "not_fixed.none"));
  }

  /// "还是不行" in a sentence: the same trouble again, unless it names another system.
  Optional<Turn> stillBroken(Said said, Item item) {
    if (isOffered(said)) {
      return Optional.of(offers.useless(said));
    }
    return mine.meant(said, Mine.REOPENABLE)
        .or(() -> mine.meant(said, Mine.OPEN))
        .filter(ticket -> isSameSystem(ticket, item))
        .map(ticket -> notFixed(said.about(ticket.number())));
  }

  private static boolean isOffered(Said said) {
    return said.talk().draft().isAnsweredAt(said.heard().at());
  }

  private static boolean isSameSystem(Ticket ticket, Item item) {
    var system = ticket.report().category().map(code -> code.system());
    return item.category().map(code -> system.equals(Optional.of(code.system()))).orElse(true);
  }

  Turn nudge(Said said) {
    return mine.meant(said, Mine.OPEN)
        .map(
            ticket ->
                asking
                    .of(said.about(ticket.number()), "nudge", new Command.Nudge(said.speaker()))
                    .and(speech.state(ticket)))
        .orElseGet(() -> nothing(said, "progress.none"));
  }

  Turn cancel(Said said) {
    return cancel(said, CancelReason.WITHDRAWN);
  }

  /// Work that has not begun is called off; once it has, its engineer is told and decides.
  Turn cancel(Said said, CancelReason reason) {
    var meant = mine.meant(said, Mine.OPEN);
    if (meant.isEmpty()) {
      return said.talk().draft().isEmpty()
          ? nothing(said, "cancel.none")
          : new Turn(Reply.line(speech.say("cancel.draft")), said.talk().with(Draft.EMPTY));
    }
    var about = said.about(meant.get().number());
    var words = said.text().isBlank() ? speech.say("cancel.text") : said.text();
    return meant.get().status().isUnclaimed()
        ? asking.of(about, "cancel", new Command.Cancel(said.speaker(), reason, words))
        : asking.of(about, "cancel.begun", note(said, words));
  }

  private Turn rate(Said said, int score) {
    var meant = mine.meant(said, Mine.RATEABLE);
    if (meant.isEmpty()) {
      return notRateable(said);
    }
    var about = said.about(meant.get().number());
    if (meant.get().status() == Status.RESOLVED) {
      var _ = asking.of(about, "confirm", new Command.Confirm(said.speaker()));
    }
    var rate = new Command.Rate(said.speaker(), score, List.of(), said.text());
    return asking.of(about, score < 3 ? "rate.low" : "rate", rate);
  }

  /// Nothing to rate, or it was solved too long ago.
  private Turn notRateable(Said said) {
    return mine.meant(said, Mine.UNRATED)
        .map(ticket -> speech.say("rate.late", speech.number(ticket.number())))
        .map(line -> new Turn(Reply.line(line), said.talk()))
        .orElseGet(() -> nothing(said, "rate.none"));
  }

  private Turn reasons(Said said) {
    var reasons = said.choice().stream().map(RatingReason::of).toList();
    return mine.meant(said, Mine.ANY)
        .flatMap(ticket -> ticket.rating().map(rating -> new Rated(ticket, rating.score())))
        .map(
            rated ->
                asking.of(
                    said.about(rated.ticket().number()),
                    "reasons",
                    new Command.Rate(said.speaker(), rated.score(), reasons, "")))
        .orElseGet(() -> nothing(said, "rate.none"));
  }

  private record Rated(Ticket ticket, int score) {}

  private boolean isTheirs(Said said) {
    return mine.meant(said, Mine.ANY).isPresent();
  }

  /// A word on a ticket, for whoever is at the other end of it.
  Turn note(Said said) {
    var words = said.text().isBlank() ? speech.say("not_fixed.text") : said.text();
    return asking.of(said, "note", note(said, words));
  }

  private Command note(Said said, String words) {
    return new Command.Note(said.speaker(), words, false, said.heard().pictures());
  }

  private Turn about(Said said, Ticket ticket, String line) {
    return new Turn(Reply.line(line), said.talk().about(ticket.number(), said.heard().at()));
  }

  private Turn nothing(Said said, String key) {
    return new Turn(Reply.line(speech.say(key)), said.talk());
  }

  Optional<Ticket> open(Said said) {
    return mine.meant(said, Mine.OPEN);
  }
}
