package org.apricotdesk.desk.audit;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.PersonId;

/// The audit log.
///
/// Writing is one insert. Shortly after, [#seal] hashes what was added together with the seal
/// before, so whoever changes or removes a row later breaks the chain; [#verify] finds the place.
public final class Audit {
  private static final int BATCH = 1000;

  private static final String RECORD =
      "INSERT INTO desk.audit (at, actor, action, object, detail) VALUES ($1, $2, $3, $4, $5)";

  private static final String LAST_SEAL =
      "SELECT number, tx::text AS tx, position, rows, hash FROM desk.audit_seal ORDER BY number DESC LIMIT 1";

  private static final String SEALS =
      """
      SELECT number, tx::text AS tx, position, rows, hash
        FROM desk.audit_seal WHERE number > $1 ORDER BY number LIMIT 100
      """;

  private static final String NEXT =
      """
      SELECT position, tx::text AS tx, at, actor, action, object, detail::text AS detail
        FROM desk.audit
       WHERE (tx, position) > ($1::text::xid8, $2)
         AND tx < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY tx, position
       LIMIT $3
      """;

  private static final String BETWEEN =
      """
      SELECT position, tx::text AS tx, at, actor, action, object, detail::text AS detail
        FROM desk.audit
       WHERE (tx, position) > ($1::text::xid8, $2) AND (tx, position) <= ($3::text::xid8, $4)
       ORDER BY tx, position
      """;

  private static final String SEAL =
      """
      INSERT INTO desk.audit_seal (number, tx, position, rows, hash)
      VALUES ($1, $2::text::xid8, $3, $4, $5)
      """;

  private static final String OF =
      """
      SELECT at, actor, action, object, detail::text AS detail
        FROM desk.audit WHERE object = $1 ORDER BY position DESC LIMIT $2
      """;

  private static final String PAGE =
      """
      SELECT position, at, actor, action, object, detail::text AS detail
        FROM desk.audit
       WHERE position < $1 AND ($2 = '' OR actor = $2) AND ($3 = '' OR object = $3)
       ORDER BY position DESC
       LIMIT $4
      """;

  private final Database database;
  private final Clock clock;

  public Audit(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What somebody did.
  ///
  /// @param object such as `ticket 1024`
  public record Entry(Instant at, String actor, String action, String object, JsonObject detail) {}

  /// Records something somebody did, within the caller's transaction or by itself.
  ///
  /// @param detail ids and numbers only, never what people wrote
  public void record(
      SqlClient sql, PersonId actor, String action, String object, JsonObject detail) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    sql.preparedQuery(RECORD).execute(Tuple.of(now, actor.value(), action, object, detail)).await();
  }

  /// What was done to something, newest first.
  public List<Entry> of(String object, int limit) {
    return database.pool().preparedQuery(OF).execute(Tuple.of(object, limit)).await().stream()
        .map(Audit::entry)
        .toList();
  }

  /// A page of the log, newest first.
  ///
  /// @param actor who did it; blank for everybody
  /// @param object such as `ticket 1024`; blank for everything
  /// @param before the position of the last line of the page before
  public List<Line> page(String actor, String object, long before, int limit) {
    var values = Tuple.of(before, actor, object, limit);
    return database.pool().preparedQuery(PAGE).execute(values).await().stream()
        .map(row -> new Line(row.getLong("position"), entry(row)))
        .toList();
  }

  /// @param position its place in the log
  public record Line(long position, Entry entry) {}

  /// Seals what was added since the last seal. One instance at a time does it.
  ///
  /// @return how many rows were sealed
  public int seal() {
    return database.inTransaction(this::seal);
  }

  private int seal(SqlConnection tx) {
    var last = last(tx);
    var rows = tx.preparedQuery(NEXT).execute(Tuple.of(last.tx(), last.position(), BATCH)).await();
    if (rows.size() == 0) return 0;
    var chain = new Chain(last.hash());
    var end = last;
    for (var row : rows) {
      chain.add(text(row));
      end = new Seal(last.number() + 1, row.getString("tx"), row.getLong("position"), 0, "");
    }
    tx.preparedQuery(SEAL)
        .execute(Tuple.of(end.number(), end.tx(), end.position(), rows.size(), chain.hash()))
        .await();
    return rows.size();
  }

  /// The first seal that does not fit what is there now; empty if nothing was tampered with.
  public Optional<Long> verify() {
    var sql = database.pool();
    var before = Seal.NONE;
    while (true) {
      var seals =
          sql.preparedQuery(SEALS).execute(Tuple.of(before.number())).await().stream()
              .map(Audit::seal)
              .toList();
      if (seals.isEmpty()) return Optional.empty();
      for (var seal : seals) {
        if (!fits(sql, before, seal)) return Optional.of(seal.number());
        before = seal;
      }
    }
  }

  private static boolean fits(SqlClient sql, Seal before, Seal seal) {
    if (seal.number() != before.number() + 1) return false;
    var range = Tuple.of(before.tx(), before.position(), seal.tx(), seal.position());
    var rows = sql.preparedQuery(BETWEEN).execute(range).await();
    var chain = new Chain(before.hash());
    rows.forEach(row -> chain.add(text(row)));
    return rows.size() == seal.rows() && chain.hash().equals(seal.hash());
  }

  /// @param tx transaction of the last row it covers, with its `position`
  private record Seal(long number, String tx, long position, int rows, String hash) {
    static final Seal NONE = new Seal(0, "0", 0, 0, "");
  }

  private static Seal last(SqlClient sql) {
    return sql.preparedQuery(LAST_SEAL).execute().await().stream()
        .findFirst()
        .map(Audit::seal)
        .orElse(Seal.NONE);
  }

  private static Seal seal(Row row) {
    return new Seal(
        row.getLong("number"),
        row.getString("tx"),
        row.getLong("position"),
        row.getInteger("rows"),
        row.getString("hash"));
  }

  private static Entry entry(Row row) {
    return new Entry(
        at(row).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("object"),
        new JsonObject(row.getString("detail")));
  }

  private static OffsetDateTime at(Row row) {
    return row.getOffsetDateTime("at").withOffsetSameInstant(ZoneOffset.UTC);
  }

  private static String text(Row row) {
    return String.join(
        "\n",
        "" + row.getLong("position"),
        at(row).toString(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("object"),
        row.getString("detail"));
  }
}
