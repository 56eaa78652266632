package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.known;
import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Groups an app creates and writes to, never hears. Source: document/path/90244, 90245,
/// 98913, 98914, 90248.
final class AppChatApi {
  private record Room(App owner, Group group, String head) {}

  private final State state;
  private final Bodies bodies;
  private final Map<String, Room> rooms = new HashMap<>();

  AppChatApi(State state) {
    this.state = state;
    bodies = new Bodies(state);
  }

  JsonObject create(App app, ApiCall call) {
    unless(app.visible().contains(Department.ROOT), 48002, "the root department is not visible");
    var body = call.json();
    var users = strings(body, "userlist");
    unless(users.size() >= 2 && users.size() <= 2000, 86006, "userlist needs 2..2000");
    unless(users.stream().allMatch(u -> visible(app, u)), 86216, "unknown member");
    var head = body.getString("owner", users.getFirst());
    unless(users.contains(head), 86207, "owner is not a member");
    var id = body.getString("chatid", Random.word(20));
    unless(id.matches("[0-9A-Za-z]{1,32}"), 86001, "chatid invalid");
    unless(!rooms.containsKey(id), 86215, "chatid taken");
    keep(new Room(app, new Group(id, body.getString("name", ""), users, ""), head));
    return new JsonObject().put("chatid", id);
  }

  JsonObject update(App app, ApiCall call) {
    var body = call.json();
    var room = own(app, body.getString("chatid", ""));
    var users = new LinkedHashSet<>(room.group().members());
    users.addAll(strings(body, "add_user_list"));
    strings(body, "del_user_list").forEach(users::remove);
    unless(users.size() >= 2, 86006, "a group needs two members");
    var head = body.getString("owner", room.head());
    unless(users.contains(head), 86207, "owner is not a member");
    var name = body.getString("name", room.group().name());
    keep(new Room(app, new Group(room.group().chatid(), name, List.copyOf(users), ""), head));
    return new JsonObject();
  }

  JsonObject get(App app, ApiCall call) {
    var room = own(app, call.param("chatid"));
    var info =
        new JsonObject()
            .put("chatid", room.group().chatid())
            .put("name", room.group().name())
            .put("owner", room.head())
            .put("userlist", new JsonArray(room.group().members()));
    return new JsonObject().put("chat_info", info);
  }

  JsonObject send(App app, ApiCall call) {
    var body = call.json();
    var room = own(app, body.getString("chatid", ""));
    var type = body.getString("msgtype", "");
    unless(!type.equals("template_card"), 40008, "no template_card in appchat");
    var content = bodies.check(type, body);
    Set<String> audience = new HashSet<>(room.group().members());
    state.chats.post(Sender.app(app), List.of(room.group().chatid()), audience, content);
    return new JsonObject();
  }

  private void keep(Room room) {
    rooms.put(room.group().chatid(), room);
    state.company.add(room.group());
  }

  private Room own(App app, String chatid) {
    unless(!chatid.isEmpty(), 86201, "chatid missing");
    var room = known(rooms.get(chatid), 86003, "chatid does not exist");
    unless(room.owner().agentId() == app.agentId(), 86008, "not created by this app");
    return room;
  }

  private boolean visible(App app, String user) {
    return state.company.member(user).filter(m -> state.company.sees(app, m)).isPresent();
  }

  private static List<String> strings(JsonObject body, String name) {
    return body.getJsonArray(name, new JsonArray()).stream()
        .map(u -> Member.key(String.valueOf(u)))
        .toList();
  }
}
