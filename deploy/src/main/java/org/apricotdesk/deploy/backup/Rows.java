package org.apricotdesk.deploy.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.apricotdesk.deploy.backup.Manifest.Content;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Rows out of a table and into it, as text that is the same for the same rows.
final class Rows {
  private static final String PLAIN =
      "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres';"
          + " SET bytea_output = 'hex'; SET extra_float_digits = 1; SET statement_timeout = 0";

  private final Connection connection;

  Rows(Connection connection) throws SQLException {
    this.connection = connection;
    try (var statement = connection.createStatement()) {
      statement.execute(PLAIN);
    }
  }

  Content read(String table, OutputStream into) throws SQLException, IOException {
    var out = Digests.over(into);
    var rows = copy().copyOut("COPY " + table + " TO STDOUT", out);
    return new Content(rows, Digests.of(out));
  }

  long write(String table, InputStream from) throws SQLException, IOException {
    return copy().copyIn("COPY " + table + " FROM STDIN", from);
  }

  private CopyManager copy() throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
