package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Impact;

/// What is known of a fault without reading the whole ticket: enough to see that many are one.
public record Fault(
    TicketNumber ticket,
    Instant reported,
    PersonId requester,
    CategoryCode category,
    CampusId campus,
    Optional<DepartmentId> department,
    Optional<Impact> impact) {}
