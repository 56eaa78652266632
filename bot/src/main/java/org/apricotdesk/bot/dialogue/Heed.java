package org.apricotdesk.bot.dialogue;

/// How much of an answer a message gets. Phrases, and the wish for a person, are always answered.
public enum Heed {
  /// As anybody would expect.
  ANSWER,
  /// It is taken down without a word: too many messages at once.
  NOTE,
  /// Nothing: the same words again and again are somebody's robot answering ours.
  IGNORE
}
