package org.apricotdesk.deploy.proof;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.DatabaseSettings;

/// What the service has kept, counted by person.
final class Records implements AutoCloseable {
  private static final String MESSAGES =
      "SELECT person AS who, count(*) AS n FROM bot.inbox WHERE state = 'done' GROUP BY person";
  private static final String UNFINISHED =
      "SELECT person AS who, count(*) AS n FROM bot.inbox WHERE state <> 'done' GROUP BY person";
  private static final String TICKETS =
      "SELECT requester AS who, count(*) AS n FROM desk.ticket GROUP BY requester";
  private static final String RECEIPTS =
      """
      SELECT substr(address, 8) AS who, count(*) AS n FROM bot.delivery
       WHERE purpose = 'reply' GROUP BY address
      """;
  private static final String WAITING =
      """
      SELECT substr(address, 8) AS who, count(*) AS n FROM bot.delivery
       WHERE purpose = 'reply' AND state IN ('due', 'sending') GROUP BY address
      """;
  private static final String REPEATED =
      """
      SELECT substr(address, 8) AS who, count(*) AS n FROM bot.delivery
       WHERE purpose = 'reply' AND doubted_at IS NOT NULL GROUP BY address
      """;
  private static final String UNKNOWN =
      """
      SELECT substr(address, 8) AS who, count(*) AS n FROM bot.delivery
       WHERE purpose = 'reply' AND state = 'unknown' GROUP BY address
      """;

  private final Database database;

  Records(Vertx vertx, DatabaseSettings settings) {
    database = Database.open(vertx, new DatabaseSettings(settings.url(), 2));
  }

  /// Messages that were answered.
  Map<String, Long> messages() {
    return counted(MESSAGES);
  }

  /// Messages that still wait for another attempt, or were given up.
  Map<String, Long> unfinished() {
    return counted(UNFINISHED);
  }

  Map<String, Long> tickets() {
    return counted(TICKETS);
  }

  /// Receipts that were to be sent, whatever became of them.
  Map<String, Long> receipts() {
    return counted(RECEIPTS);
  }

  /// Receipts that are not sent yet.
  Map<String, Long> waiting() {
    return counted(WAITING);
  }

  /// Receipts that were being sent when the service died, and were sent once more.
  Map<String, Long> repeated() {
    return counted(REPEATED);
  }

  /// Receipts that were being sent both times: nobody can say whether they arrived.
  Map<String, Long> unknown() {
    return counted(UNKNOWN);
  }

  private Map<String, Long> counted(String sql) {
    var rows = database.pool().query(sql).execute().await();
    return StreamSupport.stream(rows.spliterator(), false)
        .collect(Collectors.toMap(Records::who, row -> row.getLong("n")));
  }

  private static String who(Row row) {
    return row.getString("who");
  }

  @Override
  public void close() {
    database.close();
  }
}
