package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// Makes characters comparable: half width, lower case, simplified Chinese.
final class Characters {
  static final char FIRST_HAN = '\u3400';
  static final char LAST_HAN = '\u9fff';

  /// Pairs of characters, since deriving them takes a good part of the program's start.
  private static final String LIST = "simplified.txt";

  private static final char[] SIMPLIFIED = simplified();

  private Characters() {}

  static String plain(String text) {
    var out = Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray();
    for (int i = 0; i < out.length; i++) out[i] = plain(out[i]);
    return new String(out);
  }

  static boolean isHan(char c) {
    return c >= FIRST_HAN && c <= LAST_HAN;
  }

  static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static char plain(char c) {
    return isHan(c) ? SIMPLIFIED[c - FIRST_HAN] : Character.toLowerCase(c);
  }

  private static char[] simplified() {
    var out = new char[LAST_HAN - FIRST_HAN + 1];
    for (char c = FIRST_HAN; c <= LAST_HAN; c++) out[c - FIRST_HAN] = c;
    list().lines().filter(line -> !line.startsWith("#")).forEach(line -> addPairs(line, out));
    return out;
  }

  private static void addPairs(String line, char[] simplified) {
    for (int i = 0; i < line.length(); i += 2) {
      simplified[line.charAt(i) - FIRST_HAN] = line.charAt(i + 1);
    }
  }

  private static String list() {
    try (var in = Characters.class.getResourceAsStream(LIST)) {
      if (in == null) throw new IllegalStateException("missing resource " + LIST);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
