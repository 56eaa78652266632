package org.apricotdesk.bot.delivery;

import java.time.Duration;

/// Carries one message to WeCom and says what became of it. Blocks; called on virtual threads.
public interface Wire {
  /// How long after [Result.Doubtful] a repeat is safe, with some minutes to spare.
  Duration REPEATS_KNOWN = Duration.ofMinutes(25);

  /// Sends it.
  Result send(Taken taken);

  /// Whether the platform knows a repeat of this very message, so that sending it once more does no
  /// harm.
  boolean knowsRepeats(Taken taken);

  /// Whether this instance can reach such an address at all: robot chats need the live socket.
  boolean reaches(Address to);
}
