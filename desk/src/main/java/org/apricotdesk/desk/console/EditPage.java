package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;

/// The form that edits one thing.
///
/// @param path where it is sent
/// @param id of a new thing as entered so far; empty while one that exists is edited
/// @param seen what stood in it when it was opened, to notice another's change
/// @param problem the key of what is wrong as a whole
/// @param place in the list it was opened from
public record EditPage(
    String path,
    String name,
    Optional<Field> id,
    List<Field> fields,
    String seen,
    Optional<String> problem,
    ListPlace place,
    List<Change> history) {

  /// @param what in words, such as `王磊 改了：角色`
  public record Change(java.time.Instant at, String what) {}
}
