package org.apricotdesk.config.event;

import io.vertx.sqlclient.SqlConnection;

/// Hears of each event at least once, in the order of the log, after it was committed.
@FunctionalInterface
public interface Listener {
  /// @param tx the transaction in which the listener's place is moved on: what is written through
  ///     it happens exactly once
  void on(SqlConnection tx, Event event);
}
