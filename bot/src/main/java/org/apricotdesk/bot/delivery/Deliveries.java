package org.apricotdesk.bot.delivery;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.Database;

/// What is to be told, and what became of it.
public final class Deliveries {
  private static final String ADD =
      """
      INSERT INTO bot.delivery (key, address, purpose, ticket, rank, fold, body, due_at, created_at)
      SELECT d->>'key', d->>'address', d->>'purpose', (d->>'ticket')::bigint, (d->>'rank')::int,
             d->>'fold', d->'body', (d->>'due')::timestamptz, $2
        FROM jsonb_array_elements($1) WITH ORDINALITY AS _(d, n)
       ORDER BY n
          ON CONFLICT (key) DO NOTHING
      """;

  /// The channel on which the senders of all instances are woken.
  public static final String CHANNEL = "bot_delivery";

  private static final String OVERTAKE =
      """
      UPDATE bot.delivery
         SET state = 'folded', settled_at = $3
       WHERE ticket = $1 AND purpose = ANY($2) AND state IN ('due', 'unknown')
      """;

  private static final String OVERTAKE_THERE =
      """
      UPDATE bot.delivery
         SET state = 'folded', settled_at = $3
       WHERE address = $1 AND purpose = $2 AND state = 'due'
      """;

  private static final String ARRIVED =
      """
      UPDATE bot.delivery
         SET state = 'sent', trouble = NULL
       WHERE (state = 'unknown' OR (state = 'due' AND doubted_at IS NOT NULL))
         AND body->>'task' = $1
      """;

  private static final String REACHED =
      """
      SELECT EXISTS (SELECT 1 FROM bot.delivery
                      WHERE ticket = $1 AND address = $2 AND purpose = ANY($3)
                        AND state IN ('sending', 'sent', 'unknown')) AS reached
      """;

  private static final String WAITS =
      """
      SELECT EXISTS (SELECT FROM bot.delivery
                      WHERE state = 'due' AND address = $1 AND purpose = $2) AS waits
      """;

  private static final String TROUBLED =
      """
      SELECT id, key, address, purpose, ticket, state, attempts, created_at, trouble
        FROM bot.delivery
       WHERE state IN ('unknown', 'dead') AND id < $1
       ORDER BY id DESC
       LIMIT $2
      """;

  private static final String RETRY =
      """
      UPDATE bot.delivery
         SET state = 'due', due_at = $2, trouble = NULL, settled_at = NULL, doubted_at = NULL
       WHERE id = $1 AND state = 'dead'
      """;

  private static final String TRIM =
      """
      DELETE FROM bot.delivery
       WHERE id IN (SELECT id FROM bot.delivery
                     WHERE settled_at < $1 AND state NOT IN ('due', 'sending')
                     ORDER BY settled_at
                     LIMIT $2
                       FOR UPDATE SKIP LOCKED)
      """;

  private final Database database;
  private final Clock clock;

  public Deliveries(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Keeps them to be sent, as part of the caller's transaction, and wakes the senders after it.
  public void add(SqlConnection tx, Collection<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    var rows = new JsonArray();
    deliveries.forEach(delivery -> rows.add(row(delivery)));
    Database.unawaited(tx.preparedQuery(ADD).execute(Tuple.of(rows, now())));
    database.bell().ringAfter(tx, CHANNEL, "");
  }

  /// Drops what waits for this ticket with these purposes, or may not have arrived: events have
  /// overtaken it.
  public void overtake(SqlClient tx, long ticket, String... purposes) {
    tx.preparedQuery(OVERTAKE).execute(Tuple.of(ticket, purposes, now())).await();
  }

  /// Drops what waits for this recipient with that purpose.
  public void overtake(SqlClient tx, Address to, String purpose) {
    tx.preparedQuery(OVERTAKE_THERE).execute(Tuple.of(to.code(), purpose, now())).await();
  }

  /// Whether something about this ticket with one of these purposes was sent there.
  public boolean reached(SqlClient sql, long ticket, Address to, String... purposes) {
    var values = Tuple.of(ticket, to.code(), purposes);
    var rows = sql.preparedQuery(REACHED).execute(values).await();
    return rows.iterator().next().getBoolean("reached");
  }

  /// Whether something with that purpose waits to be sent there.
  public boolean waits(SqlClient sql, Address to, String purpose) {
    var rows = sql.preparedQuery(WAITS).execute(Tuple.of(to.code(), purpose)).await();
    return rows.iterator().next().getBoolean("waits");
  }

  /// Somebody tapped the card, so it did arrive.
  public void arrived(SqlClient tx, String taskId) {
    tx.preparedQuery(ARRIVED).execute(Tuple.of(taskId)).await();
  }

  /// What could not be sent, or may not have been, newest first; pages by id.
  public List<Troubled> troubled(SqlClient sql, long before, int limit) {
    var found = new ArrayList<Troubled>();
    for (var row : sql.preparedQuery(TROUBLED).execute(Tuple.of(before, limit)).await()) {
      found.add(troubled(row));
    }
    return found;
  }

  /// Puts a dead letter back in line; false if there is none of that id.
  public boolean retry(SqlClient sql, long id) {
    return sql.preparedQuery(RETRY).execute(Tuple.of(id, now())).await().rowCount() == 1;
  }

  /// Forgets what was settled before then; says how many.
  public int trim(SqlClient sql, Instant before, int most) {
    var row = Tuple.of(before.atOffset(ZoneOffset.UTC), most);
    return sql.preparedQuery(TRIM).execute(row).await().rowCount();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static JsonObject row(Delivery delivery) {
    return new JsonObject()
        .put("key", delivery.key())
        .put("address", delivery.to().code())
        .put("purpose", delivery.purpose())
        .put("ticket", delivery.ticket().orElse(null))
        .put("rank", delivery.rank())
        .put("fold", delivery.fold().orElse(null))
        .put("body", delivery.body())
        .put("due", delivery.due().toString());
  }

  private static Troubled troubled(Row row) {
    return new Troubled(
        row.getLong("id"),
        row.getString("key"),
        row.getString("address"),
        row.getString("purpose"),
        Optional.ofNullable(row.getLong("ticket")),
        row.getString("state"),
        row.getInteger("attempts"),
        row.getOffsetDateTime("created_at").toInstant(),
        Optional.ofNullable(row.getString("trouble")));
  }

  /// A delivery that needs somebody to look at it.
  public record Troubled(
      long id,
      String key,
      String address,
      String purpose,
      Optional<Long> ticket,
      String state,
      int attempts,
      Instant created,
      Optional<String> trouble) {}
}
