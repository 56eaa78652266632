package org.apricotdesk.desk.privacy;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;

/// Originals of masked messages: sealed, kept for a few days, opened only with a reason on record.
///
/// Whether somebody may open one is decided before (`desk.staff.Access`); here it is written down.
public final class SealedOriginals {
  private static final String KEEP =
      """
      INSERT INTO desk.sealed_original (key, sealed, kept_at, erase_at)
      VALUES ($1, $2, $3, $4)
          ON CONFLICT (key) DO NOTHING
      """;

  private static final String FIND =
      """
      SELECT sealed
        FROM desk.sealed_original
       WHERE key = $1 AND erase_at > $2
      """;

  private static final String OPENED =
      """
      INSERT INTO desk.sealed_original_opened (key, person, reason, at)
      VALUES ($1, $2, $3, $4)
      """;

  private static final String ERASE =
      """
      DELETE FROM desk.sealed_original
       WHERE erase_at <= $1
      """;

  private final Sealer sealer;
  private final Duration retention;
  private final Clock clock;

  /// @param retention how long originals are kept; zero keeps none
  public SealedOriginals(Sealer sealer, Duration retention, Clock clock) {
    if (retention.isNegative() || retention.compareTo(Duration.ofDays(30)) > 0) {
      throw new IllegalArgumentException("originals are kept 0 to 30 days, not " + retention);
    }
    this.sealer = sealer;
    this.retention = retention;
    this.clock = clock;
  }

  /// Keeps an original under the id of its message; a second time under the same id does nothing.
  public void keep(SqlConnection tx, String key, String original) {
    if (retention.isZero()) {
      return;
    }
    var now = now();
    var sealed = Buffer.buffer(sealer.seal(key, original));
    tx.preparedQuery(KEEP).execute(Tuple.of(key, sealed, now, now.plus(retention))).await();
  }

  /// Opens an original and records who did and why, in the same transaction; empty once erased.
  public Optional<String> open(SqlConnection tx, String key, PersonId person, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an original is opened for a reason");
    }
    var rows = tx.preparedQuery(FIND).execute(Tuple.of(key, now())).await();
    var original =
        rows.stream()
            .findFirst()
            .flatMap(row -> sealer.open(key, row.getBuffer("sealed").getBytes()));
    if (original.isPresent()) {
      var record = Tuple.of(key, person.value(), reason.strip(), now());
      tx.preparedQuery(OPENED).execute(record).await();
    }
    return original;
  }

  /// Erases what is past its time and says how many there were. It needs no key, so that nothing
  /// stays behind once the key is taken out of the settings.
  public static int erase(SqlClient sql, Clock clock) {
    return sql.preparedQuery(ERASE).execute(Tuple.of(now(clock))).await().rowCount();
  }

  private OffsetDateTime now() {
    return now(clock);
  }

  private static OffsetDateTime now(Clock clock) {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
