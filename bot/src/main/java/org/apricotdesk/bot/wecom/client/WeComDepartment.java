package org.apricotdesk.bot.wecom.client;

import io.vertx.core.json.JsonObject;
import java.util.List;

/// A department as the platform's address book shows it to the app.
public record WeComDepartment(int id, String name, int parent) {

  static List<WeComDepartment> listed(JsonObject answer) {
    return answer.getJsonArray("department").stream()
        .map(JsonObject.class::cast)
        .map(
            each ->
                new WeComDepartment(
                    each.getInteger("id"), each.getString("name", ""), each.getInteger("parentid")))
        .toList();
  }
}
