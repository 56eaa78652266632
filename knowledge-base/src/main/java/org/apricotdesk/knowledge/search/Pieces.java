package org.apricotdesk.knowledge.search;

import java.util.List;

/// The pieces of a question to look for where there is no index: pairs of characters, and codes.
public final class Pieces {
  private static final int LONGEST = 300;
  private static final int MOST = 60;
  private static final Lexicon LEXICON = Lexicon.load();

  private Pieces() {}

  public static List<String> of(String question) {
    var plain = Characters.plain(question.substring(0, Math.min(LONGEST, question.length())));
    return Terms.of(plain, LEXICON).of(Aspect.PAIR).stream().distinct().limit(MOST).toList();
  }
}
