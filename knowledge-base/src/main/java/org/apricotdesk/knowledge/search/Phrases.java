package org.apricotdesk.knowledge.search;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// So many words in a row, as a question says them: each by number, and how rare it is.
final class Phrases {
  private static final int MOST_WORDS = 1 << 20;
  private static final long NONE = 0;

  private final int length;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final float[] rarities;
  private final float all;

  /// @param question by the numbers of its words
  /// @param rarity of each word number
  Phrases(int length, int[] question, float[] rarity) {
    this.length = length;
    rarities = new float[question.length];
    float sum = 0;
    for (int last = length - 1; last < question.length; last++) {
      var key = key(question, last);
      if (numbers.containsKey(key)) continue;
      int number = numbers.size();
      numbers.put(key, number);
      for (int i = 0; i < length; i++) rarities[number] += rarity[question[last - i]];
      sum += rarities[number];
    }
    all = sum;
  }

  /// The numbers of those that stand in a text.
  BitSet in(int[] text) {
    var out = new BitSet();
    for (int last = length - 1; last < text.length; last++) {
      long key = key(text, last);
      if (key == NONE) continue;
      var number = numbers.get(key);
      if (number != null) out.set(number);
    }
    return out;
  }

  /// How much of the question's phrases stands in a text, by rarity.
  float share(int[] text) {
    if (all == 0) return 0;
    float found = 0;
    var there = in(text);
    for (int i = there.nextSetBit(0); i >= 0; i = there.nextSetBit(i + 1)) found += rarities[i];
    return found / all;
  }

  private long key(int[] words, int last) {
    long key = NONE;
    for (int i = last - length + 1; i <= last; i++) {
      if (words[i] == Words.UNKNOWN) return NONE;
      key = key * MOST_WORDS + words[i];
    }
    return key;
  }
}
