package org.apricotdesk.bot.wecom;

import java.util.Optional;

/// Answers that were not ready when the platform hung up.
@FunctionalInterface
public interface LateAnswers {
  /// Says it another way.
  void say(Incoming to, Outgoing answer);

  /// The answer to the message of that id, for when the platform asks again; empty until there is
  /// one.
  default Optional<Outgoing> answerTo(String message) {
    return Optional.empty();
  }
}
