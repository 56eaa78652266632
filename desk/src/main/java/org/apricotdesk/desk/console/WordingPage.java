package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.wording.Phrasebook.Look;

/// One message, to be worded anew.
///
/// @param place in the list it was opened from, and what was saved just now
/// @param changed whether it is not the built-in text any more
public record WordingPage(String name, List<Draft> drafts, ListPlace place, boolean changed) {

  /// @param text what the form shows; empty for the built-in text
  /// @param version the writer looked at
  /// @param look how the text looks with examples; empty where something is wrong with it
  /// @param problem the key of what is wrong
  /// @param missing places of the built-in text that it leaves out, such as `{0}`
  public record Draft(
      String language,
      String text,
      String builtIn,
      int version,
      Optional<Look> look,
      Optional<String> problem,
      List<String> missing) {}
}
