package org.apricotdesk.desk.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How the parts of the running product stand (implemented where they are put together).
public interface Upkeep {
  /// Every sign of life, in the order they are shown.
  List<Sign> signs();

  /// What could not be delivered, newest first.
  ///
  /// @param before the id of the last of the page before
  List<Letter> letters(long before, int limit);

  /// Puts a dead letter back in line.
  ///
  /// @return false if there is none of that id
  boolean retry(long id);

  /// @param name the key of its name, `health.<name>`
  /// @param value in words for operators
  record Sign(String name, State state, String value) {}

  /// Whether somebody has to do something.
  enum State {
    GOOD,
    WATCH,
    BAD
  }

  /// @param trouble what the platform or the line said
  record Letter(
      long id,
      String address,
      String purpose,
      Optional<Long> ticket,
      boolean dead,
      int attempts,
      Instant created,
      Optional<String> trouble) {}
}
