package org.apricotdesk.bot.notice;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import org.apricotdesk.desk.ticket.Ticket;

/// Turns a reporter's talk to a ticket they were just told something about, so that their next
/// plain sentence is understood as an answer.
public final class Subjects {
  private static final String TURN =
      """
      INSERT INTO bot.conversation AS c (person, talk, touched_at)
      VALUES ($1, $2, $3)
          ON CONFLICT (person) DO UPDATE SET talk = c.talk || excluded.talk
      """;

  private final Clock clock;

  public Subjects(Clock clock) {
    this.clock = clock;
  }

  void turnTo(SqlClient tx, Ticket ticket) {
    var now = clock.instant();
    var talk =
        new JsonObject().put("ticket", ticket.number().value()).put("ticketAt", now.toEpochMilli());
    var row = Tuple.of(ticket.requester().value(), talk, now.atOffset(ZoneOffset.UTC));
    tx.preparedQuery(TURN).execute(row).await();
  }
}
