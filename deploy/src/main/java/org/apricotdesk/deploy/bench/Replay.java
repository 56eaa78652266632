package org.apricotdesk.deploy.bench;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.DatabaseSettings;
import org.apricotdesk.deploy.bench.Recorder.Statement;

/// Sends the recorded statements again, message by message, each in a transaction, and does nothing
/// else: what the database leaves.
final class Replay implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Database database;
  private final List<List<Statement>> messages;
  private final AtomicInteger next = new AtomicInteger();

  Replay(DatabaseSettings where, List<List<Statement>> messages) {
    this.database = Database.open(vertx, where);
    this.messages = messages;
  }

  boolean isOver() {
    return next.get() >= messages.size();
  }

  boolean once() {
    var number = next.getAndIncrement();
    if (number >= messages.size()) return false;
    return database.inTransaction(
        tx -> {
          for (var statement : messages.get(number)) {
            tx.preparedQuery(statement.sql()).execute(statement.values()).await();
          }
          return true;
        });
  }

  @Override
  public void close() {
    database.close();
    vertx.close().await();
  }
}
