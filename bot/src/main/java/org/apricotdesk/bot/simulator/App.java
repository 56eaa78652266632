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

  /// The key of the chat between this app and a member.
  String chatWith(String userid) {
    return "app:" + agentId + ":" + Member.key(userid);
  }
}
