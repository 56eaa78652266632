package org.apricotdesk.desk.catalogue;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Writes one kind of work that somebody added or changed by hand, within the caller's transaction.
/// The group it belongs to must be there; codes never change.
public final class CatalogueEdit {
  private static final String PUT =
      """
      INSERT INTO desk.category
        (code, level, parent, name, path, keywords, team, squad, speciality, default_priority,
         asset_type, around_the_clock, request, retired_at, successor, position)
      SELECT $1, 3, parent.code, $2, parent.path || '/' || $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
             $12, (SELECT max(position) + 1 FROM desk.category)
        FROM desk.category parent
       WHERE parent.code = $13
      ON CONFLICT (code) DO UPDATE
        SET name = excluded.name, path = excluded.path, keywords = excluded.keywords,
            team = excluded.team, squad = excluded.squad, speciality = excluded.speciality,
            default_priority = excluded.default_priority, asset_type = excluded.asset_type,
            around_the_clock = excluded.around_the_clock, request = excluded.request,
            retired_at = CASE WHEN excluded.retired_at IS NULL THEN NULL
                              ELSE coalesce(category.retired_at, excluded.retired_at) END,
            successor = excluded.successor
      """;

  private static final String MOVED =
      "UPDATE desk.revision SET value = value + 1 WHERE name = 'catalogue'";

  private final SqlConnection tx;

  public CatalogueEdit(SqlConnection tx) {
    this.tx = tx;
  }

  /// @return false if there is no group its code could belong to
  public boolean put(Category c, Instant now) {
    var code = c.code().value();
    var row =
        Tuple.tuple()
            .addString(code)
            .addString(c.name())
            .addArrayOfString(List.copyOf(c.keywords()).toArray(String[]::new))
            .addString(c.team().value())
            .addString(c.squad())
            .addString(c.speciality())
            .addString(c.defaultPriority().name())
            .addString(c.assetType())
            .addBoolean(c.aroundTheClock())
            .addBoolean(c.request())
            .addValue(c.retired() ? now.atOffset(ZoneOffset.UTC) : null)
            .addValue(c.successor().map(CategoryCode::value).orElse(null))
            .addString(code.substring(0, code.lastIndexOf('.')));
    var written = tx.preparedQuery(PUT).execute(row).await().rowCount() > 0;
    tx.query(MOVED).execute().await();
    return written;
  }
}
