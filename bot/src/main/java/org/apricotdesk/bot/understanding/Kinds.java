package org.apricotdesk.bot.understanding;

import java.util.Locale;

/// Decides what a message wants: words that settle it, else the trained model.
final class Kinds {
  private static final double SURE = 0.5;

  private static final int LONGEST_NOISE = 12;

  private Kinds() {}

  static Kind of(LinearModel model, String text, LinearModel.Guess matter, boolean request) {
    var cues = Words.cues();
    if (cues.list("picture").stream().anyMatch(text::startsWith) || cues.any(text, "notice")) {
      return Kind.OTHER;
    }
    if (text.codePoints().noneMatch(Character::isLetter) && text.length() <= LONGEST_NOISE) {
      return Kind.CHITCHAT;
    }
    if (matter.label().startsWith("other.redirect")
        && (matter.probability() > SURE || cues.any(text, "redirectsign"))) {
      return Kind.OTHER;
    }
    if (cues.any(text, "repair") && cues.any(text, "broken")) {
      return Kind.FAULT;
    }
    return Kind.valueOf(
        model
            .rank(KindFeatures.of(text, matter.label(), request))
            .getFirst()
            .label()
            .toUpperCase(Locale.ROOT));
  }
}
