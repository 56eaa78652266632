package org.apricotdesk.desk.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Fact.Outcome;
import org.apricotdesk.desk.indicator.Fact.Place;

/// What is kept of a ticket: for what it counts, and whose it is.
///
/// @param requester who reported it, for those who may see only their own
/// @param marks what is certain, and stays so until something happens to the ticket
/// @param waiting by which clock it still waits for an answer; empty where none is awaited
record Kept(
    long number,
    Outcome outcome,
    Instant created,
    String requester,
    Place place,
    List<Mark> marks,
    List<Pending> pending,
    Optional<String> waiting) {
  Kept {
    marks = List.copyOf(marks);
    pending = List.copyOf(pending);
  }

  /// @param clock by which the time until an answer is counted
  static Kept of(Fact fact, String requester, String clock) {
    return new Kept(
        fact.number(),
        fact.outcome(),
        fact.created(),
        requester,
        fact.place(),
        Marks.settled(fact),
        Marks.pending(fact),
        Optional.of(clock).filter(_ -> Marks.awaitsAnswer(fact)));
  }

  /// The last moment at which it counts for anything.
  Instant last() {
    return marks.stream().map(Mark::at).max(Instant::compareTo).orElse(created);
  }
}
