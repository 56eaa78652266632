package org.apricotdesk.desk.target;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/// What is promised for one ticket while its priority and category stay as they are.
///
/// @param version of the [Targets] it comes from
/// @param answering which time counts until somebody takes it
/// @param restoring which time counts until it works again
public record Terms(
    int version, Priority priority, Targets.Goal goal, Hours answering, Hours restoring) {

  /// A service request: the same answer, no later than the work, which has a target of its own, in
  /// working time.
  public Terms fulfilledWithin(Duration target, BusinessCalendar calendar) {
    var response = goal.response().compareTo(target) < 0 ? goal.response() : target;
    var fulfilment = new Targets.Goal(response, goal.handsOn(), goal.update(), target);
    return new Terms(version, priority, fulfilment, answering, calendar);
  }

  /// Whether these promise more than the others did; then they count from the change on.
  boolean tighterThan(Terms others) {
    return priority.above(others.priority)
        || (priority == others.priority && !isAlways(others.restoring) && isAlways(restoring));
  }

  private static boolean isAlways(Hours hours) {
    return hours.code().equals(Hours.AROUND_THE_CLOCK.code());
  }

  /// The same, but for the time of these interruptions.
  Terms without(List<Interruption> gaps) {
    return new Terms(
        version, priority, goal, Interrupted.by(gaps, answering), Interrupted.by(gaps, restoring));
  }

  /// Whether the time until it works again counts in this phase.
  boolean counts(Phase phase) {
    return switch (phase) {
      case UNCLAIMED, WORKING -> true;
      case AWAITING_USER -> priority == Priority.P1;
      case AWAITING_VENDOR, SCHEDULED -> priority.above(Priority.P3);
      case AWAITING_APPROVAL, DONE, MERGED, VOID -> false;
    };
  }

  /// As a ticket keeps it, so that later policies do not rewrite what was promised.
  public JsonObject snapshot() {
    return new JsonObject()
        .put("policy", version)
        .put("priority", priority.name())
        .put("responseSeconds", goal.response().toSeconds())
        .put("responseClock", answering.code())
        .put("resolutionSeconds", goal.restore().toSeconds())
        .put("resolutionClock", restoring.code());
  }
}
