package org.apricotdesk.deploy.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a backup holds, its last entry.
///
/// @param format of the archive; this program reads [#FORMAT]
/// @param transaction number of the database's transaction that was read
/// @param versions the last migration of each schema
record Manifest(
    int format,
    Instant at,
    long transaction,
    Map<String, String> versions,
    List<Table> tables,
    List<Counter> counters,
    List<Attachment> attachments) {
  static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";

  /// A table's rows in the text format of `COPY`, in an order that respects foreign keys.
  record Table(String schema, String name, List<String> columns, Content content) {
    String entry() {
      return "tables/" + schema + "." + name + ".copy";
    }

    String quoted() {
      return "\"" + schema + "\".\"" + name + "\"";
    }

    /// The part of `COPY` that both directions share.
    String copied() {
      return quoted() + " (\"" + String.join("\", \"", columns) + "\")";
    }
  }

  /// Where a sequence stands.
  record Counter(String name, long value, boolean called) {}

  /// A file of the data folder.
  ///
  /// @param path below the folder of attachments, with `/`
  record Attachment(String path, Content content) {
    String entry() {
      return "media/" + path;
    }
  }

  /// @param count rows of a table, bytes of a file
  record Content(long count, String sha256) {}
}
