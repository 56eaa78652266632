package org.apricotdesk.desk.ticket.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;

/// Which buttons a page shows: what the reader may do, where the ticket stands. A convenience only;
/// the desk decides again when a button is pressed.
final class Offers {
  private static final Map<String, Action> RIGHTS =
      Map.ofEntries(
          Map.entry("claim", Action.CLAIM),
          Map.entry("assign", Action.ASSIGN),
          Map.entry("transfer", Action.TRANSFER),
          Map.entry("release", Action.TRANSFER),
          Map.entry("pause", Action.PAUSE),
          Map.entry("resume", Action.PAUSE),
          Map.entry("resolve", Action.RESOLVE),
          Map.entry("priority", Action.CHANGE_PRIORITY),
          Map.entry("category", Action.CHANGE_CATEGORY),
          Map.entry("merge", Action.MERGE),
          Map.entry("unmerge", Action.MERGE),
          Map.entry("redirect", Action.REDIRECT),
          Map.entry("note", Action.NOTE),
          Map.entry("internal", Action.NOTE_INTERNAL),
          Map.entry("nudge", Action.NUDGE),
          Map.entry("link", Action.NOTE_INTERNAL),
          Map.entry("lend", Action.RESOLVE),
          Map.entry("takeback", Action.NOTE_INTERNAL),
          Map.entry("confirm", Action.CONFIRM),
          Map.entry("rate", Action.RATE),
          Map.entry("reopen", Action.REOPEN),
          Map.entry("cancel", Action.CANCEL_BEFORE_WORK));

  private static final Set<String> ALWAYS = Set.of("note", "internal", "link", "takeback");

  private final Access access;

  Offers(Access access) {
    this.access = access;
  }

  List<String> to(Person person, Ticket ticket) {
    return Stream.concat(ALWAYS.stream(), fitting(ticket).stream())
        .filter(action -> mayDo(person, action, ticket))
        .filter(action -> !(action.equals("claim") && isTheirs(person, ticket)))
        .toList();
  }

  /// The priorities this person may give it instead of the one it has.
  List<Priority> priorities(Person person, Ticket ticket) {
    var freely = access.may(person, Action.CHANGE_PRIORITY_FREELY, ticket.subject());
    return Stream.of(Priority.values())
        .filter(one -> one != ticket.priority())
        .filter(one -> freely || one.isNear(ticket.priority()))
        .toList();
  }

  private boolean mayDo(Person person, String action, Ticket ticket) {
    return Optional.ofNullable(RIGHTS.get(action))
        .filter(right -> access.may(person, right, ticket.subject()))
        .isPresent();
  }

  private static boolean isTheirs(Person person, Ticket ticket) {
    return ticket.status() != Status.ASSIGNED
        && ticket.assignee().filter(person.id()::equals).isPresent();
  }

  private static Set<String> fitting(Ticket ticket) {
    return switch (ticket.status()) {
      case NEW, ASSIGNED ->
          Set.of("claim", "assign", "priority", "category", "merge", "redirect", "nudge", "cancel");
      case IN_PROGRESS ->
          Set.of(
              "transfer",
              "release",
              "pause",
              "resolve",
              "priority",
              "category",
              "merge",
              "nudge",
              "lend");
      case PENDING_USER ->
          Set.of("resume", "resolve", "transfer", "priority", "category", "nudge", "lend");
      case PENDING_VENDOR, PENDING_APPROVAL, SCHEDULED ->
          Set.of("resume", "priority", "category", "nudge", "lend");
      case RESOLVED -> Set.of("confirm", "reopen", "rate");
      case CLOSED -> Set.of("reopen", "rate");
      case MERGED -> Set.of("unmerge");
      case CANCELLED, REDIRECTED -> Set.of();
    };
  }
}
