package org.apricotdesk.desk.brief;

import java.util.List;
import java.util.Optional;

/// One brief to read.
///
/// @param body safe HTML
/// @param corrected issues in which its numbers were put right
/// @param corrects the issue whose numbers it puts right
/// @param judged whether the reader has just said how useful it was
public record ReadPage(
    Brief brief, String body, List<Integer> corrected, Optional<Integer> corrects, boolean judged) {
  public int issue() {
    return brief.published().orElseThrow().issue();
  }
}
