package org.apricotdesk.bot.wecom.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What became of a message that was handed to the platform.
public sealed interface Outcome {
  /// The platform has it.
  ///
  /// @param messageId by which it may be recalled for a day
  /// @param responseCode by which the card may be changed once, within 72 hours
  /// @param unreached userids it was not delivered to
  record Sent(Optional<String> messageId, Optional<String> responseCode, List<String> unreached)
      implements Outcome {
    /// Taken, and nothing more is said about it.
    public static final Sent PLAINLY = new Sent(Optional.empty(), Optional.empty(), List.of());

    public Sent {
      unreached = List.copyOf(unreached);
    }
  }

  /// It did not get through, or nobody knows.
  sealed interface Failed extends Outcome {
    String why();
  }

  /// Refused for good: the same request will never pass.
  record Rejected(int code, String why) implements Failed {}

  /// Refused until an operator puts something right: secret, trusted address, permission.
  record Configuration(int code, String why) implements Failed {}

  /// Not taken; may be tried again after a while.
  record Later(Duration after, String why) implements Failed {}

  /// It was sent and no answer was seen: it may have arrived, so it must not be sent again blindly.
  record Unknown(String why) implements Failed {}
}
