package org.apricotdesk.knowledge;

import java.util.List;
import org.apricotdesk.knowledge.answer.Band;

/// What the knowledge base has to say to a question.
///
/// @param confidence how likely the first article is the right one, 0 to 1
/// @param hits best first; also filled when the band is NONE, for a search page
public record Reply(Band band, double confidence, List<Hit> hits) {
  private static final int MOST_CHOICES = 4;

  public Reply {
    hits = List.copyOf(hits);
  }

  /// What to show: one article, two to four, or none.
  public List<Hit> shown() {
    return switch (band) {
      case ANSWER -> hits.subList(0, 1);
      case CHOICES -> hits.subList(0, Math.min(MOST_CHOICES, hits.size()));
      case NONE -> List.of();
    };
  }
}
