package org.apricotdesk.desk.wording;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apricotdesk.desk.staff.PersonId;

/// Wordings as PostgreSQL keeps them; an empty text stands for the built-in one.
final class WordingStore {
  private static final String ALL =
      "SELECT name, language, text, version, changed_by, changed_at FROM desk.wording";

  private static final String REVISION = "SELECT value FROM desk.revision WHERE name = 'wording'";

  private static final String MOVED =
      "UPDATE desk.revision SET value = value + 1 WHERE name = 'wording'";

  private static final String SAVE =
      """
      INSERT INTO desk.wording (name, language, text, version, changed_by, changed_at)
      VALUES ($1, $2, $3, $4 + 1, $5, $6)
      ON CONFLICT (name, language) DO UPDATE
        SET text = excluded.text, version = excluded.version, changed_by = excluded.changed_by,
            changed_at = excluded.changed_at
        WHERE desk.wording.version = $4
      """;

  private final SqlClient sql;

  WordingStore(SqlClient sql) {
    this.sql = sql;
  }

  long revision() {
    return sql.query(REVISION).execute().await().iterator().next().getLong("value");
  }

  List<Wording> all() {
    return sql.query(ALL).execute().await().stream().map((Row row) -> wording(row)).toList();
  }

  /// @param read the version the writer looked at
  /// @return false if it has moved on
  boolean save(String name, String language, String text, int read, PersonId by, Instant now) {
    var values = Tuple.of(name, language, text, read, by.value(), now.atOffset(ZoneOffset.UTC));
    var saved = sql.preparedQuery(SAVE).execute(values).await().rowCount() == 1;
    if (saved) sql.query(MOVED).execute().await();
    return saved;
  }

  private static Wording wording(Row row) {
    return new Wording(
        row.getString("name"),
        row.getString("language"),
        row.getString("text"),
        row.getInteger("version"),
        new PersonId(row.getString("changed_by")),
        row.getOffsetDateTime("changed_at").toInstant());
  }
}
