package org.apricotdesk.bot.simulator;

import java.util.List;

/// A group chat of members; the robot sits in each of them.
///
/// @param webhookKey key of the group's webhook robot, empty when it has none
public record Group(String chatid, String name, List<String> members, String webhookKey) {
  public Group {
    members = members.stream().map(Member::key).toList();
  }

  public static Group of(String chatid, String name, String... members) {
    return new Group(chatid, name, List.of(members), "");
  }
}
