package org.apricotdesk.bot.simulator;

import java.nio.charset.StandardCharsets;

/// Sizes as the platform counts them.
final class Utf8 {
  private Utf8() {}

  static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// The longest beginning of the text that fits and does not end inside a character.
  static String cut(String text, int bytes) {
    var end = text.length();
    while (length(text.substring(0, end)) > bytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
