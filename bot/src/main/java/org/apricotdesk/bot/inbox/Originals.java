package org.apricotdesk.bot.inbox;

import io.vertx.sqlclient.SqlConnection;

/// Keeps what a message said before it was masked: sealed, and for a short time only.
@FunctionalInterface
public interface Originals {
  void keep(SqlConnection tx, String message, String original);
}
