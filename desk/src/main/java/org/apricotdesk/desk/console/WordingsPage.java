package org.apricotdesk.desk.console;

import java.util.List;
import org.apricotdesk.desk.wording.Phrasebook.Look;

/// The messages whose wording may be changed, as they are worded now.
///
/// @param place what the reader looks for among them
public record WordingsPage(List<Line> lines, ListPlace place) {

  /// @param changed whether it is not the built-in text any more
  public record Line(String name, Look look, boolean changed) {}
}
