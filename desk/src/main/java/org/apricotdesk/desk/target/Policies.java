package org.apricotdesk.desk.target;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.Snapshot;

/// The versions of what the desk promises, kept in memory like the calendars. The first is built
/// in; a later one counts for tickets created from a moment on that lay in the future when it was
/// published, so that no ticket ever changes its version.
public final class Policies {
  private static final String ALL =
      """
      SELECT version, content::text AS content, effective_from, published_at, published_by
        FROM desk.target_policy ORDER BY effective_from, version
      """;
  private static final String NEXT =
      "SELECT coalesce(max(version), 1) + 1 AS next FROM desk.target_policy";
  private static final String ADD =
      """
      INSERT INTO desk.target_policy (version, content, effective_from, published_at, published_by)
      VALUES ($1, $2, $3, $4, $5)
      """;
  private static final String MOVED =
      "UPDATE desk.revision SET value = value + 1 WHERE name = 'targets'";
  private static final String REVISION = "SELECT value FROM desk.revision WHERE name = 'targets'";

  private final Database database;
  private final Clock clock;
  private final Snapshot<List<Version>> snapshot;

  public Policies(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.snapshot = new Snapshot<>(this::revision, this::read);
  }

  /// A version with when it begins to count.
  public record Version(Targets targets, Instant from, Instant published, String by) {}

  private long revision() {
    return database.pool().query(REVISION).execute().await().iterator().next().getLong("value");
  }

  private List<Version> read() {
    var versions = new ArrayList<Version>();
    versions.add(new Version(Targets.STANDARD, Instant.MIN, Instant.MIN, ""));
    for (var row : database.pool().query(ALL).execute().await())
      versions.add(
          new Version(
              TargetsFile.read(row.getString("content"), row.getInteger("version"))
                  .targets()
                  .orElseThrow(() -> new IllegalStateException("stored targets cannot be read")),
              row.getOffsetDateTime("effective_from").toInstant(),
              row.getOffsetDateTime("published_at").toInstant(),
              row.getString("published_by")));
    return versions;
  }

  /// Reads the versions anew if there are others.
  public void refresh() {
    snapshot.refresh();
  }

  /// Every version, the first first.
  public List<Version> all() {
    return snapshot.value();
  }

  /// What is promised for a ticket created then.
  public Targets at(Instant created) {
    return all().stream()
        .filter(version -> !version.from().isAfter(created))
        .reduce((_, later) -> later)
        .map(Version::targets)
        .orElse(Targets.STANDARD);
  }

  /// Adds a version within the caller's transaction; [#refresh] after it makes it known.
  ///
  /// @param from not before now
  /// @return its number
  public int publish(SqlConnection tx, Targets targets, Instant from, String by) {
    var now = clock.instant();
    if (from.isBefore(now)) throw new IllegalArgumentException(from + " is over");
    tx.query(MOVED).execute().await(); // whoever holds the row is alone in adding one
    var version = tx.query(NEXT).execute().await().iterator().next().getInteger("next");
    var row =
        Tuple.of(
            version,
            TargetsFile.write(targets),
            from.atOffset(ZoneOffset.UTC),
            now.atOffset(ZoneOffset.UTC),
            by);
    tx.preparedQuery(ADD).execute(row).await();
    return version;
  }
}
