package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import org.apricotdesk.desk.ticket.Alike;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketDesk;

/// What whoever takes a ticket should know before they go: the article that may help, and which
/// other open tickets at the same place are about the same trouble.
public final class ClaimHints {
  private static final Duration LOOK_BACK = Duration.ofHours(4);
  private static final int MOST = 5;

  private final Advice advice;
  private final TicketDesk desk;

  public ClaimHints(Advice advice, TicketDesk desk) {
    this.advice = advice;
    this.desk = desk;
  }

  /// The facts a claim card is drawn from.
  public JsonObject on(SqlClient sql, Ticket ticket) {
    return new JsonObject()
        .put("hint", advice.hint(ticket.report().description(), ticket.report().place().campus()))
        .put("likes", alike(sql, ticket));
  }

  private JsonArray alike(SqlClient sql, Ticket ticket) {
    var numbers = new JsonArray();
    Alike.to(ticket, ticket.times().created().minus(LOOK_BACK)).stream()
        .flatMap(alike -> desk.openLike(sql, alike).stream())
        .filter(other -> !other.number().equals(ticket.number()))
        .limit(MOST)
        .map(other -> "#" + other.number().value())
        .forEach(numbers::add);
    return numbers;
  }
}
