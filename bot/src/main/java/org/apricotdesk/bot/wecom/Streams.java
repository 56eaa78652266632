package org.apricotdesk.bot.wecom;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.bot.wecom.Incoming.Feedback;
import org.apricotdesk.bot.wecom.Incoming.Refresh;
import org.apricotdesk.bot.wecom.Outgoing.Shown;
import org.apricotdesk.bot.wecom.Outgoing.Text;
import org.apricotdesk.bot.wecom.Outgoing.TextAndCard;
import org.apricotdesk.config.text.Texts;

/// Answers of the robot that take longer than the platform waits: a stream is begun with a word,
/// and the platform asks for more until it is finished. Source: document/path/101031.
///
/// The stream's id says since when it runs, so that any instance may go on with it.
final class Streams {
  /// The platform gives up after six minutes.
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final Texts texts = Texts.of(Streams.class);
  private final Clock clock;
  private final Locale locale;

  Streams(Clock clock, Locale locale) {
    this.clock = clock;
    this.locale = locale;
  }

  /// What to answer meanwhile. Taps and entries cannot be answered by a stream.
  Optional<JsonObject> begin(Incoming to) {
    return switch (to.content()) {
      case Incoming.Click _, Incoming.Enter _, Incoming.Feedback _, Incoming.Other _, Refresh _ ->
          Optional.empty();
      default -> Optional.of(judgeable(to, RobotBodies.stream(id(to), false, say("stream.begun"))));
    };
  }

  /// The platform takes thumbs with the first words only, so those that may become an answer to be
  /// judged have them, under the stream's own name. In a group nothing is judged.
  private static JsonObject judgeable(Incoming to, JsonObject body) {
    var mayBeAsked =
        to.content() instanceof Incoming.Text || to.content() instanceof Incoming.Voice;
    if (mayBeAsked && to.chat().isEmpty()) {
      var stream = body.getJsonObject("stream");
      stream.put("feedback", new JsonObject().put("id", stream.getString("id")));
    }
    return body;
  }

  /// What a judgement under a stream's name is about: the answer that took the place of the word.
  /// Empty if that was none to be judged.
  static Optional<Incoming> judging(Incoming said, Feedback thumb, Optional<Outgoing> answer) {
    return answer
        .filter(TextAndCard.class::isInstance)
        .map(TextAndCard.class::cast)
        .filter(TextAndCard::judged)
        .map(judged -> said.with(new Feedback(judged.card().taskId(), thumb.good())));
  }

  /// Whether the platform still asks for the answer to a message it delivered then.
  boolean runs(Instant since) {
    return clock.instant().isBefore(since.plus(LIFE));
  }

  /// What to say when the platform asks for more.
  JsonObject goOn(Refresh refresh, Optional<Outgoing> answer) {
    var id = refresh.stream();
    if (answer.isEmpty()) {
      return runs(refresh.since())
          ? RobotBodies.stream(id, false, say("stream.begun"))
          : RobotBodies.stream(id, true, say("stream.over"));
    }
    return switch (answer.get()) {
      case Text(var text) -> RobotBodies.stream(id, true, text);
      case TextAndCard(var text, var card, _) ->
          RobotBodies.with(RobotBodies.stream(id, true, text), card);
      case Shown(var card) ->
          RobotBodies.with(RobotBodies.stream(id, true, say("stream.begun")), card);
      case Outgoing.Nothing _, Outgoing.Changed _ ->
          RobotBodies.stream(id, true, say("stream.begun"));
    };
  }

  private String id(Incoming to) {
    return clock.instant().getEpochSecond() + " " + to.id();
  }

  private String say(String key) {
    return texts.say(locale, key);
  }
}
