package org.apricotdesk.desk.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.target.Promise;
import org.apricotdesk.desk.ticket.Rating;
import org.apricotdesk.desk.ticket.RatingReason;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketEvent;
import org.jspecify.annotations.Nullable;

/// Tickets as the API shows them.
final class TicketJson {
  private TicketJson() {}

  static JsonObject of(Ticket ticket) {
    var report = ticket.report();
    var times = ticket.times();
    return new JsonObject()
        .put("number", ticket.number().value())
        .put("kind", ticket.kind().code())
        .put("status", ticket.status().code())
        .put("priority", ticket.priority().name())
        .put("title", report.title())
        .put("description", report.description())
        .put("category", text(report.category()))
        .put("campus", report.place().campus().value())
        .put("department", text(report.place().department()))
        .put("place", text(report.place().spot()))
        .put("requester", report.requester().value())
        .put("assignee", text(ticket.assignee()))
        .put("team", text(ticket.hands().team()))
        .put("source", report.source().code())
        .put("createdAt", times.created().toString())
        .put("firstRespondedAt", text(times.firstResponded()))
        .put("resolvedAt", text(times.resolved()))
        .put("closedAt", text(times.closed()))
        .put(
            "targets",
            new JsonObject()
                .put("response", promise(ticket.response()))
                .put("resolution", promise(ticket.resolution())))
        .put("rating", ticket.rating().map(TicketJson::rating).orElse(null))
        .put("incident", null)
        .put("version", ticket.version());
  }

  static JsonObject of(Ticket ticket, List<TicketEvent> history) {
    var events = new JsonArray();
    history.forEach(event -> events.add(event(event)));
    return of(ticket).put("events", events);
  }

  private static JsonObject promise(Promise promise) {
    return new JsonObject()
        .put("due", text(promise.due()))
        .put("met", promise.met().orElse(null))
        .put("usedSeconds", promise.used().toSeconds());
  }

  private static JsonObject rating(Rating rating) {
    var reasons = new JsonArray();
    rating.reasons().stream().map(RatingReason::code).forEach(reasons::add);
    return new JsonObject()
        .put("score", rating.score())
        .put("reasons", reasons)
        .put("comment", rating.comment());
  }

  private static JsonObject event(TicketEvent event) {
    return event
        .facts()
        .put("seq", event.sequence())
        .put("type", event.what().type())
        .put("at", event.at().toString())
        .put("by", event.by().value());
  }

  private static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }
}
