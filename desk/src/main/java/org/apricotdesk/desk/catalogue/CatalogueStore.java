package org.apricotdesk.desk.catalogue;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;

/// The catalogue as PostgreSQL keeps it.
final class CatalogueStore {
  private static final String REVISION = "SELECT value FROM desk.revision WHERE name = 'catalogue'";

  private static final String LEAVES =
      """
      SELECT code, name, path, keywords, team, squad, speciality, default_priority, asset_type,
             around_the_clock, request, retired_at, successor
        FROM desk.category
       WHERE level = 3
       ORDER BY position, code
      """;

  private static final String GROUPS =
      "SELECT code, name FROM desk.category WHERE level < 3 ORDER BY position, code";

  private final SqlClient sql;

  CatalogueStore(SqlClient sql) {
    this.sql = sql;
  }

  long revision() {
    return sql.preparedQuery(REVISION).execute().await().iterator().next().getLong("value");
  }

  List<Category> leaves() {
    return sql.preparedQuery(LEAVES).execute().await().stream()
        .map(CatalogueStore::category)
        .toList();
  }

  Map<CategoryCode, String> groups() {
    var groups = new LinkedHashMap<CategoryCode, String>();
    for (var row : sql.preparedQuery(GROUPS).execute().await())
      groups.put(new CategoryCode(row.getString("code")), row.getString("name"));
    return groups;
  }

  private static Category category(Row row) {
    return new Category(
        new CategoryCode(row.getString("code")),
        row.getString("name"),
        row.getString("path"),
        List.of(row.getArrayOfStrings("keywords")),
        new TeamId(row.getString("team")),
        row.getString("squad"),
        row.getString("speciality"),
        Priority.valueOf(row.getString("default_priority")),
        row.getString("asset_type"),
        row.getBoolean("around_the_clock"),
        row.getBoolean("request"),
        row.getValue("retired_at") != null,
        Optional.ofNullable(row.getString("successor")).map(CategoryCode::new));
  }
}
