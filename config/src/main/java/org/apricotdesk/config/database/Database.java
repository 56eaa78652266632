package org.apricotdesk.config.database;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The database that all instances share.
///
/// Code that waits (`await()`) runs on virtual threads; a transaction holds one connection, so
/// nothing inside it may ask the pool for a second one.
public final class Database implements AutoCloseable {
  private static final int PIPELINE = 64;
  private static final Duration RECONNECT_AFTER = Duration.ofSeconds(1);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

  private final DatabaseSettings settings;
  private final Pool pool;
  private final Bell bell;

  private Database(Vertx vertx, DatabaseSettings settings, Pool pool) {
    this.settings = settings;
    this.pool = pool;
    this.bell = new Bell(vertx, pool);
  }

  /// Opens the pool; connections are made when they are first needed, and again when lost.
  public static Database open(Vertx vertx, DatabaseSettings settings) {
    var pool =
        PgBuilder.pool()
            .with(
                new PoolOptions()
                    .setMaxSize(settings.poolSize())
                    .setConnectionTimeout((int) CONNECT_WITHIN.toSeconds())
                    .setConnectionTimeoutUnit(TimeUnit.SECONDS))
            .connectingTo(connect(settings))
            .using(vertx)
            .build();
    return new Database(vertx, settings, pool);
  }

  /// For reads, and for single statements that need no transaction.
  public Pool pool() {
    return pool;
  }

  /// Tells all instances that there is news.
  public Bell bell() {
    return bell;
  }

  public DatabaseSettings settings() {
    return settings;
  }

  /// Does the work in one transaction: commits when it returns, rolls back when it throws.
  public <T> T inTransaction(Function<SqlConnection, T> work) {
    var connection = pool.getConnection().await();
    try {
      return inTransaction(connection, work);
    } finally {
      connection.close();
    }
  }

  private static <T> T inTransaction(SqlConnection connection, Function<SqlConnection, T> work) {
    var begun = connection.begin(); // on its way; what the work sends queues behind it
    var transaction = connection.transaction();
    try {
      var result = work.apply(connection);
      begun.await();
      transaction.commit().await();
      return result;
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      rollBack(transaction, failure);
      throw failure;
    }
  }

  private static void rollBack(Transaction transaction, Throwable because) {
    try {
      transaction.rollback().await();
    } catch (Throwable failed) { // the connection may be gone: the first failure says more
      because.addSuppressed(new IllegalStateException("roll back failed", failed));
    }
  }

  /// A connection of its own that hears notifications and comes back by itself when it is lost.
  public PgSubscriber subscriber(Vertx vertx) {
    return PgSubscriber.subscriber(vertx, connect(settings))
        .reconnectPolicy(_ -> RECONNECT_AFTER.toMillis());
  }

  private static PgConnectOptions connect(DatabaseSettings settings) {
    return new PgConnectOptions()
        .setHost(settings.host())
        .setPort(settings.port())
        .setDatabase(settings.name())
        .setUser(settings.user())
        .setPassword(settings.password())
        .setCachePreparedStatements(true)
        .setPipeliningLimit(PIPELINE)
        .addProperty("application_name", "apricot-desk");
  }

  @Override
  public void close() {
    pool.close().await();
  }
}
