package org.apricotdesk.desk.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.target.Priority;

/// One ticket as far as figures look at it.
///
/// @param outcome what became of it
/// @param asked whether a person waited for an answer; not so for monitors and rounds
/// @param answer how its promise of an answer stands
/// @param repair how its promise to restore stands
/// @param firstResolved when it was thought to be solved for the first time
/// @param straight solved by the first who took it, without waiting for anybody
/// @param rating the last one, 1 to 5
record Fact(
    long number,
    boolean request,
    Priority priority,
    Outcome outcome,
    boolean asked,
    Instant created,
    Clocked answer,
    Clocked repair,
    Optional<Instant> firstResolved,
    boolean reopened,
    boolean straight,
    Optional<Rating> rating) {

  enum Outcome {
    OPEN,
    SOLVED,
    /// Nobody answered the engineer's question.
    NO_REPLY,
    MERGED,
    CANCELLED,
    REDIRECTED,
    TEST;

    boolean isSolved() {
      return this == SOLVED || this == NO_REPLY;
    }
  }

  record Rating(int score, Instant at) {}

  /// @param done when it was kept or given up for good; empty while open
  /// @param late whether the time ran out
  /// @param ranOut when it did
  /// @param used counted time until done, or until the end of the period
  record Clocked(Optional<Instant> done, boolean late, Optional<Instant> ranOut, Duration used) {

    /// When it was decided whether it was in time; empty while that is open.
    Optional<Instant> settled() {
      if (late && ranOut.isPresent()) return ranOut;
      return done;
    }
  }
}
