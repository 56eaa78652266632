package org.apricotdesk.desk.target;

import java.util.Optional;

/// What decides how pressing a report is.
///
/// @param criticalPlace it happened where care cannot wait
/// @param safety a concrete care action is named, such as a resuscitation
/// @param deadlineToday an authority's deadline ends today
public record Circumstances(
    Impact impact,
    Urgency urgency,
    boolean criticalPlace,
    boolean safety,
    Optional<Threat> threat,
    boolean deadlineToday) {

  public static Circumstances plain(Impact impact, Urgency urgency) {
    return new Circumstances(impact, urgency, false, false, Optional.empty(), false);
  }

  public Circumstances inCriticalPlace() {
    return new Circumstances(impact, urgency, true, safety, threat, deadlineToday);
  }

  public Circumstances endangeringCare() {
    return new Circumstances(impact, urgency, criticalPlace, true, threat, deadlineToday);
  }

  public Circumstances with(Threat one) {
    return new Circumstances(
        impact, urgency, criticalPlace, safety, Optional.of(one), deadlineToday);
  }

  public Circumstances dueToday() {
    return new Circumstances(impact, urgency, criticalPlace, safety, threat, true);
  }
}
