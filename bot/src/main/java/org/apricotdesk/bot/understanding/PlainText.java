package org.apricotdesk.bot.understanding;

import java.util.Locale;

/// The text as the rules and the model read it: half-width, lower case, without who is addressed.
final class PlainText {
  private PlainText() {}

  static String of(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? ' ' : c)
        .forEach(plain::appendCodePoint);
    return unaddressed(plain.toString().toLowerCase(Locale.ROOT)).strip();
  }

  /// `@杏台 打印机坏了` without the mention; `@所有人` stays, it tells a notice.
  private static String unaddressed(String text) {
    var at = text.indexOf('@');
    if (at < 0 || text.startsWith("@所有人", at) || text.startsWith("@all", at)) {
      return text;
    }
    var end = at + 1;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end - at > 12 ? text : text.substring(0, at) + text.substring(end);
  }
}
