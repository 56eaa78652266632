package org.apricotdesk.config.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// The database that all instances share.
///
/// Code that waits (`await()`) runs on virtual threads; a transaction holds one connection, so
/// nothing inside it may ask the pool for a second one.
public final class Database implements AutoCloseable {
  private static final int PIPELINE = 64;

  /// The driver does not keep longer ones prepared; by itself it stops at 2,048 characters.
  private static final int LONGEST_STATEMENT = 16_384;
  private static final ScopedValue<Writes> WRITES = ScopedValue.newInstance();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// For single reads. The pool's own limit now and then strikes in the moment in which a
  /// connection is handed out, and says so in the log as if it were a mistake; transactions, which
  /// are many, have a shorter one that does not.
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(30);

  private final DatabaseSettings settings;
  private final Pool pool;
  private final Duration patience;
  private final Bell bell;

  private Database(Vertx vertx, DatabaseSettings settings, Pool pool, Duration patience) {
    this.settings = settings;
    this.pool = pool;
    this.patience = patience;
    this.bell = new Bell(vertx, pool, connect(settings));
  }

  /// Opens the pool; connections are made when they are first needed, and again when lost.
  public static Database open(Vertx vertx, DatabaseSettings settings) {
    return open(vertx, settings, PATIENCE);
  }

  /// @param patience how long a transaction waits for a connection
  static Database open(Vertx vertx, DatabaseSettings settings, Duration patience) {
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
    return new Database(vertx, settings, pool, patience);
  }

  /// For reads, and for single statements that need no transaction.
  public Pool pool() {
    return pool;
  }

  /// Tells all instances that there is news, and hears it.
  public Bell bell() {
    return bell;
  }

  public DatabaseSettings settings() {
    return settings;
  }

  /// Does the work in one transaction: commits when it returns, rolls back when it throws.
  ///
  /// @throws NoConnectionException if all connections are in use for too long
  public <T> T inTransaction(Function<SqlConnection, T> work) {
    var connection = connection();
    try {
      return inTransaction(connection, work);
    } finally {
      connection.close();
    }
  }

  private SqlConnection connection() {
    var asked = pool.getConnection();
    try {
      return asked.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      asked.onSuccess(SqlConnection::close); // it comes when nobody needs it any more
      throw new NoConnectionException(patience);
    }
  }

  private static <T> T inTransaction(SqlConnection connection, Function<SqlConnection, T> work) {
    var writes = new Writes();
    writes.add(connection.begin());
    var transaction = connection.transaction();
    try {
      var result = ScopedValue.where(WRITES, writes).call(() -> work.apply(connection));
      writes.await();
      transaction.commit().await();
      return result;
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      rollBack(transaction, failure);
      writes.explain(failure);
      throw failure;
    }
  }

  /// Lets a statement of the transaction in hand be on its way: what follows queues behind it, and
  /// the transaction waits for it before it commits. A write whose result nobody needs costs no
  /// waiting of its own this way; if it fails, the transaction does.
  public static void unawaited(Future<?> write) {
    if (WRITES.isBound()) WRITES.get().add(write);
    else write.await();
  }

  /// Does a part of the transaction in hand, and waits for what it left on its way: what of it
  /// fails, fails here.
  public static void whole(Runnable part) {
    var writes = new Writes();
    try {
      ScopedValue.where(WRITES, writes).run(part);
      writes.await();
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      writes.explain(failure);
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

  private static PgConnectOptions connect(DatabaseSettings settings) {
    return new PgConnectOptions()
        .setHost(settings.host())
        .setPort(settings.port())
        .setDatabase(settings.name())
        .setUser(settings.user())
        .setPassword(settings.password())
        .setCachePreparedStatements(true)
        .setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT)
        .setPipeliningLimit(PIPELINE)
        .addProperty("application_name", "apricot-desk");
  }

  @Override
  public void close() {
    bell.close();
    pool.close().await();
  }
}
