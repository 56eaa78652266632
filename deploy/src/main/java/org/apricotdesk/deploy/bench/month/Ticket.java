package org.apricotdesk.deploy.bench.month;

import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/// How a ticket stands, as somebody who looks at it sees it.
record Ticket(long number, String status, String priority, String requester, String assignee) {
  private static final String FIND =
      """
      SELECT number, status, priority, requester, assignee
        FROM desk.ticket
       WHERE number = $1
      """;

  static Ticket of(World world, long number) {
    var row = world.query(FIND, Tuple.of(number)).getFirst();
    return new Ticket(
        number,
        row.getString("status"),
        row.getString("priority"),
        row.getString("requester"),
        Optional.ofNullable(row.getString("assignee")).orElse(""));
  }

  boolean isInHandOf(String engineer) {
    return status.equals("in_progress") && assignee.equals(engineer);
  }

  boolean isUnclaimed() {
    return status.equals("new") || status.equals("assigned");
  }

  boolean isUrgent() {
    return priority.equals("P1") || priority.equals("P2");
  }
}
