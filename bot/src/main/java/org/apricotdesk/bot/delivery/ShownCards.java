package org.apricotdesk.bot.delivery;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.Database;

/// The cards people were shown, so that a tap counts only on the card, and by the person, it was
/// meant for.
public final class ShownCards {
  private static final String ADD =
      """
      INSERT INTO bot.card (task_id, address, kind, ticket, facts, created_at)
      SELECT c->>'task', c->>'address', c->>'kind', (c->>'ticket')::bigint, c->'facts', $2
        FROM jsonb_array_elements($1) AS c
          ON CONFLICT (task_id) DO NOTHING
      """;

  private static final String TAPPED =
      """
      UPDATE bot.card
         SET response_code = coalesce($2, response_code)
       WHERE task_id = $1
      RETURNING task_id, address, kind, ticket, facts
      """;

  private static final String REMEMBER =
      """
      UPDATE bot.card SET facts = facts || $2 WHERE task_id = $1
      """;

  private static final String OF_TICKET =
      """
      SELECT task_id, address, kind, ticket, facts
        FROM bot.card
       WHERE ticket = $1 AND kind = $2
      """;

  private static final String KEEP_CODE =
      """
      UPDATE bot.card SET response_code = $2 WHERE task_id = $1
      """;

  private static final String USE_CODE =
      """
      WITH before AS (SELECT task_id, response_code FROM bot.card WHERE task_id = $1 FOR UPDATE)
      UPDATE bot.card c
         SET response_code = NULL
        FROM before
       WHERE c.task_id = before.task_id
      RETURNING before.response_code AS code
      """;

  private final Clock clock;

  public ShownCards(Clock clock) {
    this.clock = clock;
  }

  /// The id of the card that goes with a delivery: the same key gives the same card.
  public static String taskId(String deliveryKey) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      var digest = hash.digest(deliveryKey.getBytes(StandardCharsets.UTF_8));
      return "c-" + HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  public void add(SqlClient tx, Collection<ShownCard> cards) {
    if (cards.isEmpty()) {
      return;
    }
    var rows = new JsonArray();
    cards.forEach(card -> rows.add(row(card)));
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    Database.unawaited(tx.preparedQuery(ADD).execute(Tuple.of(rows, now)));
  }

  /// Somebody tapped it; keeps the fresh right to change it. Empty if no such card was ever shown.
  public Optional<ShownCard> tapped(SqlClient tx, String taskId, Optional<String> responseCode) {
    var tap = Tuple.of(taskId, responseCode.orElse(null));
    return first(tx, TAPPED, tap);
  }

  /// Adds to what is known about a card.
  public void remember(SqlClient tx, String taskId, JsonObject facts) {
    tx.preparedQuery(REMEMBER).execute(Tuple.of(taskId, facts)).await();
  }

  public List<ShownCard> of(SqlClient sql, long ticket, String kind) {
    var cards = new ArrayList<ShownCard>();
    for (var row : sql.preparedQuery(OF_TICKET).execute(Tuple.of(ticket, kind)).await()) {
      cards.add(card(row));
    }
    return cards;
  }

  /// WeCom gave the right to change this card once.
  public void keepCode(SqlClient sql, String taskId, String code) {
    sql.preparedQuery(KEEP_CODE).execute(Tuple.of(taskId, code)).await();
  }

  /// Takes the right to change this card; it works once. Empty if there is none.
  public Optional<String> useCode(SqlClient sql, String taskId) {
    for (var row : sql.preparedQuery(USE_CODE).execute(Tuple.of(taskId)).await()) {
      return Optional.ofNullable(row.getString("code"));
    }
    return Optional.empty();
  }

  private static Optional<ShownCard> first(SqlClient sql, String query, Tuple values) {
    for (var row : sql.preparedQuery(query).execute(values).await()) {
      return Optional.of(card(row));
    }
    return Optional.empty();
  }

  private static JsonObject row(ShownCard card) {
    return new JsonObject()
        .put("task", card.taskId())
        .put("address", card.to().code())
        .put("kind", card.kind())
        .put("ticket", card.ticket().orElse(null))
        .put("facts", card.facts());
  }

  private static ShownCard card(Row row) {
    return new ShownCard(
        row.getString("task_id"),
        Address.of(row.getString("address")),
        row.getString("kind"),
        Optional.ofNullable(row.getLong("ticket")),
        row.getJsonObject("facts"));
  }
}
