package org.apricotdesk.desk.ticket.web;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Team;

/// A ticket's own page.
///
/// @param phone of the department, where it is known
/// @param category its name, where there is one
/// @param offers the actions this reader may take now, such as `claim`
/// @param colleagues to whom it can be handed over; empty unless that is offered
/// @param before the last troubles of the same place
public record TicketPage(
    TicketLine line,
    String requester,
    Optional<String> phone,
    Optional<String> category,
    List<TimelineEntry> timeline,
    List<String> offers,
    List<Person> colleagues,
    List<Team> teams,
    List<Category> categories,
    List<TicketLine> before,
    boolean staff,
    Optional<String> problem) {

  public boolean offers(String action) {
    return offers.contains(action);
  }
}
