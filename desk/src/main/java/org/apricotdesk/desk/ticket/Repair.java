package org.apricotdesk.desk.ticket;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Priority;

/// The repair of a device whose work a spare does meanwhile: nothing that is in a hurry, and no
/// fault any more.
final class Repair {
  private Repair() {}

  static NewTicket of(Ticket fault, PersonId by, String title) {
    var report = fault.report();
    return new NewTicket(
        TicketKind.REQUEST,
        title,
        report.description(),
        report.category(),
        report.place().department(),
        Optional.of(report.place().campus()),
        report.place().spot(),
        report.asset(),
        report.requester(),
        by,
        Optional.of(Priority.P4),
        Optional.empty(),
        Optional.empty(),
        Channel.WEB,
        Optional.empty(),
        report.attachments(),
        new JsonObject().put("repairs", fault.number().value()));
  }
}
