package org.apricotdesk.bot.wecom;

/// Says what was not ready when the platform hung up.
@FunctionalInterface
public interface LateAnswers {
  void say(Incoming to, Outgoing answer);
}
