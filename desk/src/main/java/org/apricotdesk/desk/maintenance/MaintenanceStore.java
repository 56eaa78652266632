package org.apricotdesk.desk.maintenance;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.fact.Facts;

/// Planned work as PostgreSQL keeps it.
final class MaintenanceStore {
  private static final String NUMBER = "SELECT nextval('desk.maintenance_number') AS number";

  private static final String SAVE =
      """
      INSERT INTO desk.maintenance (number, state, begins_at, over_at, work)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (number) DO UPDATE
         SET state = excluded.state, over_at = excluded.over_at, work = excluded.work
      """;

  private static final String FIND = "SELECT work FROM desk.maintenance WHERE number = $1";

  private static final String LOCK = FIND + " FOR UPDATE";

  private static final String PAGE =
      """
      SELECT work
        FROM desk.maintenance
       WHERE number < $1 AND (state IN ('announced', 'ended') OR $2)
       ORDER BY number DESC
       LIMIT $3
      """;

  private static final String ANNOUNCED =
      """
      SELECT work FROM desk.maintenance WHERE state = 'announced' ORDER BY begins_at LIMIT 100
      """;

  /// One that nobody has ended goes on.
  private static final String BETWEEN =
      """
      SELECT work
        FROM desk.maintenance
       WHERE state IN ('announced', 'ended') AND begins_at < $2
         AND (state = 'announced' OR over_at > $1)
       ORDER BY begins_at
      """;

  private final SqlClient sql;

  MaintenanceStore(SqlClient sql) {
    this.sql = sql;
  }

  long nextNumber() {
    return sql.query(NUMBER).execute().await().iterator().next().getLong("number");
  }

  void save(Work work) {
    var over = work.ended().orElse(work.plan().until());
    sql.preparedQuery(SAVE)
        .execute(
            Tuple.of(
                work.number(),
                work.state().code(),
                utc(work.plan().from()),
                utc(over),
                Facts.of(work)))
        .await();
  }

  Optional<Work> find(long number) {
    return all(FIND, Tuple.of(number)).stream().findFirst();
  }

  Optional<Work> lock(long number) {
    return all(LOCK, Tuple.of(number)).stream().findFirst();
  }

  /// @param unannounced with what was only asked for, or withdrawn
  List<Work> page(long before, boolean unannounced, int limit) {
    return all(PAGE, Tuple.of(before, unannounced, limit));
  }

  List<Work> announced() {
    return all(ANNOUNCED, Tuple.tuple());
  }

  List<Work> between(Instant from, Instant to) {
    return all(BETWEEN, Tuple.of(utc(from), utc(to)));
  }

  private List<Work> all(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map(MaintenanceStore::work)
        .toList();
  }

  private static Work work(Row row) {
    return Facts.read(row.getJsonObject("work"), Work.class);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
