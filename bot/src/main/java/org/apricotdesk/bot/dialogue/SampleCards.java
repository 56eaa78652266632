package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Promise;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.Place;
import org.apricotdesk.desk.ticket.Rating;
import org.apricotdesk.desk.ticket.Stage;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Cards about a ticket that does not exist, to see how their texts look.
public final class SampleCards {
  private static final TicketNumber NUMBER = new TicketNumber(1024);
  private static final String TASK = "sample";
  private static final Duration LEFT = Duration.ofHours(2);

  private final Function<Speech, Cards> cards;
  private final PersonId nurse;
  private final PersonId engineer;
  private final Function<String, String> examples;

  /// @param cards draws cards as somebody puts things
  /// @param examples words for the sample: `title`, `place`, `solution`, `article`
  public SampleCards(
      Function<Speech, Cards> cards,
      PersonId nurse,
      PersonId engineer,
      Function<String, String> examples) {
    this.cards = cards;
    this.nurse = nurse;
    this.engineer = engineer;
    this.examples = examples;
  }

  /// The card on which the text of that key stands.
  public Card with(String key, Speech speech) {
    var drawn = cards.apply(speech);
    return switch (key) {
      case "card.hint" -> drawn.claim(TASK, waiting(speech), hint());
      case "card.taken" -> drawn.claim(TASK, inHand(speech), new JsonObject());
      case "card.solved.text" -> drawn.solved(TASK, solved(speech));
      case "card.reopened" -> drawn.solved(TASK, inHand(speech));
      case "card.thanks" -> drawn.solved(TASK, rated(speech, 5));
      case "card.reasons" -> drawn.solved(TASK, rated(speech, 1));
      case "card.article" -> drawn.article(TASK, article());
      default -> drawn.receipt(TASK, inHand(speech));
    };
  }

  private JsonObject hint() {
    return new JsonObject().put("hint", examples.apply("article"));
  }

  private JsonObject article() {
    return new JsonObject().put("title", examples.apply("article")).put("article", "KB-1");
  }

  private Ticket waiting(Speech speech) {
    return ticket(speech, new Stage.New(speech.now(), 1), Optional.empty());
  }

  private Ticket inHand(Speech speech) {
    return ticket(speech, new Stage.InProgress(), Optional.empty());
  }

  private Ticket solved(Speech speech) {
    return ticket(speech, resolved(), Optional.empty());
  }

  private Ticket rated(Speech speech, int score) {
    var rating = new Rating(score, List.of(), "", nurse, speech.now(), false);
    return ticket(speech, resolved(), Optional.of(rating));
  }

  private Stage resolved() {
    return new Stage.Resolved(engineer, examples.apply("solution"), Cause.HARDWARE);
  }

  private Ticket ticket(Speech speech, Stage stage, Optional<Rating> rating) {
    var now = speech.now();
    var place =
        new Place(new CampusId("main"), Optional.empty(), Optional.of(examples.apply("place")));
    var promise = new Promise(Optional.of(now.plus(LEFT)), Optional.empty(), Duration.ZERO);
    return new Ticket(
        NUMBER,
        1,
        TicketKind.INCIDENT,
        stage,
        Priority.P3,
        new Ticket.Report(
            examples.apply("title"),
            examples.apply("title"),
            Optional.empty(),
            place,
            Optional.empty(),
            nurse,
            Optional.empty(),
            Optional.empty(),
            Channel.DIRECT,
            Optional.empty(),
            List.of()),
        new Ticket.Hands(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(engineer)),
        new Ticket.Milestones(now, Optional.of(now), Optional.of(now), Optional.empty()),
        new Ticket.Counts(1, 0, 0, 0),
        promise,
        promise,
        rating);
  }
}
