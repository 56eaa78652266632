package org.apricotdesk.desk.ticket;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Impact;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Urgency;

/// What is known about a ticket before it exists. What is missing is found out or left open.
///
/// @param description with patient data already masked
/// @param department empty means the requester's own
/// @param campus empty means that of the department, or else the requester's
/// @param by who files it: the requester, or somebody on their behalf
/// @param priority given by a person or the understanding; empty lets the rules decide
/// @param chat the group chat it was reported in
/// @param evidence why it was understood this way, for the engineer who doubts it
public record NewTicket(
    TicketKind kind,
    String title,
    String description,
    Optional<CategoryCode> category,
    Optional<DepartmentId> department,
    Optional<CampusId> campus,
    Optional<String> place,
    Optional<String> asset,
    PersonId requester,
    PersonId by,
    Optional<Priority> priority,
    Optional<Impact> impact,
    Optional<Urgency> urgency,
    Channel source,
    Optional<String> chat,
    List<AttachmentId> attachments,
    JsonObject evidence) {
  public NewTicket {
    if (title.isBlank()) throw new IllegalArgumentException("a ticket needs a title");
    attachments = List.copyOf(attachments);
  }
}
