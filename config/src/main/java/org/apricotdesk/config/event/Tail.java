package org.apricotdesk.config.event;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apricotdesk.config.database.Bell;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.work.Loop;

/// What is recorded from now on, told to one instance for as long as it runs. Nothing is
/// remembered: what must not be missed is heard by a [Listener] instead.
public final class Tail implements AutoCloseable {
  private static final int BATCH = 200;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final String NOW = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS tx";

  private final Database database;
  private final String next;
  private final Consumer<List<Event>> hears;
  private final Bell.Hearing hearing;
  private final Loop loop;
  private final Promise<Void> ready = Promise.promise();
  private String tx = "";
  private long position = 0;

  private Tail(Database database, String schema, Consumer<List<Event>> hears) {
    this.database = database;
    this.next = new SubscriptionStatements(schema).next();
    this.hears = hears;
    this.loop = Loop.start("tail-" + schema, this::read);
    this.hearing = database.bell().hear(EventLog.channel(schema), _ -> loop.wake());
  }

  static Tail start(Database database, String schema, Consumer<List<Event>> hears) {
    return new Tail(database, schema, hears);
  }

  /// Done once it misses nothing any more.
  public Future<Void> ready() {
    return ready.future();
  }

  private Duration read() {
    if (tx.isEmpty()) begin();
    var rows = database.pool().preparedQuery(next).execute(Tuple.of(tx, position, BATCH)).await();
    var found = rows.stream().toList();
    if (found.isEmpty()) return LOOK_EVERY;
    moveTo(found.getLast());
    hears.accept(found.stream().map(EventLog::event).toList());
    return found.size() < BATCH ? LOOK_EVERY : Duration.ZERO;
  }

  private void begin() {
    tx = database.pool().query(NOW).execute().await().iterator().next().getString("tx");
    ready.complete();
  }

  private void moveTo(Row last) {
    tx = last.getString("tx");
    position = last.getLong("position");
  }

  @Override
  public void close() {
    hearing.close();
    loop.close();
  }
}
