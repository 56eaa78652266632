package org.apricotdesk.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What stands above every page as long as it concerns everybody. Must not wait.
@FunctionalInterface
public interface Announcements {
  List<Announcement> now();

  /// @param text what it is about
  /// @param where names of places; empty for everywhere
  /// @param next when there is more to hear
  /// @param path where more is to be read
  record Announcement(String text, List<String> where, Optional<Instant> next, String path) {}
}
