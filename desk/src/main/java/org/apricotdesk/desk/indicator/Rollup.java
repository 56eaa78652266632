package org.apricotdesk.desk.indicator;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.target.Calendars;

/// Keeps the facts and their monthly sums in step with the tickets.
///
/// It follows the event log: whatever happened to a ticket, its fact is made anew, and what it
/// added to the sums before is taken out again. Before the first time all tickets are counted once,
/// some thousand in a transaction.
final class Rollup {
  private static final int EVENTS = 2000;

  /// So few that nobody who writes meanwhile waits for it.
  private static final int SOME_EVENTS = 300;
  private static final int TICKETS = 10_000;

  /// Asks for the next event, not whether there is one: for that the planner would look through the
  /// log.
  private static final String STANDING =
      """
      SELECT done AND (
               SELECT e.position FROM desk.event e
                WHERE (e.tx, e.position) > (l.tx, l.position)
                ORDER BY e.tx, e.position LIMIT 1) IS NULL AS standing
        FROM desk.figure_build, desk.listener l
       WHERE l.name = 'figures'
      """;
  private static final String BUILD = "SELECT after, done FROM desk.figure_build FOR UPDATE";
  private static final String BUILT = "UPDATE desk.figure_build SET after = $1, done = $2";

  /// The planner is told what there is now, not a minute later.
  private static final String LOOK_AROUND =
      "ANALYZE desk.ticket_fact, desk.figure, desk.figure_time";

  private static final String INTRODUCE =
      """
      INSERT INTO desk.listener (name, tx) VALUES ('figures', pg_snapshot_xmin(pg_current_snapshot()))
      ON CONFLICT DO NOTHING
      """;

  /// Also what may still be overtaken by an earlier transaction: that is looked at again then.
  private static final String NEWS =
      """
      SELECT e.tx::text AS tx, e.position, e.stream, e.key,
             e.tx < pg_snapshot_xmin(pg_current_snapshot()) AS final
        FROM desk.event e, desk.listener l
       WHERE l.name = 'figures' AND (e.tx, e.position) > (l.tx, l.position)
       ORDER BY e.tx, e.position
       LIMIT $1
      """;
  private static final String MOVE =
      "UPDATE desk.listener SET tx = $1::text::xid8, position = $2 WHERE name = 'figures'";
  private static final String CLEAR =
      """
      TRUNCATE desk.ticket_fact, desk.figure, desk.figure_time;
      UPDATE desk.figure_build SET after = 0, done = false;
      DELETE FROM desk.listener WHERE name = 'figures'
      """;

  private final Database database;
  private final Calendars calendars;
  private final ZoneId zone;

  Rollup(Database database, Calendars calendars, ZoneId zone) {
    this.database = database;
    this.calendars = calendars;
    this.zone = zone;
  }

  /// Counts everything that has happened up to now.
  void catchUp() {
    if (isStanding()) return;
    boolean more;
    do more = database.inTransaction(tx -> step(tx, EVENTS));
    while (more);
  }

  /// Counts some of what has happened.
  ///
  /// @return whether there may be more
  boolean countSome() {
    return !isStanding() && database.inTransaction(tx -> step(tx, SOME_EVENTS));
  }

  private boolean isStanding() {
    return database.pool().query(STANDING).execute().await().stream()
        .findFirst()
        .filter(row -> row.getBoolean("standing"))
        .isPresent();
  }

  /// Forgets all sums and counts every ticket anew.
  void rebuild() {
    database.inTransaction(tx -> tx.query(CLEAR).execute().await());
    catchUp();
  }

  /// The row of the build is held meanwhile: one counts, the others wait for it.
  private boolean step(SqlConnection tx, int events) {
    var build = tx.query(BUILD).execute().await().iterator().next();
    return build.getBoolean("done") ? follow(tx, events) : build(tx, build.getLong("after"));
  }

  private boolean build(SqlConnection tx, long after) {
    tx.query(INTRODUCE).execute().await();
    var fresh = new FactReader(tx, calendars).after(after, TICKETS);
    replace(tx, fresh);
    var last = fresh.stream().mapToLong(Kept::number).max().orElse(after);
    tx.preparedQuery(BUILT).execute(Tuple.of(last, fresh.isEmpty())).await();
    if (fresh.isEmpty()) tx.query(LOOK_AROUND).execute().await();
    return true;
  }

  private boolean follow(SqlConnection tx, int events) {
    var news = tx.preparedQuery(NEWS).execute(Tuple.of(events)).await().stream().toList();
    var numbers =
        news.stream()
            .filter(event -> "ticket".equals(event.getString("stream")))
            .map(event -> Long.valueOf(event.getString("key")))
            .collect(Collectors.toSet());
    if (!numbers.isEmpty()) replace(tx, new FactReader(tx, calendars).of(numbers));
    var done = news.stream().filter(event -> event.getBoolean("final")).toList();
    if (!done.isEmpty()) move(tx, done.getLast());
    return done.size() == events;
  }

  private static void move(SqlConnection tx, Row to) {
    tx.preparedQuery(MOVE).execute(Tuple.of(to.getString("tx"), to.getLong("position"))).await();
  }

  /// What these tickets added before is taken out of the sums, what they add now put in.
  ///
  /// @return those that changed
  private List<Kept> replace(SqlConnection tx, List<Kept> fresh) {
    var store = new FactStore(tx);
    var known = new HashSet<>(store.of(fresh.stream().map(Kept::number).toList()));
    var change = new Cells(zone);
    var changed = new ArrayList<Kept>();
    for (var kept : fresh) if (!known.remove(kept)) changed.add(kept);
    known.forEach(change::remove);
    changed.forEach(change::add);
    change.store(tx);
    store.save(changed);
    return changed;
  }

  /// Makes the facts of these tickets anew.
  ///
  /// @return those of which something else was kept
  List<Long> recount(List<Long> numbers) {
    return database.inTransaction(
        tx -> {
          tx.query(BUILD).execute().await();
          return replace(tx, new FactReader(tx, calendars).of(numbers)).stream()
              .map(Kept::number)
              .toList();
        });
  }

  /// Adds the facts of a month up anew.
  ///
  /// @return how many sums were others
  int recount(LocalDate month) {
    return database.inTransaction(
        tx -> {
          tx.query(BUILD).execute().await();
          return new CellStore(tx).correct(month, sums(tx, month), zone);
        });
  }

  private Cells sums(SqlConnection tx, LocalDate month) {
    var period =
        new Period(
            month.atStartOfDay(zone).toInstant(),
            month.plusMonths(1).atStartOfDay(zone).toInstant());
    var cells = new Cells(zone);
    new FactStore(tx).living(period).forEach(cells::add);
    return cells;
  }
}
