package org.apricotdesk.bot.wecom;

import java.nio.charset.StandardCharsets;

/// Text measured as the platform measures it: in bytes of UTF-8.
final class Utf8Text {
  private static final String ELLIPSIS = "…";

  private Utf8Text() {}

  /// The text, or as much of it as fits with an ellipsis; never half a character.
  static String cut(String text, int bytes) {
    if (size(text) <= bytes) {
      return text;
    }
    var room = bytes - size(ELLIPSIS);
    var used = 0;
    var end = 0;
    while (end < text.length()) {
      var character = text.codePointAt(end);
      used += size(Character.toString(character));
      if (used > room) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end) + ELLIPSIS;
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
