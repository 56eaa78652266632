package org.apricotdesk.bot.inbox;

import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apricotdesk.bot.delivery.Deliveries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets what was said and told long ago, once it is settled; tickets keep what matters. Any
/// instance may do it.
final class Trimming {
  private static final Logger log = LoggerFactory.getLogger(Trimming.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final int BATCH = 1000;

  private final SqlClient sql;
  private final InboxStore store;
  private final Deliveries deliveries;
  private final Clock clock;
  private Instant next = Instant.MIN;

  Trimming(SqlClient sql, InboxStore store, Deliveries deliveries, Clock clock) {
    this.sql = sql;
    this.store = store;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  void run() {
    var now = clock.instant();
    if (now.isBefore(next)) return;
    var before = now.minus(KEPT);
    var messages = store.trim(sql, before, BATCH);
    var told = deliveries.trim(sql, before, BATCH);
    if (messages > 0 || told > 0) {
      log.info("forgot {} old messages and {} old deliveries", messages, told);
    }
    if (messages < BATCH && told < BATCH) next = now.plus(EVERY); // else there may be more
  }
}
