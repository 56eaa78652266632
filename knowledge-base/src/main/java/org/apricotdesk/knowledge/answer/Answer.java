package org.apricotdesk.knowledge.answer;

import java.util.List;
import org.apricotdesk.knowledge.search.Found;

/// What search has to say to a question.
///
/// @param confidence how likely the first article is the right one, 0 to 1
/// @param found articles, best first, filled even when the band is NONE
public record Answer(Band band, double confidence, List<Found> found) {
  private static final int MOST_CHOICES = 4;

  public Answer {
    found = List.copyOf(found);
  }

  /// What to show: one article, two to four, or none.
  public List<Found> shown() {
    return switch (band) {
      case ANSWER -> found.subList(0, 1);
      case CHOICES -> found.subList(0, Math.min(MOST_CHOICES, found.size()));
      case NONE -> List.of();
    };
  }
}
