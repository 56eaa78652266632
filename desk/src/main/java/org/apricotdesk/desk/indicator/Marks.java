package org.apricotdesk.desk.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Fact.Clocked;
import org.apricotdesk.desk.indicator.Fact.Outcome;
import org.apricotdesk.desk.target.Priority;

/// What a ticket adds to the counts: the one place that says which tickets a figure looks at.
final class Marks {
  private static final int SATISFIED = 4;

  private final Fact fact;
  private final List<Mark> marks = new ArrayList<>();

  private Marks(Fact fact) {
    this.fact = fact;
  }

  /// What is certain, and stays so until something happens to the ticket.
  static List<Mark> settled(Fact fact) {
    var marks = new Marks(fact);
    if (fact.outcome() == Outcome.TEST) marks.add(Tally.TEST, fact.created(), true);
    else marks.settled();
    return marks.marks;
  }

  /// What the passing of time alone will add for an open ticket. How long it has waited for an
  /// answer is counted besides.
  static List<Pending> pending(Fact fact) {
    if (fact.outcome() != Outcome.OPEN) return List.of();
    var pending = new ArrayList<Pending>();
    if (awaitsAnswer(fact)) runsOut(fact.answer(), Tally.RESPONSE, pending);
    runsOut(fact.repair(), repairs(fact), pending);
    runsOut(fact.repair(), Tally.OVERDUE, pending);
    if (fact.repair().late()) pending.add(new Pending(Tally.OVERDUE, fact.created()));
    for (var call : fact.calls())
      if (call.arrived().isEmpty()) pending.add(new Pending(Tally.VENDOR, call.due()));
    return pending;
  }

  private static void runsOut(Clocked clock, Tally tally, List<Pending> pending) {
    if (clock.met().isEmpty()) clock.due().ifPresent(due -> pending.add(new Pending(tally, due)));
  }

  /// Whether somebody still waits for an answer.
  static boolean awaitsAnswer(Fact fact) {
    return fact.outcome() == Outcome.OPEN && fact.asked() && fact.answer().done().isEmpty();
  }

  private void settled() {
    reported();
    answered();
    repaired();
    fact.firstResolved()
        .filter(_ -> fact.outcome() != Outcome.MERGED)
        .ifPresent(at -> add(Tally.REOPENED, at, fact.reopened()));
    fact.rating()
        .ifPresent(rating -> add(Tally.SATISFIED, rating.at(), rating.score() >= SATISFIED));
    for (var call : fact.calls())
      call.arrived().ifPresent(at -> add(Tally.VENDOR, call.due(), !at.isAfter(call.due())));
  }

  private void reported() {
    if (fact.chat()) add(Tally.CHAT, fact.created(), true);
    if (!fact.asked()) add(Tally.NOT_ASKED, fact.created(), fact.request());
    if (isWork()) add(Tally.OPENED, fact.created(), true);
    if (isWork() && isUrgent()) add(Tally.FAILURE, fact.created(), fact.priority() == Priority.P1);
    left().ifPresent(tally -> add(tally, fact.created(), fact.request()));
  }

  private Optional<Tally> left() {
    return switch (fact.outcome()) {
      case MERGED -> Optional.of(Tally.MERGED);
      case CANCELLED -> Optional.of(Tally.CANCELLED);
      case REDIRECTED -> Optional.of(Tally.REDIRECTED);
      case NO_REPLY -> Optional.of(Tally.NO_REPLY);
      case OPEN, SOLVED, TEST -> Optional.empty();
    };
  }

  private void answered() {
    if (!fact.asked()) return;
    var answer = fact.answer();
    if (answerCounts()) answer.settled().ifPresent(at -> add(Tally.RESPONSE, at, !answer.late()));
    if (answer.done().isPresent())
      marks.add(new Mark(Tally.ANSWER_TIME, fact.created(), !answer.late(), answer.used()));
  }

  /// Cancelled in time says nothing; cancelled after the time ran out was late.
  private boolean answerCounts() {
    return fact.outcome() != Outcome.CANCELLED
        || fact.answer().late()
        || fact.answer().done().isPresent();
  }

  private void repaired() {
    if (isWork()) timely(fact.repair());
    if (!fact.outcome().isSolved() || fact.repair().done().isEmpty()) return;
    var done = fact.repair().done().get();
    add(Tally.SOLVED, done, true);
    fact.waited()
        .forEach((owner, time) -> marks.add(new Mark(Tally.waited(owner), done, true, time)));
    if (fact.outcome() == Outcome.NO_REPLY) return;
    if (fact.asked()) add(Tally.RATED, done, fact.rating().isPresent());
    if (fact.request()) return;
    add(Tally.FIRST_CONTACT, done, fact.straight() && !fact.reopened());
    if (isUrgent())
      marks.add(new Mark(Tally.REPAIR_TIME, done, !fact.repair().late(), fact.repair().used()));
  }

  private void timely(Clocked repair) {
    repair.settled().ifPresent(at -> add(repairs(fact), at, !repair.late()));
  }

  private static Tally repairs(Fact fact) {
    return fact.request() ? Tally.REQUEST : Tally.RESOLUTION;
  }

  /// What was called off, passed on or merged is told on lines of its own.
  private boolean isWork() {
    return fact.outcome() == Outcome.OPEN || fact.outcome().isSolved();
  }

  private boolean isUrgent() {
    return !fact.request() && fact.priority().above(Priority.P3);
  }

  private void add(Tally tally, Instant at, boolean hit) {
    marks.add(Mark.of(tally, at, hit));
  }
}
