package org.apricotdesk.desk.round.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.round.Slot;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.Person;

/// This week's and next week's visits.
///
/// @param leads whether the reader may change the plan
public record PlanPage(
    List<Stop> now,
    List<Stop> next,
    LocalDate monday,
    boolean leads,
    List<Slot> slots,
    List<Person> engineers,
    List<Department> departments,
    Optional<String> problem) {}
