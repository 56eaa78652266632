package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.known;
import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What the robot may say, shown in its chats. Source: document/path/101031, 101032, 101138.
final class RobotReplies {
  static final Duration STREAM_LIFE = Duration.ofMinutes(6);
  private static final Duration CLICK_LIFE = Duration.ofSeconds(5);
  private static final Duration URL_LIFE = Duration.ofHours(1);
  private static final int CONTENT_BYTES = 20480;
  private static final int FEEDBACK_BYTES = 256;

  private record LateAnswer(Interaction interaction, Instant expires) {}

  private final State state;
  private final CardRules cards;
  private final Set<String> tasks = new HashSet<>();
  private final Map<String, LateAnswer> lateAnswers = new HashMap<>();

  RobotReplies(State state) {
    this.state = state;
    this.cards = new CardRules(CardTarget.ROBOT, state);
  }

  /// A code for one more answer within the hour.
  String mintLateAnswer(Interaction interaction) {
    var code = Random.word(32);
    lateAnswers.put(code, new LateAnswer(interaction, state.clock.instant().plus(URL_LIFE)));
    return code;
  }

  JsonObject answerLate(ApiCall call) {
    var code = call.param("response_code");
    var late = known(lateAnswers.get(code), 60140, "response_code unknown or used");
    unless(late.expires().isAfter(state.clock.instant()), 60140, "response_code expired");
    var body = call.json();
    var type = body.getString("msgtype", "");
    var single = !late.interaction().isGroup();
    unless(type.equals("markdown") || (type.equals("template_card") && single), 40008, "msgtype");
    var content = pushed(type, body);
    var subject = late.interaction().subject();
    if (!single && subject != null) {
      content.put("quote", subject.id());
    }
    lateAnswers.remove(code);
    post(late.interaction().chat(), content);
    return new JsonObject();
  }

  /// The answer to a message; over the long connection a few more kinds are allowed.
  void toMessage(Interaction interaction, JsonObject reply, boolean socket) {
    unless(interaction.kind() == Interaction.Kind.MESSAGE, 846605, "req_id is not of a message");
    var type = reply.getString("msgtype", "");
    switch (type) {
      case "stream" -> stream(interaction, reply);
      case "template_card" -> {
        unless(!interaction.isAnswered(), 846606, "answered already");
        card(interaction, reply.getJsonObject("template_card"));
      }
      case "stream_with_template_card" -> {
        stream(interaction, reply);
        if (reply.containsKey("template_card")) {
          unless(!interaction.hasCard(), 846606, "a second card in one stream");
          card(interaction, reply.getJsonObject("template_card"));
        }
      }
      case "markdown", "file", "image", "voice", "video" -> {
        unless(socket, 40008, type + " is no answer to a callback");
        unless(!interaction.isAnswered(), 846606, "answered already");
        interaction.answer();
        post(interaction.chat(), pushed(type, reply));
      }
      default -> throw new Refusal(40008, "invalid message type: " + type);
    }
  }

  void toEntering(Interaction interaction, JsonObject reply) {
    unless(interaction.kind() == Interaction.Kind.ENTER, 846605, "req_id is not of an entry");
    checkInTime(interaction);
    var type = reply.getString("msgtype", "");
    unless(type.equals("text") || type.equals("template_card"), 40008, "msgtype: " + type);
    interaction.answer();
    post(
        interaction.chat(),
        type.equals("text")
            ? new JsonObject().put("msgtype", type).put(type, reply.getJsonObject(type))
            : pushed(type, reply));
  }

  void toClick(Interaction interaction, JsonObject reply) {
    unless(interaction.kind() == Interaction.Kind.CLICK, 846605, "req_id is not of a click");
    checkInTime(interaction);
    unless(
        reply.getString("response_type", "").equals("update_template_card"),
        40008,
        "a click is answered with update_template_card");
    var message = Objects.requireNonNull(interaction.subject());
    var card = reply.getJsonObject("template_card", new JsonObject());
    var old = message.cardFor(interaction.member().userid());
    unless(CardView.of(card).taskId().equals(old.taskId()), 42014, "task_id differs");
    cards.check(card);
    var content = new JsonObject().put("msgtype", "template_card").put("template_card", card);
    var users = reply.getJsonArray("userids", new JsonArray());
    if (users.isEmpty()) {
      message.become(content);
    } else {
      users.forEach(user -> message.becomeFor(String.valueOf(user), content));
    }
    interaction.answer();
    state.chats.changed(message);
  }

