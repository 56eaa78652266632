package org.apricotdesk.desk.privacy;

import java.util.Arrays;
import java.util.List;

/// A text as the finders read it: one plain character for each code point, however it was written.
///
/// Full-width and other digits become 0–9, full-width letters become letters, every kind of dash
/// becomes `-`, invisible characters become [#INVISIBLE]. Letters that pose as digits inside a long
/// number (`199OOO0l234`) and long runs of Chinese numerals are read as digits.
final class Glyphs {
  static final char INVISIBLE = '\u200b';
  private static final int LONG_NUMBER = 11;
  private static final String NUMERALS = "零一二三四五六七八九";

  private final int[] written;
  private final int[] offsets;
  private final char[] plain;

  private Glyphs(int[] written) {
    this.written = written;
    this.offsets = new int[written.length + 1];
    this.plain = new char[written.length];
    for (var i = 0; i < written.length; i++) {
      offsets[i + 1] = offsets[i] + Character.charCount(written[i]);
      plain[i] = plain(written[i]);
    }
    readDisguisedDigits();
  }

  static Glyphs of(String text) {
    return new Glyphs(text.codePoints().toArray());
  }

  int length() {
    return plain.length;
  }

  /// The plain character, or a line feed outside the text.
  char at(int index) {
    return index < 0 || index >= plain.length ? '\n' : plain[index];
  }

  boolean digitAt(int index) {
    return digit(at(index));
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  boolean letterAt(int index) {
    var c = at(index);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  boolean hanAt(int index) {
    return Character.isIdeographic(at(index));
  }

  /// The plain characters of a stretch, cut to what there is.
  String text(int from, int to) {
    var start = Math.clamp(from, 0, plain.length);
    return new String(plain, start, Math.clamp(to, start, plain.length) - start);
  }

  boolean startsWith(String word, int index) {
    if (index < 0 || index + word.length() > plain.length) {
      return false;
    }
    for (var i = 0; i < word.length(); i++) {
      if (plain[index + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  int indexAt(int offset) {
    var index = Arrays.binarySearch(offsets, offset);
    return index < 0 ? -index - 2 : index;
  }

  /// Hides a finding (in glyph places): a name but for its surname, a number but for its end.
  /// Spaces, hyphens and dots inside stay, so that one sees how it was written.
  void hide(Finding finding) {
    var kept = Disguise.kept(this, finding);
    for (var i = finding.start(); i < finding.end(); i++) {
      if (!kept.test(i) && Character.isLetterOrDigit(plain[i])) {
        plain[i] = '*';
        written[i] = '*';
      }
    }
  }

  String masked(int from, int to) {
    return new String(written, from, to - from);
  }

  /// The findings of a stretch, cut to it and moved from glyph places to places in its text.
  List<Finding> placed(List<Finding> findings, int from, int to) {
    return findings.stream()
        .filter(finding -> finding.start() < to && finding.end() > from)
        .map(
            finding ->
                new Finding(
                    finding.type(),
                    offsets[Math.max(from, finding.start())] - offsets[from],
                    offsets[Math.min(to, finding.end())] - offsets[from]))
        .toList();
  }

  private static char plain(int codePoint) {
    if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) {
      return (char) (codePoint - 0xFEE0);
    }
    if (Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER) {
      return (char) ('0' + Character.digit(codePoint, 10));
    }
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT -> INVISIBLE;
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.DASH_PUNCTUATION -> '-';
      default ->
          codePoint == '\t' ? ' ' : Character.isBmpCodePoint(codePoint) ? (char) codePoint : '□';
    };
  }

  private void readDisguisedDigits() {
    for (var start = 0; start < plain.length; ) {
      var end = start;
      while (end < plain.length && disguised(plain[end]) >= 0) {
        end++;
      }
      if (end - start >= LONG_NUMBER && looksLikeNumber(start, end)) {
        for (var i = start; i < end; i++) {
          plain[i] = (char) disguised(plain[i]);
        }
      }
      start = Math.max(end, start + 1);
    }
  }

  /// Chinese numerals throughout, or letters among a clear majority of digits.
  private boolean looksLikeNumber(int start, int end) {
    var letters = 0;
    for (var i = start; i < end; i++) {
      letters += plain[i] < 0x80 && !digit(plain[i]) ? 1 : 0;
    }
    return letters * 2 < end - start;
  }

  private static int disguised(char c) {
    var numeral = NUMERALS.indexOf(c);
    if (digit(c) || numeral >= 0) {
      return numeral >= 0 ? '0' + numeral : c;
    }
    return switch (c) {
      case 'O', 'o', '〇', 'Ｏ', 'О', 'о' -> '0';
      case 'l', 'I', '|', '幺' -> '1';
      default -> -1;
    };
  }
}
