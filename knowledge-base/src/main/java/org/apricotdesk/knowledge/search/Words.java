package org.apricotdesk.knowledge.search;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import java.util.ArrayList;
import java.util.List;

/// Cuts Chinese text into words by dictionary.
final class Words {
  private static final Segment SEGMENT =
      HanLP.newSegment("viterbi")
          .enableNameRecognize(false)
          .enableTranslatedNameRecognize(false)
          .enableCustomDictionary(false)
          .enablePartOfSpeechTagging(false);

  private Words() {}

  /// @param plain text that went through [Characters#plain]
  static List<String> of(String plain) {
    var out = new ArrayList<String>();
    for (var term : SEGMENT.seg(plain)) {
      if (term.word.codePoints().anyMatch(Character::isLetterOrDigit)) out.add(term.word);
    }
    return out;
  }
}
