package org.apricotdesk.knowledge.search;

/// An article's text by zone.
record Zones(String title, String labels, String lead, String body, boolean hasSymptoms) {
  private static final int LONGEST_BODY = 20_000;
  private static final int LONGEST_LEAD = 120;

  static Zones of(Searchable document) {
    var body = cut(document.body(), LONGEST_BODY);
    var labels = String.join("，", document.labels());
    if (!document.symptoms().isBlank()) {
      return new Zones(
          document.title(), labels, cut(document.symptoms(), LONGEST_BODY), body, true);
    }
    int lead = endOfLead(body);
    return new Zones(
        document.title(), labels, body.substring(0, lead), body.substring(lead), false);
  }

  String of(Zone zone) {
    return switch (zone) {
      case TITLE -> title;
      case LABEL -> labels;
      case LEAD -> lead;
      case BODY -> body;
      case ALL -> title + "\n" + labels + "\n" + lead + "\n" + body;
    };
  }

  /// A document without symptoms leads with its first sentences.
  private static int endOfLead(String body) {
    int end = 0;
    for (var sentence : Passages.sentences(body)) {
      int next = body.indexOf(sentence, end) + sentence.length();
      if (end > 0 && next > LONGEST_LEAD) break;
      end = next;
    }
    return end;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
