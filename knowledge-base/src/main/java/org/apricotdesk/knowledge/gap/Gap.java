package org.apricotdesk.knowledge.gap;

import java.util.List;

/// A subject people ask about and no article covers.
///
/// @param questions in the order in which they were asked, patient data masked
public record Gap(List<String> questions) {
  public Gap {
    questions = List.copyOf(questions);
  }
}
