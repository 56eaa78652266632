package org.apricotdesk.desk.console;

import java.util.List;

/// Who is on duty: now, and in the coming days.
///
/// @param gap whether nobody at all is on duty now
public record ShiftPage(List<Watch> now, List<Watch> coming, boolean gap) {
  /// @param what shift, line and campus in words
  /// @param time from when to when
  public record Watch(String name, String what, String time, boolean mine) {}
}
