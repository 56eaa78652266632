package org.apricotdesk.deploy.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apricotdesk.deploy.service.Storage;

/// What the database itself says of our tables, within the caller's transaction.
final class Layout {
  /// The migrations' own record comes back by migrating, leases belong to running programs.
  private static final String TABLES =
      """
      SELECT n.nspname, c.relname,
             array_agg(a.attname ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '')
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE n.nspname = ANY (?) AND c.relkind = 'r' AND c.relname NOT IN ('migration', 'lease')
       GROUP BY n.nspname, c.relname
       ORDER BY n.nspname, c.relname
      """;

  private static final String REFERENCES =
      """
      SELECT DISTINCT n.nspname || '.' || c.relname, m.nspname || '.' || f.relname
        FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_class f ON f.oid = k.confrelid
        JOIN pg_namespace m ON m.oid = f.relnamespace
       WHERE k.contype = 'f' AND k.conrelid <> k.confrelid AND n.nspname = ANY (?)
      """;

  private static final String COUNTERS =
      """
      SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY (?) AND c.relkind = 'S'
       ORDER BY 1
      """;

  private final Connection connection;

  Layout(Connection connection) {
    this.connection = connection;
  }

  /// A table and its columns, without what the database computes.
  record Shape(String schema, String name, List<String> columns) {
    String key() {
      return schema + "." + name;
    }
  }

  /// Tables before those that refer to them.
  List<Shape> tables() throws SQLException {
    var found = new LinkedHashMap<String, Shape>();
    for (var shape : list(TABLES, Layout::shape)) found.put(shape.key(), shape);
    var references = new HashMap<String, Set<String>>();
    for (var pair : list(REFERENCES, row -> List.of(row.getString(1), row.getString(2)))) {
      references.computeIfAbsent(pair.getFirst(), _ -> new HashSet<>()).add(pair.getLast());
    }
    var ordered = new ArrayList<Shape>();
    found.keySet().forEach(key -> place(key, found, references, new HashSet<>(), ordered));
    return ordered;
  }

  private static void place(
      String key,
      Map<String, Shape> found,
      Map<String, Set<String>> references,
      Set<String> above,
      List<Shape> ordered) {
    var shape = found.get(key);
    if (shape == null || ordered.contains(shape) || !above.add(key)) return;
    for (var before : references.getOrDefault(key, Set.of())) {
      place(before, found, references, above, ordered);
    }
    ordered.add(shape);
  }

  List<Manifest.Counter> counters() throws SQLException {
    var counters = new ArrayList<Manifest.Counter>();
    for (var name : list(COUNTERS, row -> row.getString(1))) {
      try (var statement = connection.createStatement();
          var row = statement.executeQuery("SELECT last_value, is_called FROM " + name)) {
        row.next();
        counters.add(new Manifest.Counter(name, row.getLong(1), row.getBoolean(2)));
      }
    }
    return counters;
  }

  /// The last migration of each schema that is there.
  Map<String, String> versions() throws SQLException {
    var versions = new LinkedHashMap<String, String>();
    for (var schema : Storage.SCHEMAS) {
      if (!has(schema)) continue;
      try (var statement = connection.createStatement();
          var row = statement.executeQuery(lastMigration(schema))) {
        if (row.next()) versions.put(schema, row.getString(1));
      }
    }
    return versions;
  }

  private static String lastMigration(String schema) {
    return """
    SELECT version FROM %s.migration
     WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1
    """
        .formatted(schema);
  }

  boolean isEmpty() throws SQLException {
    return Storage.SCHEMAS.stream().noneMatch(this::has);
  }

  private boolean has(String schema) {
    try (var statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      statement.setString(1, schema + ".migration");
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new BackupException("cannot look at the database", e);
    }
  }

  long transaction() throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Shape shape(ResultSet row) throws SQLException {
    var columns = (String[]) row.getArray(3).getArray();
    return new Shape(row.getString(1), row.getString(2), List.of(columns));
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String query, Reading<T> reading) throws SQLException {
    var schemas = connection.createArrayOf("text", Storage.SCHEMAS.toArray());
    try (var statement = connection.prepareStatement(query)) {
      statement.setArray(1, schemas);
      var found = Stream.<T>builder();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) found.add(reading.of(rows));
      }
      return found.build().toList();
    }
  }
}
