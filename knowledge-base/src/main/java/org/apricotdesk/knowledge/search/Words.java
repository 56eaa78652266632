package org.apricotdesk.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The words of a question by number, and other texts read as such numbers.
///
/// Words are Chinese characters, and words and numbers in Latin letters ("names").
final class Words {
  /// What a word that is not in the question has for a number.
  static final int UNKNOWN = 0;

  private final List<String> all = new ArrayList<>();
  private final int[] question;

  /// The question's Chinese characters, ascending, and the number of each.
  private final char[] characters;

  private final int[] numbers;

  Words(String question) {
    var said = split(question);
    said.stream().distinct().forEach(all::add);
    this.question = said.stream().mapToInt(word -> all.indexOf(word) + 1).toArray();
    var han = all.stream().filter(word -> !isName(word)).sorted().toList();
    characters = new char[han.size()];
    numbers = new int[characters.length];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = han.get(i).charAt(0);
      numbers[i] = all.indexOf(han.get(i)) + 1;
    }
  }

  /// The question's words, each once; the first has number 1.
  List<String> all() {
    return all;
  }

  /// The question itself.
  int[] question() {
    return question;
  }

  private int number(String text, int from, int to) {
    char first = text.charAt(from);
    if (!Characters.isHan(first)) return all.indexOf(text.substring(from, to)) + 1;
    int at = Arrays.binarySearch(characters, first);
    return at < 0 ? UNKNOWN : numbers[at];
  }

  /// Reads plain text.
  Text read(String plain) {
    var out = new int[plain.length()];
    var ends = new ArrayList<Integer>();
    int count = 0;
    for (int at = 0; at < plain.length(); ) {
      int end = endOfWord(plain, at);
      char c = plain.charAt(at);
      if (isWord(c)) out[count++] = number(plain, at, end);
      else if (Passages.endsSentence(c)) ends.add(count);
      at = end;
    }
    ends.add(count);
    return new Text(Arrays.copyOf(out, count), ends.stream().mapToInt(i -> i).toArray());
  }

  /// The first words of a plain text, each once.
  static Set<String> first(String plain, int most) {
    var out = new HashSet<String>();
    int count = 0;
    for (int at = 0; at < plain.length() && count < most; ) {
      int end = endOfWord(plain, at);
      if (isWord(plain.charAt(at))) {
        out.add(plain.substring(at, end));
        count++;
      }
      at = end;
    }
    return out;
  }

  static boolean isName(String word) {
    return word.charAt(0) < Characters.FIRST_HAN;
  }

  private static List<String> split(String plain) {
    var out = new ArrayList<String>();
    for (int at = 0; at < plain.length(); ) {
      int end = endOfWord(plain, at);
      if (isWord(plain.charAt(at))) out.add(plain.substring(at, end));
      at = end;
    }
    return out;
  }

  private static boolean isWord(char c) {
    return Characters.isHan(c) || Characters.isAlphanumeric(c);
  }

  private static int endOfWord(String plain, int from) {
    int end = from + 1;
    if (!Characters.isAlphanumeric(plain.charAt(from))) return end;
    while (end < plain.length() && Characters.isAlphanumeric(plain.charAt(end))) end++;
    return end;
  }

  /// A text by the numbers of its words.
  ///
  /// @param ends after how many words each sentence ends
  @SuppressWarnings("ArrayRecordComponent") // read once and thrown away; nobody compares them
  record Text(int[] words, int[] ends) {
    int[] first(int most) {
      return Arrays.copyOf(words, Math.min(most, words.length));
    }

    List<int[]> sentences() {
      var out = new ArrayList<int[]>();
      int from = 0;
      for (int end : ends) {
        if (end > from) out.add(Arrays.copyOfRange(words, from, end));
        from = end;
      }
      return out;
    }
  }
}
