package org.apricotdesk.bot.inbox;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.time.Duration;
import org.apricotdesk.config.database.NoConnectionException;
import org.jspecify.annotations.Nullable;

/// Tells failures of the moment from mistakes.
final class Weather {
  private Weather() {}

  /// Whether it may work a moment later: the connection broke, there was none to be had, the server
  /// is starting or stopping, or two transactions were in each other's way.
  static boolean isPassing(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case PgException refused -> isPassing(refused.getSqlState());
      case ClosedConnectionException _, IOException _, NoConnectionException _ -> true;
      default -> isPassing(failure.getCause());
    };
  }

  private static boolean isPassing(@Nullable String state) {
    return state != null
        && (state.startsWith("57P") || state.startsWith("08") || state.startsWith("40"));
  }

  static void wait(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
