package org.apricotdesk.config.event;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.apricotdesk.config.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a listener once more what was put aside, because somebody asked for it. What fails again
/// stays aside, and holds up nothing.
final class SecondHearing {
  private static final Logger LOG = LoggerFactory.getLogger(SecondHearing.class);

  private final SubscriptionStatements sql;
  private final String name;
  private final Listener listener;

  SecondHearing(SubscriptionStatements sql, String name, Listener listener) {
    this.sql = sql;
    this.name = name;
    this.listener = listener;
  }

  /// The first that was asked for.
  void hear(SqlConnection tx) {
    tx.preparedQuery(sql.asked()).execute(Tuple.of(name)).await().forEach(row -> hear(tx, row));
  }

  private void hear(SqlConnection tx, Row row) {
    var event = EventLog.event(row);
    tx.query("SAVEPOINT second_hearing").execute().await();
    try {
      Database.whole(() -> listener.on(tx, event));
      tx.preparedQuery(sql.heard()).execute(Tuple.of(name, event.position())).await();
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      LOG.error("listener {} failed once more on event {}", name, event.position(), failure);
      tx.query("ROLLBACK TO SAVEPOINT second_hearing").execute().await();
      var error = failure.getClass().getName();
      tx.preparedQuery(sql.failedAgain()).execute(Tuple.of(name, event.position(), error)).await();
    }
  }
}
