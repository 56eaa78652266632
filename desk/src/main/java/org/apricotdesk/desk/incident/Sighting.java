package org.apricotdesk.desk.incident;

import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketNumber;

/// A report as the radar sees it.
///
/// @param wide whether its own words say that others have the trouble too
record Sighting(
    TicketNumber ticket,
    Instant at,
    PersonId reporter,
    String category,
    CampusId campus,
    Optional<DepartmentId> department,
    boolean wide) {
  String system() {
    return category.contains(".") ? category.substring(0, category.indexOf('.')) : category;
  }

  /// The category and what it is part of, the most exact first.
  java.util.List<String> groups() {
    var dot = category.lastIndexOf('.');
    return dot < 0 || dot == category.indexOf('.')
        ? java.util.List.of(category)
        : java.util.List.of(category, category.substring(0, dot), system());
  }
}
