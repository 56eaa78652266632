package org.apricotdesk.deploy.bench;

import io.vertx.core.Context;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.tracing.QueryRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Listens in on the database client and notes which statements each message takes. What a message
/// does is told from what goes on besides by its context, which each callback has of its own.
final class Recorder implements VertxTracer<Object, Object> {
  private static final String MARK = "INSERT INTO bot.inbox";

  /// A statement with its values.
  record Statement(String sql, Tuple values) {}

  private record Heard(Context by, Statement statement) {}

  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();

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
      heard.add(new Heard(context, new Statement(query.sql(), values)));
    }
    return null;
  }

  /// One list for each message, in the order in which they came.
  List<List<Statement>> messages() {
    var byContext = new LinkedHashMap<Context, List<Statement>>();
    for (var each : heard) {
      byContext.computeIfAbsent(each.by(), _ -> new ArrayList<>()).add(each.statement());
    }
    return byContext.values().stream()
        .filter(statements -> statements.stream().anyMatch(each -> each.sql().contains(MARK)))
        .map(List::copyOf)
        .toList();
  }
}
