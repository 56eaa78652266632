package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;

/// The surroundings as they are: people and catalogue in memory, other tickets in the database.
record Neighbourhood(
    Ticket ticket,
    TicketStore tickets,
    LinkStore links,
    LoanStore loans,
    Media media,
    People people,
    Catalogue catalogue,
    Access access,
    Instant midnight)
    implements Surroundings {

  @Override
  public boolean mayDo(PersonId who, Action action) {
    return access.may(people.orStranger(who, who.value()), action, ticket.subject());
  }

  @Override
  public Optional<Person> active(PersonId id) {
    return people.active(id);
  }

  @Override
  public Optional<Category> category(CategoryCode code) {
    return catalogue.current(code);
  }

  @Override
  public boolean isPool(Receiver.Pool pool) {
    return people
        .team(pool.team())
        .filter(
            team ->
                pool.squad().isEmpty()
                    || team.squads().stream().anyMatch(s -> pool.squad().get().equals(s.id())))
        .isPresent();
  }

  @Override
  public Optional<Ticket> other(TicketNumber number) {
    return tickets.find(number);
  }

  @Override
  public boolean mayDo(PersonId who, Action action, Ticket other) {
    return access.may(people.orStranger(who, who.value()), action, other.subject());
  }

  @Override
  public Set<TicketNumber> linked() {
    return links.of(ticket.number());
  }

  @Override
  public Optional<Loan> loan(String asset) {
    return loans.of(asset);
  }

  @Override
  public boolean countsRating(PersonId by, Optional<PersonId> engineer) {
    return !access.deskStaff(people.orStranger(by, by.value()))
        && engineer.filter(one -> tickets.hasRated(by, one, midnight)).isEmpty();
  }

  @Override
  public boolean hasChildren() {
    return tickets.hasChildren(ticket.number());
  }

  @Override
  public boolean areKept(List<AttachmentId> attachments) {
    return attachments.isEmpty() || media.known(Set.copyOf(attachments));
  }
}
