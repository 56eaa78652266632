package org.apricotdesk.desk.ticket;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Promise;

/// What the desk promises for a ticket, measured over its history.
final class TicketPromises {
  /// @param response by when somebody takes it, `resolution` by when it works again
  record Measured(Promise response, Promise resolution, JsonObject snapshot) {}

  Measured measure(Ticket ticket, List<TicketEvent> history) {
    var responseTarget = response(ticket.priority());
    var resolutionTarget = resolution(ticket.priority());
    var created = ticket.times().created();
    var snapshot =
        new JsonObject()
            .put("responseSeconds", responseTarget.toSeconds())
            .put("resolutionSeconds", resolutionTarget.toSeconds());
    return new Measured(
        promise(ticket, created, ticket.times().firstResponded(), responseTarget),
        promise(ticket, created, ticket.times().resolved(), resolutionTarget),
        snapshot);
  }

  private static Promise promise(
      Ticket ticket, Instant from, Optional<Instant> kept, Duration target) {
    var voided =
        switch (ticket.status()) {
          case CANCELLED, MERGED, REDIRECTED -> kept.isEmpty();
          case NEW,
              ASSIGNED,
              IN_PROGRESS,
              PENDING_USER,
              PENDING_VENDOR,
              PENDING_APPROVAL,
              SCHEDULED,
              RESOLVED,
              CLOSED ->
              false;
        };
    if (voided) return new Promise(Optional.empty(), Optional.empty(), Duration.ZERO);
    var used = kept.map(at -> Duration.between(from, at)).orElse(Duration.ZERO);
    var met = kept.map(_ -> used.compareTo(target) <= 0);
    return new Promise(Optional.of(from.plus(target)), met, used);
  }

  private static Duration response(Priority priority) {
    return switch (priority) {
      case P1 -> Duration.ofMinutes(5);
      case P2 -> Duration.ofMinutes(10);
      case P3 -> Duration.ofMinutes(30);
      case P4 -> Duration.ofHours(4);
    };
  }

  private static Duration resolution(Priority priority) {
    return switch (priority) {
      case P1 -> Duration.ofHours(1);
      case P2 -> Duration.ofHours(4);
      case P3 -> Duration.ofHours(8);
      case P4 -> Duration.ofHours(40);
    };
  }
}
