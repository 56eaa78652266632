package org.apricotdesk.bot.delivery;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The line of waiting deliveries: one instance at a time serves an address, so order holds there,
/// and one noisy address cannot hold up the others.
///
/// Each statement is a transaction and a write to the disk, so what happens to a message takes two:
/// one takes it, one settles it and takes the next or gives the address back.
final class Line {
  private static final Duration HOLD = Duration.ofSeconds(60);

  /// How many messages are looked at for each address that is wanted: of those to one address only
  /// the first counts.
  private static final int AHEAD = 16;

  /// The addresses of what comes next. What waits at addresses that are held or to be left alone,
  /// which may be thousands of messages, costs a look into the index.
  private static final String HOLD_ADDRESSES =
      """
      WITH soonest AS (
        SELECT d.address, d.rank, d.id
          FROM bot.delivery d
         WHERE d.state = 'due' AND d.due_at <= $1
           AND d.address NOT IN (SELECT a.address
                                   FROM bot.address a
                                  WHERE a.held_until > $1 OR a.quiet_until > $1)
           AND ($5 OR d.address NOT LIKE 'chat:%')
           AND ($6 OR d.address NOT LIKE 'member:%')
         ORDER BY d.rank, d.id
         LIMIT $9
      ), first AS (
        SELECT address
          FROM (SELECT DISTINCT ON (address) address, rank, id
                  FROM soonest
                 ORDER BY address, rank, id) AS next
         ORDER BY rank, id
         LIMIT $4
      )
      INSERT INTO bot.address (address, held_until, holder, quiet_until)
      SELECT address, $2, $3, 'epoch'
        FROM first
       ORDER BY address
          ON CONFLICT (address) DO UPDATE
         SET held_until = $2, holder = $3
       WHERE bot.address.held_until <= $1 AND bot.address.quiet_until <= $1
      RETURNING address,
                (SELECT count(*) FROM bot.delivery d
                  WHERE d.address = bot.address.address AND d.state IN ('sent', 'unknown')
                    AND d.settled_at > $7) AS minute,
                (SELECT count(*) FROM bot.delivery d
                  WHERE d.address = bot.address.address AND d.state IN ('sent', 'unknown')
                    AND d.settled_at > $8) AS hour
      """;

  /// Settles the one before, if any; drops what newer deliveries have overtaken; takes the first of
  /// the rest, or lets go.
  private static final String NEXT =
      """
      SELECT held, id, purpose, body, attempts, doubted_at
        FROM bot.next_delivery($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  private static final String SETTLE =
      """
      UPDATE bot.delivery
         SET state = $2, settled_at = $3, trouble = $4,
             doubted_at = CASE WHEN $5 THEN $3 ELSE doubted_at END
       WHERE id = $1
      """;

  private static final String RELEASE =
      """
      UPDATE bot.address
         SET held_until = 'epoch', quiet_until = $3
       WHERE address = $1 AND holder = $2
      """;

  private static final String LOST =
      """
      UPDATE bot.delivery
         SET state = CASE WHEN doubted_at IS NULL THEN 'due' ELSE 'unknown' END,
             settled_at = CASE WHEN doubted_at IS NULL THEN settled_at ELSE $1 END,
             doubted_at = coalesce(doubted_at, taken_at),
             trouble = 'the sender stopped while sending'
       WHERE state = 'sending' AND taken_at <= $2
      """;

  private final SqlClient sql;
  private final Clock clock;
  private final String holder;

  Line(SqlClient sql, Clock clock, String holder) {
    this.sql = sql;
    this.clock = clock;
    this.holder = holder;
  }

  /// Addresses with something due, held for this instance.
  ///
  /// @param chats whether this instance reaches chats
  /// @param members whether it reaches members
  List<Held> hold(int most, boolean chats, boolean members) {
    var holding =
        Tuple.of(now(), until(), holder, most, chats, members)
            .addValue(utc(clock.instant().minusSeconds(60)))
            .addValue(utc(clock.instant().minusSeconds(3600)))
            .addValue((long) most * AHEAD);
    var held = new ArrayList<Held>();
    for (var row : sql.preparedQuery(HOLD_ADDRESSES).execute(holding).await()) held.add(held(row));
    return held;
  }

  private static Held held(Row row) {
    var address = Address.of(row.getString("address"));
    var minute = address.perMinute() - row.getLong("minute");
    var hour = address.perHour() - row.getLong("hour");
    return new Held(address, (int) Math.min(minute, hour));
  }

  /// The next delivery for an address that is held, which then is held on.
  Next next(Address to) {
    return next(to, where(to).addValue(null).addValue(null).addValue(null).addValue(false));
  }

  /// Settles a delivery and goes on to the next for the same address.
  Next next(Taken before, Settled became) {
    var row = where(before.to()).addValue(before.id()).addValue(became.state());
    return next(before.to(), row.addValue(trouble(became)).addValue(became.doubted()));
  }

  private Next next(Address to, Tuple row) {
    for (var found : sql.preparedQuery(NEXT).execute(row).await()) {
      return found.getLong("id") == null
          ? new Next(Optional.empty(), !found.getBoolean("held"))
          : new Next(Optional.of(taken(found, to)), false);
    }
    return new Next(Optional.empty(), true);
  }

  private Tuple where(Address to) {
    return Tuple.of(to.code(), holder, until(), now());
  }

  void settle(Taken taken, Settled became) {
    var row = Tuple.of(taken.id(), became.state(), now(), trouble(became), became.doubted());
    sql.preparedQuery(SETTLE).execute(row).await();
  }

  private static @Nullable String trouble(Settled became) {
    return became.trouble().isEmpty() ? null : became.trouble();
  }

  void release(Address address, Duration quiet) {
    var until = quiet.isZero() ? Instant.EPOCH : clock.instant().plus(quiet);
    sql.preparedQuery(RELEASE).execute(Tuple.of(address.code(), holder, utc(until))).await();
  }

  /// Finds what an instance was sending when it died: nobody knows whether it arrived, so it is in
  /// doubt, and the second time given up.
  int lost() {
    var before = utc(clock.instant().minus(HOLD));
    return sql.preparedQuery(LOST).execute(Tuple.of(now(), before)).await().rowCount();
  }

  private static Taken taken(Row row, Address to) {
    return new Taken(
        row.getLong("id"),
        to,
        row.getString("purpose"),
        row.getJsonObject("body"),
        row.getInteger("attempts"),
        Optional.ofNullable(row.getOffsetDateTime("doubted_at")).map(OffsetDateTime::toInstant));
  }

  private OffsetDateTime until() {
    return utc(clock.instant().plus(HOLD));
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
