package org.apricotdesk.config.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;

/// Which migrations a schema has seen, as one mark beside the table that lists them: at most starts
/// nothing is new, and comparing marks takes a fraction of reading and checking every migration.
///
/// The mark stands for the names and checksums of the migrations in the program's archives. Where
/// they lie in plain folders, as while developing, there is none, and everything is checked.
final class MigrationMarks {
  private static final String KEPT =
      """
      SELECT n.nspname AS schema, obj_description(c.oid, 'pg_class') AS mark
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relname = 'migration'
      """;

  private final DatabaseSettings database;
  private final Map<String, String> kept;

  MigrationMarks(DatabaseSettings database) {
    this.database = database;
    this.kept = kept(database);
  }

  private static Map<String, String> kept(DatabaseSettings database) {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(KEPT)) {
      var out = new HashMap<String, String>();
      while (rows.next()) {
        var mark = rows.getString("mark");
        if (mark != null) out.put(rows.getString("schema"), mark);
      }
      return out;
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot look at the schemas of " + database, failure);
    }
  }

  /// Whether exactly the migrations of this program were applied there.
  boolean isCurrent(String schema) {
    return mark(schema).filter(mark -> mark.equals(kept.get(schema))).isPresent();
  }

  /// Keeps that they were.
  void set(String schema) {
    mark(schema).ifPresent(mark -> set(schema, mark));
  }

  private void set(String schema, String mark) {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("COMMENT ON TABLE " + schema + ".migration IS '" + mark + "'");
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot mark the schema " + schema, failure);
    }
  }

  private static Optional<String> mark(String schema) {
    var folder = "db/" + schema;
    try {
      var migrations = new ArrayList<String>();
      var loader = Thread.currentThread().getContextClassLoader(); // Flyway's as well
      for (var place : Collections.list(loader.getResources(folder))) {
        var found = inArchive(place, folder + "/");
        if (found.isEmpty()) return Optional.empty();
        migrations.addAll(found);
      }
      Collections.sort(migrations);
      var all = String.join("\n", migrations).getBytes(StandardCharsets.UTF_8);
      return migrations.isEmpty()
          ? Optional.empty()
          : Optional.of(UUID.nameUUIDFromBytes(all).toString());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the migrations of " + schema, failure);
    }
  }

  private static List<String> inArchive(URL place, String folder) throws IOException {
    if (!(place.openConnection() instanceof JarURLConnection archive)) return List.of();
    return archive.getJarFile().stream()
        .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
        .map(MigrationMarks::described)
        .toList();
  }

  private static String described(ZipEntry migration) {
    return migration.getName() + " " + migration.getSize() + " " + migration.getCrc();
  }
}
