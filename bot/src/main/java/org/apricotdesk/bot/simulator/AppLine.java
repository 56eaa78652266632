package org.apricotdesk.bot.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What members do with an app, told to its service. Source: document/path/90239, 90240.
final class AppLine {
  private static final int ATTEMPTS = 3;

  private final State state;
  private final App app;
  private final Line line;
  private final PassiveReplies replies;
  private final AtomicLong messageIds = new AtomicLong(7419283746510000000L);

  AppLine(Vertx vertx, State state, App app) {
    this.state = state;
    this.app = app;
    var corpId = state.settings.corpId();
    line = new Line(vertx, state, app.token(), app.aesKey(), corpId);
    replies = new PassiveReplies(state, app, line.cipher());
  }

  Future<Void> save(List<URI> instances) {
    return line.verify(instances)
        .onSuccess(_ -> state.change(() -> state.callbacks.app(app, instances)));
  }

  /// @param content `msgtype` and the object of that name, with the media already stored
  Future<Void> says(Member member, JsonObject content) {
    var chats = List.of(app.chatWith(member.userid()));
    var audience = Set.of(member.key());
    var sender = Sender.member(member.userid());
    state.alone(() -> state.chats.post(sender, chats, audience, content));
    var type = content.getString("msgtype");
    if (type.equals("file")) {
      return Future.succeededFuture(); // apps do not get files
    }
    var id = messageIds.incrementAndGet();
    return tell(
        member,
        xml -> {
          head(xml, member.userid(), type);
          AppMessageXml.body(xml, type, content.getJsonObject(type));
          xml.number("MsgId", id).number("AgentID", app.agentId());
        });
  }

  Future<Void> taps(
      Member member, Message message, CardView.Choice choice, Map<String, List<String>> selected) {
    var code = state.alone(() -> state.responseCodes.mint(app, message));
    var card = message.cardFor(member.userid());
    Consumer<XmlWriter> event =
        xml -> {
          event(
              xml,
              member.userid(),
              choice.menu() ? "template_card_menu_event" : "template_card_event",
              choice.key());
          xml.text("TaskId", card.taskId())
              .text("CardType", card.type())
              .text("ResponseCode", code)
              .number("AgentID", app.agentId());
          if (!choice.menu() && !selected.isEmpty()) {
            AppMessageXml.selected(xml, selected);
          }
        };
    return post(event, answer -> apply(answer, member, message));
  }

  Future<Void> event(Member member, String event, String key) {
    return tell(
        member,
        xml -> {
          event(xml, member.userid(), event, key);
          xml.number("AgentID", app.agentId());
        });
  }

  Future<Void> contactChanged(String change, String userid) {
    return post(
        xml -> {
          event(xml, "sys", "change_contact", "");
          xml.text("ChangeType", change).text("UserID", userid);
        },
        _ -> {});
  }

  void close() {
    line.close();
  }

  private Future<Void> tell(Member member, Consumer<XmlWriter> content) {
    return post(content, answer -> apply(answer, member, null));
  }

  private Future<Void> post(Consumer<XmlWriter> content, Consumer<Line.Answer> then) {
    var instances = state.alone(() -> state.callbacks.app(app));
    if (instances.isEmpty()) {
      return Future.succeededFuture();
    }
    var plain = XmlWriter.write(state.faults.isBareXml(), content);
    return line.deliver(
        instances,
        plain,
        ATTEMPTS,
        letter ->
            XmlWriter.write(
                false,
                xml ->
                    xml.text("ToUserName", state.settings.corpId())
                        .text("AgentID", String.valueOf(app.agentId()))
                        .text("Encrypt", letter.encrypt())),
        then);
  }

  private void apply(Line.Answer answer, Member member, @Nullable Message tapped) {
    if (answer.isFine() && !answer.body().isEmpty()) {
      state.change(() -> replies.apply(member, answer.body(), tapped));
    }
  }

  private void event(XmlWriter xml, String userid, String event, String key) {
    head(xml, userid, "event");
    xml.text("Event", event).text("EventKey", key);
  }

  private void head(XmlWriter xml, String userid, String type) {
    xml.text("ToUserName", state.settings.corpId())
        .text("FromUserName", userid)
        .number("CreateTime", state.clock.instant().getEpochSecond())
        .text("MsgType", type);
    if (state.faults.hasUnknownElements()) {
      xml.text("Novelty", "2027").inside("Nested", inner -> inner.text("Thing", "1"));
    }
  }
}
