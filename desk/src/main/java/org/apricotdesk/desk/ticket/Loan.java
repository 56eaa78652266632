package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;

/// A spare device that is out.
///
/// @param asset the number on it
/// @param ticket because of which it was lent
/// @param extended whether they may already keep it longer than first agreed
public record Loan(
    String asset,
    TicketNumber ticket,
    CampusId campus,
    Optional<DepartmentId> department,
    Instant since,
    Instant dueBack,
    boolean extended) {

  public boolean isOverdue(Instant now) {
    return !dueBack.isAfter(now);
  }
}
