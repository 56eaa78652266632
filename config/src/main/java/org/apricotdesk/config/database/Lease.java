package org.apricotdesk.config.database;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.config.work.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Elects one instance for work that must be done by one alone: a row with an expiry, kept by
/// renewal. Its schema creates the table:
///
/// ```sql
/// CREATE TABLE desk.lease (
///   name       text PRIMARY KEY,
///   holder     uuid NOT NULL,
///   expires_at timestamptz NOT NULL
/// );
/// ```
///
/// The database's own clock decides. A holder that cannot renew gives up before the row expires.
public final class Lease implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  private final Database database;
  private final String name;
  private final Duration term;
  private final LeaseHolder holder;
  private final UUID me = UUID.randomUUID();
  private final String take;
  private final String giveBack;
  private final Loop loop;
  private volatile boolean held;
  private long renewed;

  private Lease(Database database, String schema, String name, Duration term, LeaseHolder holder) {
    this.database = database;
    this.name = name;
    this.term = term;
    this.holder = holder;
    this.take =
        """
        INSERT INTO %1$s.lease AS lease (name, holder, expires_at)
        VALUES ($1, $2, now() + $3 * interval '1 millisecond')
        ON CONFLICT (name) DO UPDATE
           SET holder = excluded.holder, expires_at = excluded.expires_at
         WHERE lease.holder = excluded.holder OR lease.expires_at < now()
        """
            .formatted(schema);
    this.giveBack = "DELETE FROM %s.lease WHERE name = $1 AND holder = $2".formatted(schema);
    this.loop = Loop.every(term.dividedBy(4), "lease-" + name, this::run);
  }

  /// Starts trying for the lease, and keeps it once won.
  ///
  /// @param term how long after a crash of the holder another instance waits
  public static Lease seek(
      Database database, String schema, String name, Duration term, LeaseHolder holder) {
    return new Lease(database, schema, name, term, holder);
  }

  public boolean isHeld() {
    return held;
  }

  private void run() {
    var before = System.nanoTime();
    var won = tryTake();
    if (won) renewed = before;
    if (won && !held) begin();
    if (!won && held && System.nanoTime() - renewed > term.toNanos() * 2 / 3) end();
  }

  private boolean tryTake() {
    try {
      var row = Tuple.of(name, me, term.toMillis());
      var limit = term.toMillis() / 3;
      var taking = database.pool().preparedQuery(take).execute(row);
      return taking.await(limit, TimeUnit.MILLISECONDS).rowCount() == 1;
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      LOG.warn("lease {} could not be taken or renewed: {}", name, failure.toString());
      return false;
    }
  }

  private void begin() {
    held = true;
    LOG.info("lease {} won", name);
    holder.won();
  }

  private void end() {
    held = false;
    LOG.info("lease {} lost", name);
    holder.lost();
  }

  /// Gives the lease back, so that another instance need not wait for its end.
  @Override
  public void close() {
    loop.close();
    if (held) end();
    database.pool().preparedQuery(giveBack).execute(Tuple.of(name, me)).await();
  }
}
