package org.apricotdesk.bot.understanding;

import java.util.Locale;

/// What a message wants.
public enum Kind {
  /// Something that worked is broken or blocked.
  FAULT,
  /// How, whether or where something is done.
  QUESTION,
  /// Something new is wished for.
  SUGGESTION,
  /// The state of an earlier report, or a change to it.
  PROGRESS,
  /// Greetings, thanks, tests, small talk.
  CHITCHAT,
  /// Other departments' matters, notices, adverts, pictures without words.
  OTHER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
