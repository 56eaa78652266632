package org.apricotdesk.desk.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;

/// Planned work as it stands.
///
/// @param announced when it was approved and those affected were told
/// @param ended when it was really over
public record Work(
    long number,
    State state,
    Plan plan,
    PersonId by,
    Optional<PersonId> approver,
    Optional<Instant> announced,
    Optional<Instant> ended) {
  private static final Duration NOTICE = Duration.ofHours(24);

  /// Announced later than a day before, it counts like an outage; domain §9.4.
  public boolean isInTime() {
    return announced.filter(at -> !at.isAfter(plan.from().minus(NOTICE))).isPresent();
  }

  /// Whether what was announced is going on at that moment. What runs over is an outage.
  public boolean runsAt(Instant at) {
    return state == State.ANNOUNCED && !at.isBefore(plan.from()) && at.isBefore(plan.until());
  }

  /// When it was over; while nobody has said so, when it was to be over, or now if that is later.
  public Instant over(Instant now) {
    return ended.orElseGet(() -> now.isAfter(plan.until()) ? now : plan.until());
  }

  /// Whether it should be over, and nobody has said that it is.
  public boolean runsOver(Instant now) {
    return state == State.ANNOUNCED && !now.isBefore(plan.until());
  }

  Work announced(PersonId who, Instant at) {
    return new Work(
        number, State.ANNOUNCED, plan, by, Optional.of(who), Optional.of(at), Optional.empty());
  }

  Work withdrawn() {
    return new Work(number, State.WITHDRAWN, plan, by, approver, announced, ended);
  }

  Work ended(Instant at) {
    return new Work(number, State.ENDED, plan, by, approver, announced, Optional.of(at));
  }
}
