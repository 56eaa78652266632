package org.apricotdesk.desk.incident;

import java.util.Optional;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Somebody who suffers from an incident.
///
/// @param ticket what they reported; empty if they only said that it is the same with them
public record Report(
    PersonId reporter,
    CampusId campus,
    Optional<DepartmentId> department,
    Optional<TicketNumber> ticket) {}
