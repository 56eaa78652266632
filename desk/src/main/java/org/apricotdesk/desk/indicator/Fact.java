package org.apricotdesk.desk.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.target.Owner;
import org.apricotdesk.desk.target.Priority;

/// One ticket as far as figures look at it.
///
/// @param outcome what became of it
/// @param asked whether a person waited for an answer; not so for monitors and rounds
/// @param chat whether it was reported in a chat
/// @param answer how its promise of an answer stands
/// @param repair how its promise to restore stands
/// @param firstResolved when it was thought to be solved for the first time
/// @param straight solved by the first who took it, without waiting for anybody
/// @param rating the last one, 1 to 5
/// @param calls when vendors were called for it
/// @param waited on whom it waited, once it is solved
record Fact(
    long number,
    boolean request,
    Priority priority,
    Outcome outcome,
    boolean asked,
    boolean chat,
    Instant created,
    Clocked answer,
    Clocked repair,
    Optional<Instant> firstResolved,
    boolean reopened,
    boolean straight,
    Optional<Rating> rating,
    List<Call> calls,
    Map<Owner, Duration> waited,
    Place place) {
  Fact {
    calls = List.copyOf(calls);
    waited = Map.copyOf(waited);
  }

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

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Rating(int score, Instant at) {}

  /// A vendor was called.
  ///
  /// @param due by when they were to come
  record Call(Instant due, Optional<Instant> arrived) {}

  /// Whose it is, by ids; empty where nobody's.
  record Place(String campus, String department, String team, String assignee, String category) {
    static final Place NOWHERE = new Place("", "", "", "", "");
  }

  /// @param done when it was kept or given up for good; empty while open
  /// @param met whether it was in time; empty while that is open
  /// @param due when it runs out or ran out; empty while the clock stands still
  /// @param used counted time until done
  record Clocked(
      Optional<Instant> done, Optional<Boolean> met, Optional<Instant> due, Duration used) {
    boolean late() {
      return met.filter(kept -> !kept).isPresent();
    }

    /// When it was decided whether it was in time; empty while that is open.
    Optional<Instant> settled() {
      return late() ? due.or(this::done) : done;
    }
  }
}
