package org.apricotdesk.bot.wecom.client;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/// A member as the platform's address book shows them to the app.
///
/// @param active neither disabled nor gone
public record Member(
    String userid, String name, List<Integer> departments, String position, boolean active) {
  private static final int ACTIVE = 1;

  /// Disabled, and gone; somebody invited who has not yet installed WeCom is neither.
  private static final Set<Integer> NOT_HERE = Set.of(2, 5);

  public Member {
    departments = List.copyOf(departments);
  }

  static Member of(JsonObject facts) {
    return new Member(
        facts.getString("userid"),
        facts.getString("name", ""),
        facts.getJsonArray("department").stream().map(id -> ((Number) id).intValue()).toList(),
        facts.getString("position", ""),
        !NOT_HERE.contains(facts.getInteger("status", ACTIVE)));
  }
}
