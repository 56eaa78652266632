package org.apricotdesk.knowledge.search;

import java.util.Locale;

/// A way of looking at text; each has its own terms.
enum Aspect {
  /// Single Chinese characters, and the parts of codes.
  CHARACTER,
  /// Pairs of neighbouring characters, and whole codes, words and numbers.
  PAIR,
  /// Pairs of neighbouring sounds, for characters that sound right but are wrong.
  SOUND,
  /// What is meant, whichever of its colloquial names is used.
  CONCEPT,
  /// First letters of the sounds: `dyj` for 打印机. Only what names an article is looked at.
  INITIALS;

  String field(Zone zone) {
    return zone.name().toLowerCase(Locale.ROOT) + "." + name().toLowerCase(Locale.ROOT);
  }

  boolean covers(Zone zone) {
    return this != INITIALS || zone == Zone.TITLE || zone == Zone.LABEL;
  }
}
