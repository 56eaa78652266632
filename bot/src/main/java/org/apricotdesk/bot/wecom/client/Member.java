package org.apricotdesk.bot.wecom.client;

import io.vertx.core.json.JsonObject;
import java.util.List;

/// A member as the platform's address book shows them to the app.
///
/// @param active neither disabled nor gone
public record Member(
    String userid, String name, List<Integer> departments, String position, boolean active) {
  private static final int ACTIVE = 1;

  public Member {
    departments = List.copyOf(departments);
  }

  static Member of(JsonObject facts) {
    return new Member(
        facts.getString("userid"),
        facts.getString("name", ""),
        facts.getJsonArray("department").stream().map(id -> ((Number) id).intValue()).toList(),
        facts.getString("position", ""),
        facts.getInteger("status", ACTIVE) == ACTIVE);
  }
}
