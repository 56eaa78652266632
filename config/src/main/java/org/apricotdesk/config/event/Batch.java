package org.apricotdesk.config.event;

import io.vertx.sqlclient.Row;
import java.util.List;

/// What a listener found behind its place.
///
/// @param asked whether something is to be heard again that was put aside
/// @param settled the events it may hear now, in order
/// @param unsettled whether there are more that may still get something before them
/// @param end where it stands when it has heard all of them
record Batch(boolean asked, List<Event> settled, boolean unsettled, Mark end) {
  /// A place in the log.
  ///
  /// @param tx a transaction number, as text
  record Mark(String tx, long position) {}

  Batch {
    settled = List.copyOf(settled);
  }

  /// @param rows at least one, with events or with the horizon alone
  /// @param most how many events were asked for
  static Batch of(List<Row> rows, int most) {
    var found = rows.stream().filter(row -> row.getLong("position") != null).toList();
    var settled = found.stream().filter(row -> row.getBoolean("settled")).toList();
    var events = settled.stream().map(EventLog::event).toList();
    var end =
        found.size() < most || settled.isEmpty()
            ? new Mark(rows.getFirst().getString("horizon"), 0)
            : mark(settled.getLast());
    return new Batch(
        rows.getFirst().getBoolean("asked"), events, settled.size() < found.size(), end);
  }

  private static Mark mark(Row row) {
    return new Mark(row.getString("tx"), row.getLong("position"));
  }
}
