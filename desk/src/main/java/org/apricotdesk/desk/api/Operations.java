package org.apricotdesk.desk.api;

import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apricotdesk.desk.web.Rule;

/// What every operation of the contract does, and who may call it.
public final class Operations {
  /// One operation. Reads use the pool, writes one transaction.
  sealed interface Operation {
    Rule rule();

    /// @param subject what is read, as the audit log names it, `{name}` for what the path gives
    record Read(Rule rule, String subject, Function<Call, Answer> handler) implements Operation {}

    record Write(Rule rule, BiFunction<SqlConnection, Call, Answer> handler) implements Operation {}
  }

  private final Map<String, Operation> operations = new HashMap<>();

  /// Reading leaves a trace in the audit log.
  ///
  /// @param subject what is read, such as `tickets` or `ticket {number}`
  public Operations read(String id, String subject, Rule rule, Function<Call, Answer> handler) {
    return add(id, new Operation.Read(rule, subject, handler));
  }

  /// Done in one transaction, and once for each idempotency key.
  public Operations write(String id, Rule rule, BiFunction<SqlConnection, Call, Answer> handler) {
    return add(id, new Operation.Write(rule, handler));
  }

  private Operations add(String id, Operation operation) {
    if (operations.put(id, operation) != null)
      throw new IllegalStateException("two handlers for the operation " + id);
    return this;
  }

  Map<String, Operation> all() {
    return Map.copyOf(operations);
  }
}
