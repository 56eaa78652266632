package org.apricotdesk.desk.ticket.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.TicketFilter;

/// The lanes of the queue, and what belongs in each.
enum QueueLane {
  WAITING,
  MINE,
  OTHERS,
  TODAY;

  private static final Set<Status> UNCLAIMED = all(Status::isUnclaimed);
  private static final Set<Status> PAUSED = all(Status::isPaused);
  private static final Set<Status> OPEN = all(Status::isOpen);
  private static final Set<Status> NOT_PAUSED =
      all(status -> status.isOpen() && !status.isPaused());

  private static Set<Status> all(Predicate<Status> such) {
    return Arrays.stream(Status.values()).filter(such).collect(Collectors.toSet());
  }

  /// The name in addresses and texts.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Of these tickets those that belong here.
  ///
  /// @param midnight when today is over
  TicketFilter of(TicketFilter tickets, PersonId caller, Instant midnight) {
    return switch (this) {
      case WAITING -> tickets.in(UNCLAIMED);
      case MINE -> tickets.in(NOT_PAUSED).inHandsOf(caller);
      case OTHERS -> tickets.in(PAUSED);
      case TODAY -> tickets.in(OPEN).inHandsOf(caller).dueBefore(midnight);
    };
  }
}
