package org.apricotdesk.bot.understanding;

import org.apricotdesk.desk.catalogue.CategoryCode;

/// The text with marks for the words that tell what it wants, as the kind model reads it.
///
/// A mark is a private character of its own, so the model weighs it like any other gram.
final class KindFeatures {
  private static final int SHORT = 5;
  private static final int MIDDLING = 9;
  private static final Words CUES = Words.cues();

  private KindFeatures() {}

  /// @param category what the text is likely about
  /// @param request whether that is standard work rather than something that can break
  static String of(String text, String category, boolean request) {
    var marked = new StringBuilder(text);
    var asks = CUES.any(text, "ask");
    var polar = polar(text);
    var broken = CUES.any(text, "broken");
    var wish = CUES.any(text, "wish");
    mark(marked, asks, '\ue001');
    mark(marked, polar, '\ue002');
    mark(marked, broken, '\ue003');
    mark(marked, wish, '\ue004');
    mark(marked, (asks || polar) && !broken, '\ue005');
    mark(marked, (asks || polar) && broken, '\ue006');
    mark(marked, !asks && !polar && !broken && !wish, '\ue007');
    mark(marked, broken && !asks && !polar, '\ue008');
    mark(marked, CUES.any(text, "earlier"), '\ue009');
    mark(marked, CUES.any(text, "smalltalk"), '\ue00a');
    mark(marked, CUES.any(text, "elsewhere"), '\ue00b');
    mark(marked, request, '\ue00c');
    mark(marked, category.startsWith("other.redirect"), '\ue00d');
    mark(marked, category.equals(CategoryCode.UNCLEAR.value()), '\ue00e');
    mark(marked, text.length() <= SHORT, '\ue00f');
    mark(marked, text.length() > SHORT && text.length() <= MIDDLING, '\ue010');
    mark(marked, wish && broken, '\ue011');
    mark(marked, request && !broken, '\ue012');
    var howto = CUES.any(text, "howto");
    var maywe = CUES.any(text, "maywe");
    var rhetorical = CUES.any(text, "rhetorical");
    mark(marked, howto, '\ue013');
    mark(marked, maywe, '\ue014');
    mark(marked, rhetorical, '\ue015');
    mark(marked, (howto || maywe) && !rhetorical, '\ue016');
    return marked.toString();
  }

  /// A yes-or-no question: a clause that ends in 吗, 么, 不, 没 or a question mark.
  private static boolean polar(String text) {
    var end = text.length();
    for (var i = 0; i < end; i++) {
      var last = i + 1 == end || !Character.isLetterOrDigit(text.charAt(i + 1));
      var c = text.charAt(i);
      if (c == '?' || c == '？' || (last && "吗么嘛不没".indexOf(c) >= 0 && i > 1)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a gram is a mark, which counts more than a character.
  static boolean isMark(String gram) {
    return gram.length() == 1 && gram.charAt(0) >= '\ue000' && gram.charAt(0) <= '\uf8ff';
  }

  private static void mark(StringBuilder text, boolean holds, char mark) {
    if (holds) {
      text.append(' ').append(mark);
    }
  }
}
