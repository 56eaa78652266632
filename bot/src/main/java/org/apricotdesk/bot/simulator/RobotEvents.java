package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/// The JSON in which the robot's service is told things. Source: document/path/100719, 101027.
final class RobotEvents {
  private final State state;
  private final RobotReplies replies;
  private final RobotMedia media;

  RobotEvents(State state, RobotReplies replies, RobotMedia media) {
    this.state = state;
    this.replies = replies;
    this.media = media;
  }

  JsonObject tapped(
      Interaction interaction,
      CardView card,
      CardView.Choice choice,
      Map<String, List<String>> selected) {
    var click =
        new JsonObject()
            .put("card_type", card.type())
            .put("event_key", choice.key())
            .put("task_id", card.taskId());
    if (!selected.isEmpty() && !choice.menu()) {
      click.put("selected_items", new JsonObject().put("selected_item", items(selected)));
    }
    return event(interaction, "template_card_event", click);
  }

  JsonObject entered(Interaction interaction) {
    return event(interaction, "enter_chat", new JsonObject());
  }

  /// @param thumb 1 good, 2 bad, 3 taken back
  /// @param reasons codes 1 to 4, with a bad one only
  JsonObject judged(Interaction interaction, String id, int thumb, List<Integer> reasons) {
    var details = new JsonObject().put("id", id).put("type", thumb);
    if (!reasons.isEmpty()) {
      details.put("inaccurate_reason_list", new JsonArray(reasons));
    }
    return event(interaction, "feedback_event", details);
  }

  /// Asks how a stream goes on.
  JsonObject refresh(Interaction interaction, String stream) {
    return bareHead(interaction)
        .put("msgtype", "stream")
        .put("stream", new JsonObject().put("id", stream));
  }

  JsonObject said(Interaction interaction, JsonObject content) {
    var type = content.getString("msgtype");
    var said = head(interaction).put("msgtype", type).put(type, media.outbound(type, content));
    var quote = content.getJsonObject("quote");
    return quote == null ? said : said.put("quote", quote);
  }

  private JsonObject event(Interaction interaction, String type, JsonObject details) {
    return head(interaction)
        .put("create_time", state.clock.instant().getEpochSecond())
        .put("msgtype", "event")
        .put("event", new JsonObject().put("eventtype", type).put(type, details));
  }

  private JsonObject head(Interaction interaction) {
    var code = state.alone(() -> replies.mintLateAnswer(interaction));
    return bareHead(interaction)
        .put("response_url", state.apiUrl() + "/cgi-bin/aibot/response?response_code=" + code);
  }

  private JsonObject bareHead(Interaction interaction) {
    var head =
        new JsonObject()
            .put("msgid", interaction.id())
            .put("aibotid", state.settings.robot().id())
            .put("chattype", interaction.isGroup() ? "group" : "single")
            .put("from", new JsonObject().put("userid", interaction.member().userid()));
    return interaction.isGroup() ? head.put("chatid", interaction.chat()) : head;
  }

  private static JsonArray items(Map<String, List<String>> selected) {
    var items = new JsonArray();
    selected.forEach(
        (question, options) ->
            items.add(
                new JsonObject()
                    .put("question_key", question)
                    .put("option_ids", new JsonObject().put("option_id", new JsonArray(options)))));
    return items;
  }
}
