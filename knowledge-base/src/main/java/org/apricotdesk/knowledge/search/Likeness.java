package org.apricotdesk.knowledge.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much an article reads like a question, as the words stand there: what is said in a row, what
/// is said within one sentence, and which names are shared.
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
  private static final float SCALE = 5;

  private final Words words;
  private final float[] rarities;
  private final BitSet names = new BitSet();
  private final Phrases pairs;
  private final Phrases phrases;

  /// @param rarity how rare each word of the question is
  Likeness(String question, Map<String, Float> rarity) {
    words = new Words(question);
    rarities = new float[words.all().size() + 1];
    for (int i = 1; i < rarities.length; i++) {
      var word = words.all().get(i - 1);
      rarities[i] = rarity.getOrDefault(word, 0f);
      if (Words.isName(word)) names.set(i);
    }
    pairs = new Phrases(2, words.question(), rarities);
    phrases = new Phrases(3, words.question(), rarities);
  }

  /// @param article as the index keeps it, see [Documents#TEXT]
  Compared of(String article) {
    int end = article.indexOf('\n');
    var heading = article.substring(0, end);
    var rest = article.substring(end + 1);
    int[] title = words.read(heading).words();
    var text = words.read(rest);
    var said = said(title, text.words());
    return new Compared(figures(heading, rest, title, text, said), said);
  }

  private float[] figures(String heading, String rest, int[] title, Words.Text text, Said said) {
    int[] most = text.first(MOST_WORDS);
    int[] begin = text.first(BEGINNING);
    var known = Words.first(heading, Integer.MAX_VALUE);
    var told = known(title);
    var early = Words.first(rest, BEGINNING);
    early.addAll(known);
    return new float[] {
      row(title),
      phrases.share(title),
      row(begin),
      phrases.share(begin),
      row(most),
      phrases.share(most),
      sentence(text),
      known.isEmpty() ? 0 : (float) told.cardinality() / known.size(),
      names(said.words()),
      names(told),
      strangers(early),
      (float) Math.log(1 + text.words().length) / SCALE,
      known.isEmpty() ? 1 : 0
    };
  }

  private Said said(int[] title, int[] text) {
    var textWords = known(text);
    var textPairs = pairs.in(text);
    var allWords = known(title);
    allWords.or(textWords);
    var allPairs = pairs.in(title);
    allPairs.or(textPairs);
    return new Said(allWords, textWords, allPairs, textPairs);
  }

  /// The most words of the question that stand there in a row, as a share of it.
  private float row(int[] text) {
    var question = words.question();
    int best = 0;
    int[] row = new int[question.length + 1];
    boolean going = false;
    for (int word : text) {
      if (word == Words.UNKNOWN) {
        if (going) Arrays.fill(row, 0);
        going = false;
        continue;
      }
      going = true;
      for (int i = question.length; i > 0; i--) {
        row[i] = question[i - 1] == word ? row[i - 1] + 1 : 0;
        best = Math.max(best, row[i]);
      }
    }
    return (float) best / Math.max(1, question.length);
  }

  private float sentence(Words.Text text) {
    float best = 0;
    for (var sentence : text.sentences()) best = Math.max(best, pairs.share(sentence));
    return best;
  }

  /// Which of the question's words stand there.
  private static BitSet known(int[] text) {
    var out = new BitSet();
    for (int word : text) if (word != Words.UNKNOWN) out.set(word);
    return out;
  }

  /// How many of the question's names are among these words, by rarity.
  private float names(BitSet found) {
    float all = 0;
    float there = 0;
    for (int i = names.nextSetBit(0); i >= 0; i = names.nextSetBit(i + 1)) {
      all += rarities[i];
      if (found.get(i)) there += rarities[i];
    }
    return all == 0 ? 0 : there / all;
  }

  /// How many of the names among these words are not the question's.
  private float strangers(Set<String> some) {
    var found = some.stream().filter(Words::isName).toList();
    long others = found.stream().filter(name -> !words.all().contains(name)).count();
    return (float) others / (1 + found.size());
  }

  /// What an article and the question have in common.
  ///
  /// @param figures those of [#NAMES]
  @SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them
  record Compared(float[] figures, Said said) {}
}
