package org.apricotdesk.bot.understanding;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.DepartmentId;

/// A department as the writer calls it, and which it may be.
///
/// @param text as typed
/// @param candidates several where campuses share the name; the sender's own department decides
public record DepartmentMention(String text, List<DepartmentId> candidates) {
  public DepartmentMention {
    candidates = List.copyOf(candidates);
  }

  /// The department, if there is no doubt.
  public Optional<DepartmentId> certain() {
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }
}
