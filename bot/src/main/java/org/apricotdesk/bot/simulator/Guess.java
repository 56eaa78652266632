package org.apricotdesk.bot.simulator;

/// A detail that the platform does not document. Each can be taken back, to see that a service does
/// not rely on it.
public enum Guess {
  /// Text over 2048 bytes is refused (45002); if not, it is cut between characters.
  LONG_TEXT_REFUSED,
  /// Markdown of an app over 2048 bytes is refused (45002); if not, it is cut like text.
  LONG_MARKDOWN_REFUSED,
  /// A text card without an address is refused (40094).
  TEXT_CARD_NEEDS_URL,
  /// A body with `\\uXXXX` escapes is refused (40033).
  ESCAPES_REFUSED,
  /// With the duplicate check on, the same request again is answered and not delivered.
  REPEATED_REQUEST_DROPPED,
  /// An interactive card without task_id is refused (42014).
  TASK_NEEDED,
  /// A task_id of other characters or over 128 bytes is refused (42014).
  TASK_SPELLING_CHECKED,
  /// A task_id used before in the same app is refused (42014).
  REUSED_TASK_REFUSED,
  /// Two buttons of one card with the same key are refused (42039).
  BUTTON_KEYS_DIFFER,
  /// A picture of a group's robot whose md5 is wrong is refused (301019).
  PICTURE_DIGEST_CHECKED,
  /// A stream's content over 20480 bytes is refused (45002).
  LONG_STREAM_REFUSED,
  /// The robot may not speak first in a chat that never wrote to it (846609).
  SILENT_CHAT_REFUSED,
  /// A long connection that sends nothing for a while is dropped.
  SILENT_CONNECTION_DROPPED
}
