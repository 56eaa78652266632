package org.apricotdesk.config.database;

import java.time.Duration;

/// All connections to the database were in use for too long, or none could be made. It may work a
/// moment later.
public final class NoConnectionException extends RuntimeException {
  NoConnectionException(Duration waited) {
    super("no connection to the database within " + waited.toSeconds() + " s");
  }
}
