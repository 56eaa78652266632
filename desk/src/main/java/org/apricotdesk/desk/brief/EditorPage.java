package org.apricotdesk.desk.brief;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.Department;

/// One brief for those who write, check and publish it.
///
/// @param title as typed; it may not be kept yet, like `body`
/// @param preview safe HTML
/// @param problem the key of what was refused
/// @param own whether the viewer wrote or submitted it
/// @param readings of a published one
/// @param changes numbers that would be others now: name, told, today
public record EditorPage(
    Brief brief,
    String title,
    String body,
    String preview,
    Optional<String> problem,
    boolean publisher,
    boolean own,
    String editor,
    List<Department> departments,
    List<Group> groups,
    List<Readings.Read> readings,
    Readings.Verdicts verdicts,
    List<ChangeLine> changes) {

  /// A group chat, called after the departments that write there.
  public record Group(String id, List<String> names) {}

  public record ChangeLine(String name, String told, String now) {}

  public long readers() {
    return readings.stream().mapToLong(Readings.Read::readers).sum();
  }

  public long members() {
    return readings.stream().mapToLong(Readings.Read::members).sum();
  }

  public long percent() {
    return members() == 0 ? 0 : readers() * 100 / members();
  }
}
