package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// What drivers and the browser page may see of the simulated corp.
final class ControlView {
  private ControlView() {}

  static JsonObject state(State state, Platform platform) {
    var members = new JsonArray();
    state.company.members().forEach(m -> members.add(member(state, m)));
    var groups = new JsonArray();
    state.company.groups().forEach(g -> groups.add(group(g)));
    return new JsonObject()
        .put("now", state.clock.instant().toString())
        .put("members", members)
        .put("groups", groups)
        .put("app", state.settings.app().name())
        .put("agentId", state.settings.app().agentId())
        .put("desk", state.callbacks.deskUrl())
        .put("robot", state.settings.robot().name())
        .put("robotConnected", platform.sockets().isLive())
        .put("faults", state.faults.toJson())
        .put("violations", state.violations.list().size());
  }

  static JsonArray chats(State state, Member member) {
    var keys = new ArrayList<String>();
    state.settings.apps().forEach(a -> keys.add(a.chatWith(member.userid())));
    keys.add(Robot.chatWith(member.userid()));
    state.company.groups().stream()
        .filter(g -> g.members().contains(member.key()))
        .forEach(g -> keys.add(g.chatid()));
    var chats = new JsonArray();
    keys.forEach(key -> chats.add(chat(state, key, member)));
    return chats;
  }

  static JsonObject violations(State state) {
    var violations = new JsonArray();
    state
        .violations
        .list()
        .forEach(
            v ->
                violations.add(
                    new JsonObject()
                        .put("at", v.at().toString())
                        .put("rule", v.rule())
                        .put("detail", v.detail())));
    return new JsonObject()
        .put("violations", violations)
        .put("advice", new JsonArray(state.violations.advice()));
  }

  private static JsonObject member(State state, Member member) {
    var department = state.company.department(member.departments().getFirst());
    return new JsonObject()
        .put("userid", member.userid())
        .put("name", member.name())
        .put("position", member.position())
        .put("department", department.map(Department::name).orElse(""));
  }

  private static JsonObject group(Group group) {
    return new JsonObject()
        .put("chatid", group.chatid())
        .put("name", group.name())
        .put("members", new JsonArray(group.members()));
  }

  private static JsonObject chat(State state, String key, Member viewer) {
    List<Message> messages = state.chats.of(key);
    var chat = new JsonObject().put("chat", key).put("count", messages.size());
    return messages.isEmpty()
        ? chat
        : chat.put("last", Bubble.of(messages.getLast(), viewer.userid()).toJson());
  }
}
