package org.apricotdesk.bot.dialogue;

import java.time.Duration;
import java.time.Instant;

/// A button that needs a word more: the next thing this person says completes it.
///
/// @param phrase the phrase it belongs to
record Pending(String phrase, long ticket, Instant since) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  boolean isAliveAt(Instant now) {
    return now.isBefore(since.plus(PATIENCE));
  }
}
