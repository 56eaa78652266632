package org.apricotdesk.knowledge.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Cuts an article into the pieces whose meaning is compared with a question.
///
/// The order is fixed: the title, the labels, then sentences of the lead, then the body, then
/// the phrasings.
record Passages(
    String title, String labels, List<String> lead, List<String> body, List<String> phrasings) {
  private static final int LONGEST_PIECE = 110;
  private static final int SHORTEST_PIECE = 8;
  private static final int MOST_LEAD = 6;
  private static final int MOST_CLAUSES = 12;
  private static final int MOST_BODY = 12;
  private static final int MOST_PHRASINGS = 40;

  /// @param phrasings how people are known to ask for it
  static Passages of(Zones zones, List<String> phrasings) {
    return new Passages(
        zones.title(),
        zones.labels(),
        lead(zones),
        first(pieces(zones.body(), LONGEST_PIECE), MOST_BODY),
        first(phrasings, MOST_PHRASINGS));
  }

  List<String> all() {
    var out = new ArrayList<>(List.of(title, labels));
    out.addAll(lead);
    out.addAll(body);
    out.addAll(phrasings);
    return out;
  }

  /// How many of all are the article's own words; the phrasings follow.
  int own() {
    return 2 + lead.size() + body.size();
  }

  /// Symptoms are compared clause by clause as well, since people name one of them in few words.
  private static List<String> lead(Zones zones) {
    var out = new ArrayList<>(first(pieces(zones.lead(), LONGEST_PIECE / 2), MOST_LEAD));
    if (zones.hasSymptoms()) {
      Stream.of(zones.title(), zones.lead())
          .flatMap(text -> Chatter.clauses(text, MOST_CLAUSES).stream())
          .filter(clause -> !out.contains(clause))
          .forEach(out::add);
    }
    return out;
  }

  /// Neighbouring sentences joined as long as they stay short.
  private static List<String> pieces(String text, int longest) {
    var out = new ArrayList<String>();
    var piece = new StringBuilder();
    for (var sentence : sentences(text)) {
      if (!piece.isEmpty() && piece.length() + sentence.length() > longest) {
        out.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(sentence);
    }
    if (piece.length() >= SHORTEST_PIECE || out.isEmpty()) out.add(piece.toString());
    return out.stream().filter(one -> !one.isBlank()).toList();
  }

  static List<String> sentences(String text) {
    var out = new ArrayList<String>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!endsSentence(text.charAt(i))) continue;
      out.add(text.substring(from, i + 1).strip());
      from = i + 1;
    }
    out.add(text.substring(from).strip());
    return out.stream().filter(one -> !one.isEmpty()).toList();
  }

  static boolean endsSentence(char c) {
    return "。！？；!?;\n".indexOf(c) >= 0;
  }

  private static List<String> first(List<String> all, int most) {
    return all.subList(0, Math.min(all.size(), most));
  }
}
