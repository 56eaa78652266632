package org.apricotdesk.bot.understanding;

import java.util.Collections;

/// Whether one message goes on with the one before, by what both are about.
final class Continuation {
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

  /// Another system is named, and what was said before had named its own.
  private static boolean otherMatter(Item before, Item next) {
    var named = Systems.in(next.text());
    var known = Systems.in(before.text());
    return !named.isEmpty()
        && !known.isEmpty()
        && Collections.disjoint(named, known)
        && !before.category().equals(next.category());
  }
}
