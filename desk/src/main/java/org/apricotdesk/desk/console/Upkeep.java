package org.apricotdesk.desk.console;

import java.time.Duration;
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
  record Sign(String name, State state, Reading value) {}

  /// What a sign reads, to be said in the reader's language.
  ///
  /// @param key of the text `health.value.<key>`
  /// @param facts what the text is about: numbers, names, and other readings
  record Reading(String key, List<Object> facts) {
    public Reading {
      facts = List.copyOf(facts);
    }

    public static Reading of(String key, Object... facts) {
      return new Reading(key, List.of(facts));
    }

    public static Reading count(long count) {
      return of("count", count);
    }

    /// How long something takes, or is ago.
    public static Reading of(Duration time) {
      if (time.isNegative() || time.toSeconds() == 0) return of("seconds", 0);
      if (time.toMinutes() == 0) return of("seconds", time.toSeconds());
      return time.toHours() == 0
          ? of("minutes", time.toMinutes())
          : of("hours", time.toHours(), time.toMinutesPart());
    }
  }

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