  /// A message nobody asked for.
  void push(String chat, JsonObject body) {
    post(chat, pushed(body.getString("msgtype", ""), body));
  }

  private void checkInTime(Interaction interaction) {
    unless(!interaction.isAnswered(), 846606, "answered already");
    var late = interaction.at().plus(CLICK_LIFE).isBefore(state.clock.instant());
    unless(!late, 846605, "answered after 5 s");
  }

  private JsonObject pushed(String type, JsonObject body) {
    var part = body.getJsonObject(type, new JsonObject());
    checkFeedback(part);
    switch (type) {
      case "markdown" -> {
        unless(!part.getString("content", "").isEmpty(), 44004, "empty content");
        unless(Utf8.length(part.getString("content")) <= CONTENT_BYTES, 45002, "too long");
      }
      case "template_card" -> checkNewCard(part);
      case "file", "image", "voice", "video" -> state.media.get(part.getString("media_id", ""));
      default -> throw new Refusal(40008, "invalid message type: " + type);
    }
    return new JsonObject().put("msgtype", type).put(type, part);
  }

  private void card(Interaction interaction, JsonObject card) {
    checkNewCard(card);
    interaction.giveCard();
    post(
        interaction.chat(),
        new JsonObject().put("msgtype", "template_card").put("template_card", card));
  }

  private void checkNewCard(JsonObject card) {
    cards.check(card);
    var task = CardView.of(card).taskId();
    unless(!task.isEmpty(), 42014, "task_id missing");
    unless(
        !tasks.contains(task) || !state.guess(Guess.REUSED_TASK_REFUSED), 42014, "task_id reused");
    tasks.add(task);
  }

  private void stream(Interaction interaction, JsonObject reply) {
    var stream = reply.getJsonObject("stream", new JsonObject());
    var id = stream.getString("id", "");
    unless(!id.isEmpty(), 40058, "stream.id missing");
    var content = stream.getString("content", "");
    var tooLong = Utf8.length(content) > CONTENT_BYTES;
    unless(!tooLong || !state.guess(Guess.LONG_STREAM_REFUSED), 45002, "stream.content too long");
    checkPictures(stream);
    checkFeedback(stream);
    var shown = new JsonObject().put("msgtype", "stream").put("stream", stream);
    var message = interaction.stream();
    if (message == null) {
      unless(!interaction.isAnswered(), 846606, "answered already");
      interaction.streams(post(interaction.chat(), shown), shown);
      return;
    }
    unless(interaction.isStreaming(), 846608, "the stream has ended");
    var late = interaction.at().plus(STREAM_LIFE).isBefore(state.clock.instant());
    unless(!late, 846608, "stream expired");
    var before = message.contentFor("").getJsonObject("stream");
    unless(before.getString("id").equals(id), 40058, "stream.id changed");
    unless(!stream.containsKey("feedback"), 40058, "feedback only in the first answer");
    var thumbs = Optional.ofNullable(before.getJsonObject("feedback"));
    thumbs.ifPresent(asked -> stream.put("feedback", asked));
    if (content.length() < before.getString("content", "").length()) {
      state.violations.add("robot stream", "the content became shorter");
    }
    message.become(shown);
    interaction.streams(message, shown);
    state.chats.changed(message);
  }

  private void checkPictures(JsonObject stream) {
    var items = stream.getJsonArray("msg_item", new JsonArray());
    unless(items.isEmpty() || stream.getBoolean("finish", false), 40058, "msg_item before the end");
    unless(items.size() <= 10, 40058, "more than 10 pictures");
    for (var item : items) {
      WebhookApi.checkImage(((JsonObject) item).getJsonObject("image", new JsonObject()), state);
    }
  }

  private static void checkFeedback(JsonObject part) {
    if (!part.containsKey("feedback")) {
      return;
    }
    var id = part.getJsonObject("feedback").getString("id", "");
    unless(!id.isEmpty() && Utf8.length(id) <= FEEDBACK_BYTES, 40058, "feedback.id");
  }

  private Message post(String chat, JsonObject content) {
    Set<String> audience =
        state.company.group(chat).map(g -> Set.copyOf(g.members())).orElse(Set.of());
    var sender = new Sender(Sender.Kind.ROBOT, state.settings.robot().id());
    return state.chats.post(sender, List.of(chat), audience, content);
  }
}
