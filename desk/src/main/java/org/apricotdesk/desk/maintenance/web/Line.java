package org.apricotdesk.desk.maintenance.web;

import java.util.List;
import org.apricotdesk.desk.maintenance.State;
import org.apricotdesk.desk.maintenance.Work;

/// One planned work in a list.
///
/// @param where names of places; empty for the whole hospital
/// @param systems their names
/// @param runsOver whether it should be over by now
public record Line(Work work, List<String> where, List<String> systems, boolean runsOver) {
  /// How its state is marked.
  public String mark() {
    if (runsOver) return "p1";
    return work.state() == State.ANNOUNCED ? "ok" : "";
  }
}
