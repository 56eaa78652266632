package org.apricotdesk.bot.simulator;

/// The parts of the platform's API, each with what it remembers.
record Apis(
    MessageApi messages,
    AppChatApi appChats,
    WebhookApi webhook,
    ContactsApi contacts,
    SignInApi signIn,
    ScriptApi script,
    RobotReplies robot) {
  static Apis of(State state, RobotReplies robot) {
    return new Apis(
        new MessageApi(state),
        new AppChatApi(state),
        new WebhookApi(state),
        new ContactsApi(state),
        new SignInApi(state),
        new ScriptApi(),
        robot);
  }
}
