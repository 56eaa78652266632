package org.apricotdesk.desk.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Chinese text for search by PostgreSQL: pairs of neighbouring characters, and whole words of
/// letters and digits, each with its place, so that a query finds what was written in a row.
record Words(List<Word> words) {
  private static final int MOST = 8000;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// @param last whether it ends its run: one character where a pair is no longer possible
  private record Word(String text, int place, boolean last) {
    /// Nothing else begins with a pair. What begins with something is dear to look up: the index
    /// collects all that does.
    boolean isPair() {
      return Character.isIdeographic(text.codePointAt(0)) && !last;
    }
  }

  static Words of(String text) {
    var words = new ArrayList<Word>();
    var at = 0;
    while (at < text.length() && words.size() < MOST) {
      var letter = text.codePointAt(at);
      if (!Character.isLetterOrDigit(letter)) {
        at += Character.charCount(letter);
      } else if (Character.isIdeographic(letter)) {
        at = addPairs(text, at, words);
      } else {
        at = addWord(text, at, words);
      }
    }
    return new Words(words);
  }

  private static int addPairs(String text, int from, List<Word> words) {
    var at = from;
    while (at < text.length() && Character.isIdeographic(text.codePointAt(at))) {
      var next = at + Character.charCount(text.codePointAt(at));
      var paired = next < text.length() && Character.isIdeographic(text.codePointAt(next));
      var end = paired ? next + Character.charCount(text.codePointAt(next)) : next;
      words.add(new Word(text.substring(at, end), words.size() + 1, !paired));
      at = next;
    }
    return at;
  }

  private static int addWord(String text, int from, List<Word> words) {
    var at = from;
    while (at < text.length()) {
      var letter = text.codePointAt(at);
      if (!Character.isLetterOrDigit(letter) || Character.isIdeographic(letter)) break;
      at += Character.charCount(letter);
    }
    var word = text.substring(from, Math.min(at, from + 100)).toLowerCase(java.util.Locale.ROOT);
    words.add(new Word(word, words.size() + 1, false));
    return at;
  }

  /// As the text form of a `tsvector`.
  String vector() {
    var vector = new StringBuilder();
    for (var word : words)
      vector.append('\'').append(word.text()).append("':").append(word.place()).append(' ');
    return vector.toString();
  }

  /// What finds a text holding all the parts of a query, as the text form of a `tsquery`; empty if
  /// there is nothing to look for.
  static Optional<String> query(String typed) {
    var parts = new ArrayList<String>();
    SPACE.splitAsStream(typed.strip()).forEach(part -> phrase(of(part)).ifPresent(parts::add));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", parts));
  }

  private static Optional<String> phrase(Words words) {
    var phrase = new StringBuilder();
    Optional<Word> before = Optional.empty();
    for (var word : words.words()) {
      var endsPair =
          word.last() && before.filter(one -> one.place() == word.place() - 1).isPresent();
      if (endsPair && word.place() > 1) continue;
      before.ifPresent(one -> phrase.append(" <").append(word.place() - one.place()).append("> "));
      phrase.append('\'').append(word.text()).append(word.isPair() ? "'" : "':*");
      before = Optional.of(word);
    }
    return phrase.isEmpty() ? Optional.empty() : Optional.of("(" + phrase + ")");
  }
}
