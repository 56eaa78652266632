package org.apricotdesk.desk.ticket.web;

import java.util.List;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.AttachmentId;
import org.apricotdesk.desk.ticket.NewTicket;

/// Makes a report of what somebody typed into the form, as the bot would of a message: patient data
/// hidden, category, place and priority found. Implemented by `bot.understanding`.
@FunctionalInterface
public interface ReportReader {
  /// @param where the second field, as typed; may be blank
  NewTicket read(Person reporter, String what, String where, List<AttachmentId> attachments);
}
