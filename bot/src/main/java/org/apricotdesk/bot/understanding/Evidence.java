package org.apricotdesk.bot.understanding;

/// The words a decision rested on, shown to whoever asks why.
public record Evidence(Aspect aspect, String words) {
  /// Which decision.
  public enum Aspect {
    KIND,
    CATEGORY,
    IMPACT,
    URGENCY,
    PRIORITY,
    DEPARTMENT,
    SIGNAL
  }
}
