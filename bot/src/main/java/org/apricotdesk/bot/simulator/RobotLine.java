package org.apricotdesk.bot.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apricotdesk.bot.wecom.CipherRefusal;
import org.jspecify.annotations.Nullable;

/// What members say and do to the robot, told to its service by callback or over the long
/// connection.
/// Source: document/path/100719, 101027.
final class RobotLine {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int AT_ONCE = 3;
  private static final int ATTEMPTS = 3;
  private static final String RULE = "robot reply";

  private final Vertx vertx;
  private final State state;
  private final Robot robot;
  private final Line line;
  private final RobotReplies replies;
  private final RobotSockets sockets;
  private final RobotEvents events;
  private final List<Interaction> open = new ArrayList<>();
  private final Map<String, LocalDate> entered = new HashMap<>();
  private long number;

  RobotLine(
      Vertx vertx, State state, RobotReplies replies, RobotSockets sockets, RobotMedia media) {
    this.vertx = vertx;
    this.state = state;
    this.robot = state.settings.robot();
    this.replies = replies;
    this.sockets = sockets;
    this.events = new RobotEvents(state, replies, media);
    line = new Line(vertx, state, robot.token(), robot.aesKey(), "");
  }

  Future<Void> save(List<URI> instances) {
    return line.verify(instances)
        .onSuccess(_ -> state.change(() -> state.callbacks.robot(instances)));
  }

  /// @param content `msgtype` and the object of that name; pictures by media id
  Future<Void> says(Member member, String chat, JsonObject content) {
    var told = state.alone(() -> heard(member, chat, content));
    return told == null
        ? Future.succeededFuture()
        : tell(told, events.said(told, content), ATTEMPTS);
  }

  /// Opens the chat with the robot; it hears of the first time each day.
  Future<Void> enters(Member member) {
    var chat = Robot.chatWith(member.userid());
    var today = LocalDate.ofInstant(state.clock.instant(), ZONE);
    var first = state.alone(() -> !today.equals(entered.put(member.key(), today)));
    if (!first) {
      return Future.succeededFuture();
    }
    var interaction = interaction(Interaction.Kind.ENTER, member, chat, null);
    return tell(interaction, events.entered(interaction), 1);
  }

  Future<Void> taps(
      Member member,
      String chat,
      Message message,
      CardView.Choice choice,
      Map<String, List<String>> selected) {
    var interaction = interaction(Interaction.Kind.CLICK, member, chat, message);
    var card = message.cardFor(member.userid());
    return tell(interaction, events.tapped(interaction, card, choice, selected), 1);
  }

  /// Says by a thumb what somebody thinks of a message that asked for it.
  Future<Void> judges(
      Member member, String chat, Message message, int thumb, List<Integer> reasons) {
    var id = message.feedbackFor(member.userid());
    if (id.isEmpty()) {
      throw new IllegalArgumentException(message.id() + " has no thumbs");
    }
    if (thumb < 1 || thumb > 3 || (thumb != 2 && !reasons.isEmpty())) {
      throw new IllegalArgumentException("no such judgement: " + thumb + " " + reasons);
    }
    var interaction = interaction(Interaction.Kind.FEEDBACK, member, chat, message);
    return tell(interaction, events.judged(interaction, id, thumb, reasons), 1);
  }

  void close() {
    line.close();
  }

  /// Posts what was said; the robot hears it unless it was a group message without a mention,
  /// or the
  /// member has three answers outstanding.
  private @Nullable Interaction heard(Member member, String chat, JsonObject content) {
    var group = state.company.group(chat);
    Set<String> audience =
        group.map(g -> Set.copyOf(g.members())).orElseGet(() -> Set.of(member.key()));
    var message =
        state.chats.post(Sender.member(member.userid()), List.of(chat), audience, content);
    if (group.isPresent() && !mentions(content)) {
      return null;
    }
    open.removeIf(i -> !i.isStreaming());
    if (open.stream().filter(i -> i.member().key().equals(member.key())).count() >= AT_ONCE) {
      state.violations.advise("a fourth interaction at once was refused for " + member.userid());
      return null;
    }
    return interaction(Interaction.Kind.MESSAGE, member, chat, message);
  }

