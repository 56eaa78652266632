package org.apricotdesk.desk.ticket;

import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Optional;

/// Who is asked to take unclaimed work, step by step.
public interface Ladder {
  /// When the next rung is due; empty at the top, or once somebody has it.
  Optional<Instant> due(Ticket ticket);

  /// The rung above the one the ticket stands on; empty at the top, or once somebody has it.
  Optional<Rung> next(SqlClient sql, Ticket ticket);
}
