package org.apricotdesk.bot.delivery;

import java.time.Duration;

/// What became of one attempt to send.
public sealed interface Result {
  /// WeCom has it.
  record Sent() implements Result {}

  /// Nobody needs it any more, for instance a card that was never shown cannot be changed.
  record Needless() implements Result {}

  /// Refused for good.
  record Refused(String why) implements Result {}

  /// Not taken; to be tried again, not before `pause` has passed.
  record Later(Duration pause, String why) implements Result {}

  /// It may or may not have arrived, but for [Wire#REPEATS_KNOWN] the platform tells a repeat of
  /// this very message from a new one, so it may be sent once more.
  record Doubtful(String why) implements Result {}

  /// It may or may not have arrived. Never sent again blindly.
  record Unknown(String why) implements Result {}
}