  private boolean mentions(JsonObject content) {
    var type = content.getString("msgtype");
    var heard = type.equals("text") || type.equals("mixed");
    return heard && content.getJsonObject(type).encode().contains("@" + robot.name());
  }

  private Interaction interaction(
      Interaction.Kind kind, Member member, String chat, @Nullable Message subject) {
    return state.alone(
        () -> {
          var id = "CAIQ%06dsim%s".formatted(++number, Random.word(6));
          var group = state.company.group(chat).isPresent();
          return new Interaction(kind, id, member, chat, group, state.clock.instant(), subject);
        });
  }

  private Future<Void> tell(Interaction interaction, JsonObject body, int attempts) {
    if (robot.transport() == Robot.Transport.SOCKET) {
      var cmd =
          body.getString("msgtype").equals("event") ? "aibot_event_callback" : "aibot_msg_callback";
      state.change(() -> sockets.push(cmd, interaction, body));
      return Future.succeededFuture();
    }
    return post(interaction, body, attempts);
  }

  private Future<Void> post(Interaction interaction, JsonObject body, int attempts) {
    var instances = state.alone(state.callbacks::robot);
    if (instances.isEmpty()) {
      return Future.succeededFuture();
    }
    return line.deliver(
        instances,
        body.encode(),
        attempts,
        letter -> new JsonObject().put("encrypt", letter.encrypt()).encode(),
        answer -> {
          if (answer.isFine() && !answer.body().isBlank()) {
            state.change(() -> apply(interaction, answer));
          }
          askAgain(interaction);
        });
  }

  private void apply(Interaction interaction, Line.Answer answer) {
    try {
      var envelope = new JsonObject(answer.body());
      var nonce = envelope.getString("nonce", "");
      Refusal.unless(nonce.equals(answer.nonce()), 40058, "nonce is not the one of the URL");
      var plain =
          line.cipher()
              .decrypt(
                  envelope.getString("msgsignature", ""),
                  String.valueOf(envelope.getValue("timestamp")),
                  nonce,
                  envelope.getString("encrypt", ""));
      reply(interaction, new JsonObject(plain));
    } catch (CipherRefusal refusal) {
      state.violations.add(RULE, "envelope refused at " + refusal.stage());
    } catch (DecodeException | ClassCastException wrong) {
      state.violations.add(RULE, "not the JSON expected: " + wrong.getMessage());
    } catch (Refusal refusal) {
      state.violations.add(RULE, refusal.code() + " " + refusal.why());
    }
  }

  private void reply(Interaction interaction, JsonObject reply) {
    switch (interaction.kind()) {
      case MESSAGE -> replies.toMessage(interaction, reply, false);
      case ENTER -> replies.toEntering(interaction, reply);
      case CLICK -> replies.toClick(interaction, reply);
      case FEEDBACK -> throw new Refusal(40008, "a judgement is answered by nothing");
    }
  }

  private void askAgain(Interaction interaction) {
    if (!interaction.isStreaming()) {
      return;
    }
    state.change(
        () -> {
          if (!open.contains(interaction)) {
            open.add(interaction);
          }
        });
    vertx.setTimer(state.settings.poll().toMillis(), _ -> refresh(interaction));
  }

  private void refresh(Interaction interaction) {
    var end = interaction.at().plus(RobotReplies.STREAM_LIFE);
    if (end.isBefore(state.clock.instant())) {
      state.change(
          () -> {
            interaction.endsStream();
            state.violations.add("robot stream", "not finished within 6 minutes");
          });
      return;
    }
    var stream =
        Objects.requireNonNull(interaction.stream()).contentFor("").getJsonObject("stream");
    post(interaction, events.refresh(interaction, stream.getString("id")), 1);
  }
}
