package org.apricotdesk.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Whether an article gives the sort of answer that a question asks for: somebody who asks how
/// wants steps, somebody who asks how long wants a time. Which goes with which is left to the
/// weights; here is every pair of what is asked and what is given.
final class Suitability {
  /// What there is to know, in this order.
  static final List<String> NAMES = names();

  private final boolean[] asked;

  Suitability(String question) {
    var all = Asked.values();
    asked = new boolean[all.length];
    for (int i = 0; i < asked.length; i++) asked[i] = all[i].isIn(question);
  }

  /// The figures of [#NAMES] for an article.
  ///
  /// @param given see [Given#of]
  /// @param length how long it is, see [Likeness]
  float[] of(long given, float length) {
    var out = new float[NAMES.size()];
    int at = 0;
    var sorts = Given.flags(given);
    for (float sort : sorts) out[at++] = sort;
    for (boolean wanted : asked) {
      for (float sort : sorts) out[at++] = wanted ? sort : 0;
      out[at++] = wanted ? length : 0;
    }
    return out;
  }

  private static List<String> names() {
    var given = Arrays.stream(Given.values()).map(one -> "given." + name(one)).toList();
    var out = new ArrayList<>(given);
    for (var asked : Asked.values()) {
      var before = "asked." + name(asked) + ".";
      given.forEach(one -> out.add(before + one));
      out.add(before + "length");
    }
    return List.copyOf(out);
  }

  private static String name(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
