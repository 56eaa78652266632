package org.apricotdesk.bot.understanding;

import java.util.Optional;
import org.apricotdesk.desk.staff.DepartmentId;

/// One masked message and, if known, the department its writer belongs to.
public record Sentence(String text, Optional<DepartmentId> home) {
  public static Sentence of(String text) {
    return new Sentence(text, Optional.empty());
  }
}
