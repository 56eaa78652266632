package org.apricotdesk.desk.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A page of the audit log.
///
/// @param actor the userid that was looked for; blank for everybody
/// @param object the thing that was looked for; blank for everything
/// @param broken what checking the seals found, where it was asked: the first that does not fit
public record AuditPage(
    String actor,
    String object,
    List<Line> lines,
    Optional<String> more,
    Optional<Optional<Long>> broken) {

  /// @param what the action in words
  /// @param detail what it changed, or what was looked at
  public record Line(Instant at, String who, String what, String object, String detail) {}
}
