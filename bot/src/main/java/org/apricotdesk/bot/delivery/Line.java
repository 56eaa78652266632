package org.apricotdesk.bot.delivery;

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

/// The line of waiting deliveries: one instance at a time serves an address, so order holds there,
/// and one noisy address cannot hold up the others.
final class Line {
  private static final Duration HOLD = Duration.ofSeconds(60);

  private static final String HOLD_ADDRESSES =
      """
      INSERT INTO bot.address (address, held_until, holder, quiet_until)
      SELECT address, $2, $3, 'epoch'
        FROM (SELECT d.address
                FROM bot.delivery d
                LEFT JOIN bot.address a ON a.address = d.address
               WHERE d.state = 'due' AND d.due_at <= $1
                 AND (a.address IS NULL OR (a.held_until <= $1 AND a.quiet_until <= $1))
                 AND ($5 OR d.address NOT LIKE 'chat:%')
                 AND ($6 OR d.address NOT LIKE 'member:%')
               GROUP BY d.address
               ORDER BY min(d.rank), min(d.id)
               LIMIT $4) AS first
       ORDER BY address
          ON CONFLICT (address) DO UPDATE
         SET held_until = $2, holder = $3
       WHERE bot.address.held_until <= $1 AND bot.address.quiet_until <= $1
      RETURNING address
      """;

  private static final String RENEW =
      """
      UPDATE bot.address
         SET held_until = $3
       WHERE address = $1 AND holder = $2
      """;

  private static final String FOLD =
      """
      UPDATE bot.delivery d
         SET state = 'folded', settled_at = $2
       WHERE d.address = $1 AND d.state = 'due' AND d.fold IS NOT NULL
         AND EXISTS (SELECT 1 FROM bot.delivery newer
                      WHERE newer.address = d.address AND newer.fold = d.fold
                        AND newer.state = 'due' AND newer.due_at <= $2 AND newer.id > d.id)
      """;

  private static final String TAKE =
      """
      UPDATE bot.delivery
         SET state = 'sending', attempts = attempts + 1, taken_at = $2
       WHERE id = (SELECT id FROM bot.delivery
                    WHERE address = $1 AND state = 'due' AND due_at <= $2
                    ORDER BY rank, id
                    LIMIT 1)
         AND state = 'due'
      RETURNING id, purpose, body, attempts, doubted_at
      """;

  private static final String SETTLE =
      """
      UPDATE bot.delivery
         SET state = $2, settled_at = $3, trouble = $4
       WHERE id = $1
      """;

  private static final String DOUBT =
      """
      UPDATE bot.delivery
         SET state = 'due', doubted_at = $2, trouble = $3
       WHERE id = $1
      """;

  private static final String RELEASE =
      """
      UPDATE bot.address
         SET held_until = 'epoch', quiet_until = $3
       WHERE address = $1 AND holder = $2
      """;

  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE settled_at > $2) AS minute, count(*) AS hour
        FROM bot.delivery
       WHERE address = $1 AND state IN ('sent', 'unknown') AND settled_at > $3
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
  List<Address> hold(int most, boolean chats, boolean members) {
    var until = until();
    var held = new ArrayList<Address>();
    var holding = Tuple.of(now(), until, holder, most, chats, members);
    for (var row : sql.preparedQuery(HOLD_ADDRESSES).execute(holding).await()) {
      held.add(Address.of(row.getString("address")));
    }
    return held;
  }

  /// The next delivery for an address that is held, after dropping what newer ones have overtaken.
  /// None if another instance took the address over meanwhile; otherwise it is held on.
  Optional<Taken> next(Address to) {
    var hold = Tuple.of(to.code(), holder, until());
    if (sql.preparedQuery(RENEW).execute(hold).await().rowCount() == 0) {
      return Optional.empty();
    }
    sql.preparedQuery(FOLD).execute(Tuple.of(to.code(), now())).await();
    var rows = sql.preparedQuery(TAKE).execute(Tuple.of(to.code(), now())).await();
    for (var row : rows) {
      return Optional.of(
          new Taken(
              row.getLong("id"),
              to,
              row.getString("purpose"),
              row.getJsonObject("body"),
              row.getInteger("attempts"),
              Optional.ofNullable(row.getOffsetDateTime("doubted_at"))
                  .map(OffsetDateTime::toInstant)));
    }
    return Optional.empty();
  }

  void settle(Taken taken, String state, String trouble) {
    sql.preparedQuery(SETTLE)
        .execute(Tuple.of(taken.id(), state, now(), trouble.isEmpty() ? null : trouble))
        .await();
  }

  /// Nobody knows whether it arrived; it is to be sent once more.
  void doubt(Taken taken, String why) {
    sql.preparedQuery(DOUBT).execute(Tuple.of(taken.id(), now(), why)).await();
  }

  void release(Address address, Duration quiet) {
    var until = quiet.isZero() ? Instant.EPOCH : clock.instant().plus(quiet);
    sql.preparedQuery(RELEASE).execute(Tuple.of(address.code(), holder, utc(until))).await();
  }

  /// How many more messages the platform takes here right now.
  int room(Address to) {
    var minute = utc(clock.instant().minusSeconds(60));
    var hour = utc(clock.instant().minusSeconds(3600));
    var counted = sql.preparedQuery(COUNT).execute(Tuple.of(to.code(), minute, hour)).await();
    var row = counted.iterator().next();
    return (int)
        Math.min(to.perMinute() - row.getLong("minute"), to.perHour() - row.getLong("hour"));
  }

  /// Finds what an instance was sending when it died: nobody knows whether it arrived, so it is in
  /// doubt, and the second time given up.
  int lost() {
    var before = utc(clock.instant().minus(HOLD));
    return sql.preparedQuery(LOST).execute(Tuple.of(now(), before)).await().rowCount();
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
