package org.apricotdesk.bot.simulator;

/// A group chat with the robot in it.
public final class SimulatedGroup {
  private final Platform platform;
  private final Group group;

  SimulatedGroup(Platform platform, Group group) {
    this.platform = platform;
    this.group = group;
  }

  public String chatid() {
    return group.chatid();
  }

  public String name() {
    return group.name();
  }

  /// A member as she takes part in this group.
  public Talk member(String userid) {
    var state = platform.state();
    var member = state.alone(() -> state.company.member(userid));
    if (!group.members().contains(Member.key(userid)) || member.isEmpty()) {
      throw new IllegalArgumentException(userid + " is not in " + group.name());
    }
    return new Talk(platform, member.get(), group.chatid());
  }
}
