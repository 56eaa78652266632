package org.apricotdesk.bot.dialogue;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.apricotdesk.desk.ticket.Ticket;

/// Whether the engineer and the reporter of a ticket are talking to each other right now.
final class Spoken {
  /// The purpose of deliveries that carry an engineer's words to the reporter.
  static final String PURPOSE = "said";

  private static final Duration RECENTLY = Duration.ofHours(1);

  private static final String RECENT =
      """
      SELECT EXISTS (SELECT 1 FROM bot.delivery
                      WHERE ticket = $1 AND purpose = $2 AND created_at > $3) AS spoken
      """;

  private final Clock clock;

  Spoken(Clock clock) {
    this.clock = clock;
  }

  boolean recently(SqlClient sql, Ticket ticket) {
    var since = clock.instant().minus(RECENTLY).atOffset(ZoneOffset.UTC);
    var asked = Tuple.of(ticket.number().value(), PURPOSE, since);
    return sql.preparedQuery(RECENT).execute(asked).await().iterator().next().getBoolean("spoken");
  }
}
