package org.apricotdesk.desk.brief;

import java.util.List;
import java.util.Optional;

/// The briefs at work and those published, newest first.
///
/// @param more the id after which the next page begins
/// @param month the days offered for the next one
/// @param problem the key of what is wrong with the form
public record DeskPage(
    List<Brief> briefs, Optional<Long> more, Days month, Optional<String> problem) {
  public List<Kind> kinds() {
    return List.of(Kind.values());
  }
}
