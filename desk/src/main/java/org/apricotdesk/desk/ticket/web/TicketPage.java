package org.apricotdesk.desk.ticket.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.spare.SpareKind;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.PauseKind;
import org.apricotdesk.desk.ticket.Stage;
import org.apricotdesk.desk.ticket.TicketKind;

/// A ticket's own page.
///
/// @param phone of the department, where it is known
/// @param category its name, where there is one
/// @param offers the actions this reader may take now, such as `claim`
/// @param priorities those this reader may give it instead of its own
/// @param colleagues to whom it can be handed over; empty unless that is offered
/// @param clock on whom the time was spent; without pieces for whoever does not work on it
/// @param before the last troubles of the same place
/// @param alike open tickets it may belong to; empty unless merging is offered
/// @param linked the tickets it has to do with that the reader may see
/// @param spares what the ward has on loan
/// @param store what could be lent; empty unless that is offered
/// @param usualReturn when a spare lent today is due back
/// @param seen how much of the timeline the reader's open page shows already
public record TicketPage(
    TicketLine line,
    String requester,
    Optional<String> phone,
    Optional<String> category,
    List<TimelineEntry> timeline,
    List<String> offers,
    List<Priority> priorities,
    List<Person> colleagues,
    List<Team> teams,
    List<Category> categories,
    ClockBar clock,
    List<TicketLine> before,
    List<TicketLine> alike,
    List<TicketLine> linked,
    List<Spare> spares,
    List<SpareKind> store,
    LocalDate usualReturn,
    int seen,
    boolean staff,
    Optional<String> problem) {

  /// @param latest until when it may be extended; empty if it was extended already
  public record Spare(String asset, Instant dueBack, boolean overdue, Optional<LocalDate> latest) {}

  /// Whether something has happened since the reader's page was made.
  public boolean moved() {
    return seen != timeline.size();
  }

  /// Whether there is a solution to learn from.
  public boolean solved() {
    var stage = line.ticket().stage();
    return stage instanceof Stage.Resolved || stage instanceof Stage.Closed;
  }

  /// For whom or what it can wait now.
  public List<PauseKind> pauses() {
    if (!offers("pause")) return List.of();
    return Stream.of(PauseKind.values())
        .filter(kind -> kind != PauseKind.PENDING_APPROVAL || isRequest())
        .toList();
  }

  private boolean isRequest() {
    return line.ticket().kind() == TicketKind.REQUEST;
  }

  public boolean isOf(Category one) {
    return line.ticket().report().category().filter(one.code()::equals).isPresent();
  }

  public boolean offers(String action) {
    return offers.contains(action);
  }
}
