package org.apricotdesk.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much an article reads like a question, as the words stand there: what is said in a row, what
/// is said within one sentence, and which names are shared.
///
/// Words are Chinese characters, and words and numbers in Latin letters.
final class Likeness {
  /// What there is to know, in this order.
  static final List<String> NAMES =
      List.of(
          "like.title.row",
          "like.title.phrases",
          "like.begin.row",
          "like.begin.phrases",
          "like.text.row",
          "like.text.phrases",
          "like.sentence",
          "like.title.told",
          "like.names",
          "like.title.names",
          "like.other.names",
          "like.length",
          "like.untitled");

  private static final int BEGINNING = 60;
  private static final int MOST_WORDS = 600;
  private static final int MOST_NUMBERS = 1 << 20;
  private static final float SCALE = 5;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Float> rarities = new ArrayList<>();
  private final int[] question;
  private final Map<Long, Float> phrases = new LinkedHashMap<>();
  private final Map<Long, Float> pairs = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  /// @param rarity how rare each word of the question is
  Likeness(String text, Map<String, Float> rarity) {
    var words = Words.of(text).all();
    rarities.add(0f); // words that are not in the question have number 0
    question = new int[words.size()];
    for (int i = 0; i < question.length; i++) {
      var word = words.get(i);
      question[i] = numbers.computeIfAbsent(word, _ -> next(rarity.getOrDefault(word, 0f)));
      if (isName(word)) names.add(word);
      if (i > 0) pairs.put(pair(question, i), rarity(i - 1) + rarity(i));
      if (i > 1) phrases.put(phrase(question, i), rarity(i - 2) + rarity(i - 1) + rarity(i));
    }
  }

  private int next(float rarity) {
    rarities.add(rarity);
    return rarities.size() - 1;
  }

  private float rarity(int place) {
    return rarities.get(question[place]);
  }

  /// The figures of [#NAMES] for an article as the index keeps it.
  float[] of(String article) {
    int end = article.indexOf('\n');
    var heading = Words.of(article.substring(0, end)).all();
    var sentences = Words.of(article.substring(end + 1));
    var words = sentences.all();
    int[] title = numbered(heading);
    int[] text = numbered(first(words, MOST_WORDS));
    int[] begin = Arrays.copyOf(text, Math.min(BEGINNING, text.length));
    var known = new HashSet<>(heading);
    var early = new HashSet<>(known);
    early.addAll(first(words, BEGINNING));
    return new float[] {
      row(title),
      share(phrases, title, 3),
      row(begin),
      share(phrases, begin, 3),
      row(text),
      share(phrases, text, 3),
      sentence(sentences),
      known.isEmpty() ? 0 : (float) shared(known) / known.size(),
      named(heading, words),
      named(heading, List.of()),
      strangers(early),
      (float) Math.log(1 + words.size()) / SCALE,
      known.isEmpty() ? 1 : 0
    };
  }

  private int[] numbered(List<String> words) {
    return words.stream().mapToInt(word -> numbers.getOrDefault(word, 0)).toArray();
  }

  /// The most words of the question that stand there in a row, as a share of it.
  private float row(int[] text) {
    int best = 0;
    int[] row = new int[question.length + 1];
    for (int word : text) {
      for (int i = question.length; i > 0; i--) {
        row[i] = question[i - 1] == word ? row[i - 1] + 1 : 0;
        best = Math.max(best, row[i]);
      }
    }
    return (float) best / Math.max(1, question.length);
  }

  /// How much of the question's phrases of so many words is found, by rarity.
  private static float share(Map<Long, Float> wanted, int[] text, int words) {
    if (wanted.isEmpty()) return 0;
    var found = new HashSet<Long>();
    for (int i = words - 1; i < text.length; i++) {
      long key = words == 2 ? pair(text, i) : phrase(text, i);
      if (key > 0) found.add(key);
    }
    float all = 0;
    float there = 0;
    for (var one : wanted.entrySet()) {
      all += one.getValue();
      if (found.contains(one.getKey())) there += one.getValue();
    }
    return all == 0 ? 0 : there / all;
  }

  private float sentence(Words text) {
    float best = 0;
    for (var sentence : text.sentences()) {
      best = Math.max(best, share(pairs, numbered(sentence), 2));
    }
    return best;
  }

  private long shared(Set<String> words) {
    return words.stream().filter(numbers::containsKey).count();
  }

  private float named(List<String> title, List<String> text) {
    float all = 0;
    float there = 0;
    for (var name : names) {
      float rarity = rarities.get(numbers.getOrDefault(name, 0));
      all += rarity;
      if (title.contains(name) || text.contains(name)) there += rarity;
    }
    return all == 0 ? 0 : there / all;
  }

  private float strangers(Set<String> words) {
    var found = words.stream().filter(Likeness::isName).toList();
    return (float) found.stream().filter(name -> !names.contains(name)).count()
        / (1 + found.size());
  }

  private static boolean isName(String word) {
    return word.charAt(0) < Characters.FIRST_HAN;
  }

  private static long pair(int[] words, int last) {
    return words[last] == 0 || words[last - 1] == 0
        ? 0
        : (long) words[last - 1] * MOST_NUMBERS + words[last];
  }

  private static long phrase(int[] words, int last) {
    long before = pair(words, last - 1);
    return before == 0 || words[last] == 0 ? 0 : before * MOST_NUMBERS + words[last];
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(all.size(), most));
  }

  /// A text's words, sentence by sentence.
  private record Words(List<List<String>> sentences) {
    static Words of(String plain) {
      var sentences = new ArrayList<List<String>>();
      var sentence = new ArrayList<String>();
      for (int at = 0; at < plain.length(); ) {
        char c = plain.charAt(at);
        int end = at + 1;
        while (Characters.isAlphanumeric(c)
            && end < plain.length()
            && Characters.isAlphanumeric(plain.charAt(end))) end++;
        if (Characters.isHan(c) || Characters.isAlphanumeric(c)) {
          sentence.add(plain.substring(at, end));
        } else if (Passages.endsSentence(c) && !sentence.isEmpty()) {
          sentences.add(List.copyOf(sentence));
          sentence.clear();
        }
        at = end;
      }
      if (!sentence.isEmpty()) sentences.add(sentence);
      return new Words(sentences);
    }

    List<String> all() {
      return sentences.stream().flatMap(List::stream).toList();
    }
  }
}
