package org.apricotdesk.bot.simulator;

/// Who wrote a message.
///
/// @param id the userid, the agent id, the robot's id or the webhook's key
record Sender(Kind kind, String id) {
  enum Kind {
    MEMBER,
    APP,
    ROBOT,
    WEBHOOK
  }

  static Sender member(String userid) {
    return new Sender(Kind.MEMBER, Member.key(userid));
  }

  static Sender app(App app) {
    return new Sender(Kind.APP, String.valueOf(app.agentId()));
  }
}
