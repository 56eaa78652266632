package org.apricotdesk.desk.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who is on duty: now, and in the coming days.
///
/// @param own the reader's in the coming days
/// @param gap whether nobody at all is on duty now
/// @param mine how many open tickets the reader has in hand, to hand over or keep
/// @param notes what earlier shifts left to know
/// @param spares what wards have on loan, the first that is due on top
/// @param problem the key of what is wrong with a note
public record ShiftPage(
    List<Watch> now,
    List<Watch> own,
    List<Day> coming,
    boolean gap,
    long mine,
    List<Note> notes,
    List<Spare> spares,
    Optional<String> problem) {
  /// @param seen who has read it
  /// @param unread whether the reader has yet to say so
  public record Note(
      long position, Instant at, String author, String text, List<String> seen, boolean unread) {}

  /// @param where the ward that has it
  public record Spare(String asset, long ticket, String where, Instant dueBack, boolean overdue) {}

  public record Day(String label, List<Watch> watches) {}

  /// @param what shift, line and campus in words
  /// @param time from when to when
  public record Watch(String name, String what, String time, boolean mine) {}
}
