package org.apricotdesk.deploy.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apricotdesk.config.database.DatabaseSettings;
import org.apricotdesk.config.database.EmbeddedPostgres;
import org.apricotdesk.config.settings.Secret;
import org.apricotdesk.config.settings.Settings;

/// Whether the database answers and is fit: an outside one, or our own, which is started and left
/// again. Where there are no data yet, our own is tried in a temporary folder.
record DatabaseCheck(Settings settings) {
  private static final int OLDEST = 16;

  List<String> problems() {
    return settings.database().url().map(Secret::reveal).map(this::outside).orElseGet(this::own);
  }

  private List<String> own() {
    var data = settings.dataDir();
    if (Files.isDirectory(data.resolve("postgres"))) return started(data);
    try {
      var trial = Files.createTempDirectory("apricot-check-");
      try {
        return started(trial);
      } finally {
        delete(trial);
      }
    } catch (IOException e) {
      return List.of("database: cannot try PostgreSQL in a temporary folder: " + e.getMessage());
    }
  }

  private List<String> started(Path data) {
    try (var server = EmbeddedPostgres.start(data)) {
      return outside(server.url());
    } catch (RuntimeException e) {
      var advice = ". Mend that, or set database.url to a PostgreSQL of yours";
      return List.of("database: our own PostgreSQL does not start: " + e.getMessage() + advice);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  private List<String> outside(String url) {
    var database = new DatabaseSettings(url, settings.database().poolSize());
    try (var connection = database.connect()) {
      return fitness(connection);
    } catch (SQLException | RuntimeException e) {
      return List.of("database.url: cannot connect to " + database + ": " + e.getMessage());
    }
  }

  private List<String> fitness(Connection connection) throws SQLException {
    var problems = new ArrayList<String>();
    var version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      problems.add("database.url: PostgreSQL " + version + " is too old, at least 16 is needed");
    }
    if (!ask(connection, "SELECT current_setting('server_encoding') = 'UTF8'")) {
      problems.add("database.url: the database is not in UTF8");
    }
    if (!ask(connection, "SELECT has_database_privilege(current_database(), 'CREATE')")) {
      problems.add("database.url: this user may not create schemas: GRANT CREATE ON DATABASE");
    }
    var pool = settings.database().poolSize();
    if (!ask(connection, "SELECT current_setting('max_connections')::int > " + (pool + 3))) {
      problems.add("database.pool-size: " + pool + " is more than the server's max_connections");
    }
    return problems;
  }

  private static boolean ask(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(question)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
