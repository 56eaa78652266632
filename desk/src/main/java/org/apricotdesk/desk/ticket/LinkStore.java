package org.apricotdesk.desk.ticket;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// Which tickets have to do with which: what their events say, kept to be looked up.
final class LinkStore {
  private static final String OF =
      "SELECT other FROM desk.ticket_link WHERE ticket = $1 ORDER BY 1";

  private static final String LINK =
      "INSERT INTO desk.ticket_link (ticket, other) VALUES ($1, $2) ON CONFLICT DO NOTHING";

  private static final String UNLINK =
      "DELETE FROM desk.ticket_link WHERE ticket = $1 AND other = $2";

  private final SqlClient sql;

  LinkStore(SqlClient sql) {
    this.sql = sql;
  }

  Set<TicketNumber> of(TicketNumber ticket) {
    var found = new LinkedHashSet<TicketNumber>();
    for (var row : sql.preparedQuery(OF).execute(Tuple.of(ticket.value())).await())
      found.add(new TicketNumber(row.getLong("other")));
    return found;
  }

  /// Keeps what happened to a ticket, if it was about a link.
  void keep(TicketNumber ticket, What what) {
    if (what instanceof What.Linked(var other)) run(LINK, ticket, other);
    if (what instanceof What.Unlinked(var other)) run(UNLINK, ticket, other);
  }

  private void run(String statement, TicketNumber ticket, TicketNumber other) {
    sql.preparedQuery(statement).execute(Tuple.of(ticket.value(), other.value())).await();
  }
}
