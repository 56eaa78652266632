package org.apricotdesk.knowledge.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What someone asks, ready for searching: its terms by aspect, each with how often it is said.
record Question(String text, Map<Aspect, Map<String, Integer>> terms) {
  /// Longer questions are cut: nobody describes one fault in more characters.
  private static final int LONGEST = 300;

  static Question of(String text, Lexicon lexicon) {
    var plain = Characters.plain(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    var found = Terms.of(plain, lexicon);
    var counted = new LinkedHashMap<Aspect, Map<String, Integer>>();
    for (var aspect : Aspect.values()) counted.put(aspect, counted(found.of(aspect)));
    counted.put(
        Aspect.INITIALS,
        counted(found.of(Aspect.PAIR).stream().filter(Question::mayBeInitials).toList()));
    return new Question(plain, counted);
  }

  /// The terms under one aspect, each with how often it is said.
  Map<String, Integer> terms(Aspect aspect) {
    return terms.getOrDefault(aspect, Map.of());
  }

  private static Map<String, Integer> counted(List<String> terms) {
    var out = new LinkedHashMap<String, Integer>();
    for (var term : terms) out.merge(term, 1, Integer::sum);
    return out;
  }

  private static boolean mayBeInitials(String term) {
    return term.length() >= 3
        && term.length() <= 5
        && term.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }
}
