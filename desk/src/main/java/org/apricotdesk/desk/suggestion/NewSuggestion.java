package org.apricotdesk.desk.suggestion;

import java.util.Optional;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;

/// A wish before it has a number.
///
/// @param title may be blank: then the beginning of the text
/// @param department empty means the proposer's own
public record NewSuggestion(
    String title,
    String text,
    PersonId proposer,
    Optional<DepartmentId> department,
    Origin origin) {
  public NewSuggestion {
    if (text.isBlank()) throw new IllegalArgumentException("a suggestion needs a text");
  }
}
