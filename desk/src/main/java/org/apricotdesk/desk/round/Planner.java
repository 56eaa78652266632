package org.apricotdesk.desk.round;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.Person;

/// Drafts a week: the wards that need a visit most, each with the engineers in turn. Pure.
///
/// Wards wait up to half a year, critical places a quarter; between them what counts is how much
/// broke there lately.
final class Planner {
  private static final int A_WEEK = 8;
  private static final long NEVER = 400;
  private static final int CRITICAL = 2;

  private final List<Department> wards;
  private final Map<DepartmentId, LocalDate> visited;
  private final Map<DepartmentId, Long> troubles;

  /// @param visited when each was visited or is to be visited last
  /// @param troubles tickets of the last month
  Planner(
      List<Department> wards,
      Map<DepartmentId, LocalDate> visited,
      Map<DepartmentId, Long> troubles) {
    this.wards = wards;
    this.visited = visited;
    this.troubles = troubles;
  }

  /// A visit before it has a number.
  record Draft(LocalDate date, Slot slot, Person engineer, DepartmentId department) {}

  /// @param days the working days of the week
  List<Draft> week(List<LocalDate> days, List<Person> engineers) {
    if (days.isEmpty() || engineers.isEmpty()) return List.of();
    var order =
        wards.stream()
            .sorted(
                Comparator.comparingDouble((Department ward) -> -need(ward, days.getFirst()))
                    .thenComparing(ward -> ward.id().value()))
            .limit(A_WEEK)
            .toList();
    var drafts = new ArrayList<Draft>();
    for (var i = 0; i < order.size(); i++) {
      var day = days.get(i % days.size());
      var slot = i / days.size() % 2 == 0 ? Slot.MORNING : Slot.AFTERNOON;
      var ward = order.get(i);
      engineer(ward, engineers, drafts, day, slot)
          .ifPresent(person -> drafts.add(new Draft(day, slot, person, ward.id())));
    }
    return drafts;
  }

  private static Optional<Person> engineer(
      Department ward, List<Person> engineers, List<Draft> drafts, LocalDate day, Slot slot) {
    return engineers.stream()
        .filter(person -> person.campusScope().contains(ward.campus()))
        .filter(
            person ->
                drafts.stream()
                    .noneMatch(
                        d ->
                            d.engineer().equals(person)
                                && d.date().equals(day)
                                && d.slot() == slot))
        .min(
            Comparator.comparingLong(
                person -> drafts.stream().filter(d -> d.engineer().equals(person)).count()));
  }

  private double need(Department ward, LocalDate day) {
    var last = Optional.ofNullable(visited.get(ward.id()));
    var days = last.map(date -> Math.max(0, ChronoUnit.DAYS.between(date, day))).orElse(NEVER);
    return days * (double) (ward.critical() ? CRITICAL : 1)
        + 5.0 * troubles.getOrDefault(ward.id(), 0L);
  }
}
