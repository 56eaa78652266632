package org.apricotdesk.bot.simulator;

import java.util.Set;

/// A self-built app of the corp, as its page in the admin console shows it.
///
/// @param visible ids of the departments whose members may see the app; the root means
///     everybody
public record App(
    int agentId, String name, String secret, String token, String aesKey, Set<Integer> visible) {
  public App {
    visible = Set.copyOf(visible);
  }

  /// The administrators' synchronisation of contacts, which has a secret of its own and reads no
  /// more than ids.
  static App contactSync(String secret) {
    return new App(0, "通讯录同步", secret, "", "", Set.of(Department.ROOT));
  }

  boolean syncsContacts() {
    return agentId == 0;
  }

  /// The key of the chat between this app and a member.
  String chatWith(String userid) {
    return "app:" + agentId + ":" + Member.key(userid);
  }
}
