package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/// Tickets for signatures of the JS-SDK, menus, and the platform's own addresses. Source:
/// document/path/90506, 90231.
final class ScriptApi {
  private final Map<Integer, JsonObject> menus = new HashMap<>();
  private final Map<String, String> tickets = new HashMap<>();

  JsonObject corpTicket(App app, ApiCall call) {
    return ticket("corp");
  }

  JsonObject appTicket(App app, ApiCall call) {
    Refusal.unless(call.param("type").equals("agent_config"), 40035, "type invalid");
    return ticket("app " + app.agentId());
  }

  JsonObject createMenu(App app, ApiCall call) {
    var menu = call.json();
    var entries = menu.getJsonArray("button", new JsonArray());
    Refusal.unless(!entries.isEmpty() && entries.size() <= 3, 40017, "1..3 menu entries");
    for (var each : entries) {
      var entry = (JsonObject) each;
      var name = entry.getString("name", "");
      Refusal.unless(!name.isEmpty() && Utf8.length(name) <= 16, 40018, "menu name invalid");
      var below = entry.getJsonArray("sub_button", new JsonArray());
      Refusal.unless(below.size() <= 5, 40023, "more than 5 entries below");
      Refusal.unless(Utf8.length(entry.getString("key", "")) <= 128, 40019, "menu key too long");
    }
    menus.put(app.agentId(), menu);
    return new JsonObject();
  }

  JsonObject menu(App app, ApiCall call) {
    return menuOf(app);
  }

  JsonObject deleteMenu(App app, ApiCall call) {
    menus.remove(app.agentId());
    return new JsonObject();
  }

  JsonObject callbackAddresses(App app, ApiCall call) {
    return new JsonObject().put("ip_list", new JsonArray().add("127.0.0.1"));
  }

  JsonObject menuOf(App app) {
    return menus.getOrDefault(app.agentId(), new JsonObject().put("button", new JsonArray()));
  }

  private JsonObject ticket(String whose) {
    var ticket = tickets.computeIfAbsent(whose, _ -> Random.word(86));
    return new JsonObject().put("ticket", ticket).put("expires_in", 7200);
  }
}
