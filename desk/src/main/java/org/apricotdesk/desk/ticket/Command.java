package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Priority;

/// A wish about a ticket. Whether it comes true is a [Decision].
public sealed interface Command {
  PersonId by();

  /// Take it in hand; also how somebody accepts what was assigned to them.
  record Claim(PersonId by) implements Command {}

  /// Give it to somebody, who still has to accept.
  record Assign(PersonId by, PersonId to) implements Command {}

  /// Hand it over to a person, or back to the pool of a team.
  record Transfer(PersonId by, Receiver to, String reason) implements Command {}

  /// Give it back to those who could take it.
  record Release(PersonId by, String reason) implements Command {}

  /// A word on it. Internal notes are never shown to the reporter.
  record Note(PersonId by, String text, boolean internal, List<AttachmentId> attachments)
      implements Command {
    public Note {
      attachments = List.copyOf(attachments);
    }
  }

  /// Stop for a reason.
  ///
  /// @param text the question to the reporter, or what is waited for
  /// @param vendor with `reference` (the call number there), for [PauseKind#PENDING_VENDOR]
  /// @param until the vendor's promise or the agreed time
  record Pause(
      PersonId by,
      PauseKind kind,
      String text,
      Optional<String> vendor,
      Optional<String> reference,
      Optional<Instant> until)
      implements Command {}

  record Resume(PersonId by) implements Command {}

  /// Declare it done.
  ///
  /// @param category the right one, if the present one is missing or wrong
  record Resolve(PersonId by, String solution, Optional<CategoryCode> category, Cause cause)
      implements Command {}

  record Confirm(PersonId by) implements Command {}

  record Reopen(PersonId by, String text) implements Command {}

  record Cancel(PersonId by, CancelReason reason, String text) implements Command {}

  record Merge(PersonId by, TicketNumber parent) implements Command {}

  record Unmerge(PersonId by) implements Command {}

  /// Not ours: pass it to another department of the hospital.
  ///
  /// @param department its name, as people know it
  record Redirect(PersonId by, String department, String text) implements Command {}

  record ChangePriority(PersonId by, Priority to, String reason) implements Command {}

  record ChangeCategory(PersonId by, CategoryCode to) implements Command {}

  /// @param score 1 to 5; 满意 is 5, 一般 3, 不满意 1
  record Rate(PersonId by, int score, List<RatingReason> reasons, String comment)
      implements Command {
    public Rate {
      reasons = List.copyOf(reasons);
    }
  }

  /// Say that another ticket has to do with this one; both stay what they are.
  record Link(PersonId by, TicketNumber other) implements Command {}

  record Unlink(PersonId by, TicketNumber other) implements Command {}

  /// Lend a spare device, so that the ward can work until its own is repaired.
  ///
  /// @param asset the number on the spare
  /// @param text such as its state, and what came with it
  /// @param instead if the ward can work with it as before; empty if it only helps a little
  record Lend(PersonId by, String asset, Instant dueBack, String text, Optional<Instead> instead)
      implements Command {}

  /// A spare that does all the work counts as restored: the ticket is resolved, and the repair goes
  /// on as a linked one; domain §13.3.
  ///
  /// @param solution how the ticket was resolved, in words
  /// @param repair the title of the other one
  record Instead(String solution, String repair) {}

  /// Let them keep it longer, once.
  record ExtendLoan(PersonId by, String asset, Instant dueBack) implements Command {}

  /// The spare is back.
  record TakeBack(PersonId by, String asset, String text) implements Command {}

  /// The desk reminds of a spare that is due back soon, or now.
  record RemindOfLoan(PersonId by, String asset, Instant dueBack) implements Command {}

  /// The reporter asks for progress.
  record Nudge(PersonId by) implements Command {}
}
