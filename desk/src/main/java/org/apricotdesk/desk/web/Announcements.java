package org.apricotdesk.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What stands above every page as long as it concerns everybody. Must not wait.
@FunctionalInterface
public interface Announcements {
  List<Announcement> now();

  /// @param text one line
  /// @param next when there is more to hear
  /// @param path where more is to be read
  record Announcement(String text, Optional<Instant> next, String path) {}
}
