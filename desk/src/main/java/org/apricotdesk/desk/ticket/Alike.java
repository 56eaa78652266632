package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;

/// What a report has in common with others: the kind of trouble, and whose or where it is.
///
/// @param department where it is, if known; others may have reported it from there
/// @param asset the thing, if known; a ticket about another known thing is another trouble
/// @param since older tickets are not looked at
public record Alike(
    CategoryCode category,
    PersonId requester,
    Optional<DepartmentId> department,
    Optional<String> asset,
    Instant since) {
  /// Other tickets like this one, of the same place or the same person.
  public static Optional<Alike> to(Ticket ticket, Instant since) {
    var report = ticket.report();
    return report
        .category()
        .filter(code -> !code.equals(CategoryCode.UNCLEAR))
        .map(
            code ->
                new Alike(
                    code, report.requester(), report.place().department(), report.asset(), since));
  }
}
