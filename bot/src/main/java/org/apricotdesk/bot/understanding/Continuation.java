package org.apricotdesk.bot.understanding;

/// Whether one message goes on with the one before, by what both are about.
final class Continuation {
  private static final double SURE = 0.5;

  private Continuation() {}

  static boolean of(Item before, Item next) {
    if (next.says(Signal.RECOVERED) || next.says(Signal.CANCEL)) {
      return false;
    }
    return switch (next.kind()) {
      case CHITCHAT, PROGRESS -> false;
      case OTHER -> next.text().startsWith("[");
      case FAULT, QUESTION, SUGGESTION ->
          next.says(Signal.CORRECTION) || !otherMatter(before, next);
    };
  }

  private static boolean otherMatter(Item before, Item next) {
    if (before.category().isEmpty() || next.category().isEmpty()) {
      return false;
    }
    var same = before.category().get().system().equals(next.category().get().system());
    return !same && next.confidence() >= SURE && before.confidence() >= SURE;
  }
}
