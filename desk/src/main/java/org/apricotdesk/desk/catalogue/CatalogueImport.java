package org.apricotdesk.desk.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.catalogue.CatalogueFile.Node;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.desk.staff.ImportReport.Counting;
import org.apricotdesk.desk.staff.ImportReport.Happened;
import org.apricotdesk.desk.staff.People;

/// Loads a catalogue, all of it or nothing.
///
/// A code the new file no longer has is retired, never deleted: old tickets keep it.
public final class CatalogueImport {
  private static final String UPSERT =
      """
      INSERT INTO desk.category AS old
        (code, level, parent, name, path, keywords, team, squad, speciality, default_priority,
         asset_type, around_the_clock, request, successor, position)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      ON CONFLICT (code) DO UPDATE
        SET name = excluded.name, path = excluded.path, keywords = excluded.keywords,
            team = excluded.team, squad = excluded.squad, speciality = excluded.speciality,
            default_priority = excluded.default_priority, asset_type = excluded.asset_type,
            around_the_clock = excluded.around_the_clock, request = excluded.request,
            successor = excluded.successor, position = excluded.position, retired_at = NULL
        WHERE old.* IS DISTINCT FROM excluded.*
      RETURNING (xmax = 0) AS added
      """;

  private static final String RETIRE =
      """
      UPDATE desk.category SET retired_at = $2
       WHERE retired_at IS NULL AND NOT code = ANY($1)
      """;

  private static final String MOVED =
      "UPDATE desk.revision SET value = value + 1 WHERE name = 'catalogue'";

  private final Database database;
  private final People people;
  private final Catalogue catalogue;
  private final Clock clock;

  public CatalogueImport(Database database, People people, Catalogue catalogue, Clock clock) {
    this.database = database;
    this.people = people;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /// @param json the text of a `catalogue.json`
  public ImportReport load(String json) {
    CatalogueFile file;
    try {
      file = CatalogueFile.read(json);
    } catch (JsonProcessingException failure) {
      return ImportReport.refusing("file", "json", failure.getOriginalMessage());
    }
    var counting = new Counting();
    new CatalogueCheck(file, people, counting).run();
    if (counting.problems().isEmpty())
      database.inTransaction(
          tx -> {
            store(tx, file, counting);
            return counting;
          });
    catalogue.refresh();
    return counting.report();
  }

  private void store(SqlConnection tx, CatalogueFile file, Counting counting) {
    var nodes = file.nodes().stream().sorted(Comparator.comparingInt(Node::level)).toList();
    var names = nodes.stream().collect(Collectors.toMap(Node::code, Node::name));
    for (var i = 0; i < nodes.size(); i++) {
      var rows = tx.preparedQuery(UPSERT).execute(values(nodes.get(i), i, names)).await();
      counting.count(
          "category",
          rows.size() == 0
              ? Happened.UNCHANGED
              : rows.iterator().next().getBoolean("added") ? Happened.ADDED : Happened.CHANGED);
    }
    var kept = nodes.stream().map(Node::code).toArray(String[]::new);
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var retired = tx.preparedQuery(RETIRE).execute(Tuple.of(kept, now)).await().rowCount();
    for (var i = 0; i < retired; i++) counting.count("retired", Happened.CHANGED);
    tx.query(MOVED).execute().await();
  }

  private static Tuple values(Node node, int position, java.util.Map<String, String> names) {
    var values = Tuple.tuple();
    values.addString(node.code()).addInteger(node.level());
    values.addValue(node.parent().orElse(null));
    values.addString(node.name()).addString(path(node, names));
    values.addArrayOfString(node.keywords().toArray(String[]::new));
    values.addValue(node.team().orElse(null)).addValue(node.squad().orElse(null));
    values.addValue(node.speciality().orElse(null));
    values.addValue(node.defaultPriority().orElse(null));
    values.addValue(node.assetType().orElse(null));
    values.addBoolean(node.aroundTheClock());
    values.addBoolean(node.ticketType().filter("request"::equals).isPresent());
    values.addValue(node.successor().orElse(null)).addInteger(position);
    return values;
  }

  private static String path(Node node, java.util.Map<String, String> names) {
    return node.path()
        .orElseGet(
            () -> node.parent().map(parent -> names.get(parent) + "/").orElse("") + node.name());
  }
}
