package org.apricotdesk.desk.ticket;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;

/// What the rules have to know beyond the ticket itself.
interface Surroundings {
  boolean mayDo(PersonId who, Action action);

  /// Somebody who works here now.
  Optional<Person> active(PersonId id);

  Optional<Category> category(CategoryCode code);

  boolean isPool(Receiver.Pool pool);

  Optional<Ticket> other(TicketNumber number);

  /// The same as [#mayDo(PersonId, Action)] for another ticket.
  boolean mayDo(PersonId who, Action action, Ticket other);

  /// The tickets this one is linked with.
  Set<TicketNumber> linked();

  /// The spares that are out, for whatever ticket.
  Optional<Loan> loan(String asset);

  /// Whether a rating of this person for that engineer would count today.
  boolean countsRating(PersonId by, Optional<PersonId> engineer);

  boolean hasChildren();

  boolean areKept(List<AttachmentId> attachments);
}
