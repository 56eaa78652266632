package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Where the talk with one person stands, wherever they write.
///
/// @param draft the report in the making, perhaps empty
/// @param ticket the ticket talked about last
/// @param ticketAt when that was
/// @param last what this person said last
/// @param greeted when the bot greeted them last
/// @param language what they asked to be spoken to in; else the hospital's
public record Talk(
    Draft draft,
    Optional<Pending> pending,
    Optional<Long> ticket,
    Instant ticketAt,
    Optional<Part> last,
    Instant greeted,
    Optional<Locale> language) {
  private static final Duration ABOUT = Duration.ofHours(2);

  /// Nothing was said yet.
  public static final Talk NEW =
      new Talk(
          Draft.EMPTY,
          Optional.empty(),
          Optional.empty(),
          Instant.EPOCH,
          Optional.empty(),
          Instant.EPOCH,
          Optional.empty());

  Talk with(Draft next) {
    return new Talk(next, Optional.empty(), ticket, ticketAt, last, greeted, language);
  }

  Talk with(Pending next) {
    return new Talk(draft, Optional.of(next), ticket, ticketAt, last, greeted, language);
  }

  Talk withoutPending() {
    return new Talk(draft, Optional.empty(), ticket, ticketAt, last, greeted, language);
  }

  /// The report is done with; from now on the talk is about that ticket.
  Talk about(TicketNumber number, Instant now) {
    return new Talk(
        Draft.EMPTY, Optional.empty(), Optional.of(number.value()), now, last, greeted, language);
  }

  Talk in(Locale chosen) {
    return new Talk(draft, pending, ticket, ticketAt, last, greeted, Optional.of(chosen));
  }

  Talk greetedAt(Instant now) {
    return new Talk(draft, pending, ticket, ticketAt, last, now, language);
  }

  /// Remembers what was said last.
  public Talk after(String words, Instant at) {
    var said = Optional.of(new Part(at, words, List.of()));
    return new Talk(draft, pending, ticket, ticketAt, said, greeted, language);
  }

  /// What was said last, if that was within `span` before `now`.
  public Optional<String> lastWords(Instant now, Duration span) {
    return last.filter(said -> now.isBefore(said.at().plus(span))).map(Part::text);
  }

  /// Whether some answer was offered of which nobody has said yet whether it helped.
  public boolean waitsForJudgement() {
    return draft.isAnswered();
  }

  /// The same talk with other words for what was said before.
  public Talk reworded(String before, String after) {
    return new Talk(
        draft.reworded(before, after), pending, ticket, ticketAt, last, greeted, language);
  }

  /// The ticket a plain sentence would be about.
  Optional<TicketNumber> subject(Instant now) {
    return ticket.filter(_ -> now.isBefore(ticketAt.plus(ABOUT))).map(TicketNumber::new);
  }

  /// As it is kept in the database.
  public JsonObject json() {
    var json = new JsonObject();
    if (!draft.isEmpty()) {
      json.put("draft", draft.json());
    }
    pending.ifPresent(wait -> json.put("pending", pendingJson(wait)));
    last.ifPresent(said -> json.put("last", said.json()));
    if (greeted.isAfter(Instant.EPOCH)) {
      json.put("greeted", greeted.toEpochMilli());
    }
    language.ifPresent(chosen -> json.put("language", chosen.toLanguageTag()));
    ticket.ifPresent(number -> json.put("ticket", number).put("ticketAt", ticketAt.toEpochMilli()));
    return json;
  }

  /// Reads what [#json()] wrote.
  public static Talk of(JsonObject json) {
    var draft = json.getJsonObject("draft");
    var pending = json.getJsonObject("pending");
    return new Talk(
        draft == null ? Draft.EMPTY : Draft.of(draft),
        Optional.ofNullable(pending).map(Talk::pendingOf),
        Optional.ofNullable(json.getLong("ticket")),
        Instant.ofEpochMilli(json.getLong("ticketAt", 0L)),
        Optional.ofNullable(json.getJsonObject("last")).map(Part::of),
        Instant.ofEpochMilli(json.getLong("greeted", 0L)),
        Optional.ofNullable(json.getString("language")).map(Locale::forLanguageTag));
  }

  private static JsonObject pendingJson(Pending pending) {
    return new JsonObject()
        .put("phrase", pending.phrase())
        .put("ticket", pending.ticket())
        .put("since", pending.since().toEpochMilli());
  }

  private static Pending pendingOf(JsonObject json) {
    return new Pending(
        json.getString("phrase"),
        json.getLong("ticket"),
        Instant.ofEpochMilli(json.getLong("since")));
  }
}
