package org.apricotdesk.desk.staff;

import io.vertx.sqlclient.SqlConnection;

/// Whoever loads a register, and gives roles by it.
@FunctionalInterface
public interface Giver {
  /// Whether they may; the operator always may.
  default boolean may(Giving giving) {
    return true;
  }

  /// Writes down what they gave, with the register itself.
  void gave(SqlConnection tx, Giving giving);
}
