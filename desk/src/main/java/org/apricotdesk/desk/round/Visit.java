package org.apricotdesk.desk.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;

/// One visit of the plan.
///
/// @param topics what to look at there
/// @param handover whether the morning meeting was attended
/// @param notes people met and next steps; empty until it is logged
/// @param excuse why it did not happen
public record Visit(
    long number,
    LocalDate date,
    Slot slot,
    PersonId engineer,
    DepartmentId department,
    String topics,
    State state,
    boolean handover,
    String notes,
    String excuse,
    Optional<Instant> logged) {}
