package org.apricotdesk.desk.ticket.web;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.apricotdesk.desk.staff.PersonId;

/// The filters of the queue that people keep under a name, each for themselves.
public final class SavedFilters {
  private static final int MOST = 12;

  private static final String OF =
      "SELECT name, query FROM desk.saved_filter WHERE person = $1 ORDER BY saved_at, name";

  private static final String SAVE =
      """
      INSERT INTO desk.saved_filter (person, name, query)
      SELECT $1, $2, $3
       WHERE (SELECT count(*) FROM desk.saved_filter WHERE person = $1 AND name <> $2) < $4
      ON CONFLICT (person, name) DO UPDATE SET query = excluded.query
      """;

  private static final String REMOVE =
      "DELETE FROM desk.saved_filter WHERE person = $1 AND name = $2";

  private final SqlClient sql;

  SavedFilters(SqlClient sql) {
    this.sql = sql;
  }

  /// @param query as [QueueFilter#query] gives it
  public record Saved(String name, String query) {}

  List<Saved> of(PersonId person) {
    return sql.preparedQuery(OF).execute(Tuple.of(person.value())).await().stream()
        .map(row -> new Saved(row.getString("name"), row.getString("query")))
        .toList();
  }

  /// @return false if the person has as many as one may have
  boolean save(PersonId person, String name, QueueFilter filter) {
    var row = Tuple.of(person.value(), name, filter.query(), MOST);
    return sql.preparedQuery(SAVE).execute(row).await().rowCount() > 0;
  }

  void remove(PersonId person, String name) {
    sql.preparedQuery(REMOVE).execute(Tuple.of(person.value(), name)).await();
  }
}
