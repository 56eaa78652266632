package org.apricotdesk.desk.round;

import java.time.LocalDate;
import java.util.List;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;

/// What others hear of rounds. The key is the week's Monday for a plan, else the visit's number.
public sealed interface RoundEvent {
  String STREAM = "round";

  /// A week is planned.
  record Planned(List<Stop> stops) implements RoundEvent {}

  /// One visit of a plan.
  record Stop(
      long visit, LocalDate date, String slot, PersonId engineer, DepartmentId department) {}

  /// The notebook of a visit is closed; the ward is to confirm.
  record Logged(long visit, DepartmentId department, int findings, int onTheSpot)
      implements RoundEvent {}

  record Confirmed(long visit) implements RoundEvent {}

  record Excused(long visit, DepartmentId department, PersonId engineer, String reason)
      implements RoundEvent {}

  record Settled(long visit, long finding, String outcome, String result) implements RoundEvent {}

  default String type() {
    return Facts.typeOf(getClass());
  }

  static RoundEvent of(Event event) {
    var type =
        switch (event.type()) {
          case "planned" -> Planned.class;
          case "logged" -> Logged.class;
          case "confirmed" -> Confirmed.class;
          case "excused" -> Excused.class;
          case "settled" -> Settled.class;
          default -> throw new IllegalStateException("no round event is " + event.type());
        };
    return Facts.read(event.payload(), type);
  }
}
