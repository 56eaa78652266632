package org.apricotdesk.bot.inbox;

import org.apricotdesk.bot.dialogue.Talk;

/// What the database says when a message arrives.
sealed interface Entry {
  /// It was never seen before; the conversation is locked for this transaction.
  ///
  /// @param lately how many messages this person sent here within the last minute
  /// @param alike how many of the last two minutes had the same words
  record Fresh(Talk talk, long lately, long alike) implements Entry {}

  /// The platform delivers it again.
  record Repeat() implements Entry {}
}
