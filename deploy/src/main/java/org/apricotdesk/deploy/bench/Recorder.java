package org.apricotdesk.deploy.bench;

import io.vertx.core.Context;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.tracing.QueryRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Listens in on the database client and notes which statements a message takes, from its arrival
/// to its answer. Before each it waits until what the last one set off has died down; what is heard
/// while nothing happens is never counted.
final class Recorder implements VertxTracer<Object, Object> {
  private static final Duration IDLE = Duration.ofSeconds(4);
  private static final Duration QUIET = Duration.ofMillis(25);
  private static final Set<String> FRAME = Set.of("BEGIN", "COMMIT", "ROLLBACK");

  /// A statement with its values.
  record Statement(String sql, Tuple values) {}

  private final Queue<Statement> heard = new ConcurrentLinkedQueue<>();
  private final Set<String> background = new HashSet<>(FRAME);
  private volatile long last = System.nanoTime();

  @Override
  public <R> @Nullable Object sendRequest(
      Context context,
      SpanKind kind,
      TracingPolicy policy,
      R request,
      String operation,
      BiConsumer<String, String> headers,
      TagExtractor<R> tags) {
    if (request instanceof QueryRequest query && query.tuples().size() <= 1) {
      var values = query.tuples().isEmpty() ? Tuple.tuple() : query.tuples().getFirst();
      heard.add(new Statement(query.sql(), values));
      last = System.nanoTime();
    }
    return null;
  }

  /// Learns what goes on by itself.
  void hearIdle() {
    LockSupport.parkNanos(IDLE.toNanos()); // what the last message set off is no background
    heard.clear();
    LockSupport.parkNanos(IDLE.toNanos());
    heard.forEach(each -> background.add(each.sql()));
  }

  /// What that work makes the product say to the database.
  List<Statement> during(Runnable work) {
    awaitQuiet();
    heard.clear();
    work.run();
    return heard.stream().filter(each -> !background.contains(each.sql())).toList();
  }

  private void awaitQuiet() {
    while (System.nanoTime() - last < QUIET.toNanos()) LockSupport.parkNanos(QUIET.toNanos());
  }
}
