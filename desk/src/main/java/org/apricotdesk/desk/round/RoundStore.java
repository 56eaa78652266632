package org.apricotdesk.desk.round;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.AttachmentId;

/// Visits and findings as PostgreSQL keeps them.
final class RoundStore {
  private static final String VISIT =
      """
      SELECT number, date, slot, engineer, department, topics, state, handover, notes, excuse,
             logged_at
        FROM desk.visit
      """;

  private static final String PLAN =
      """
      INSERT INTO desk.visit (date, slot, engineer, department, topics, state)
      VALUES ($1, $2, $3, $4, $5, 'planned') ON CONFLICT DO NOTHING RETURNING number
      """;

  private static final String STATE =
      """
      UPDATE desk.visit SET state = $2, handover = $3, notes = $4, excuse = $5, logged_at = $6
       WHERE number = $1
      """;

  private static final String FINDING =
      """
      SELECT id, visit, kind, text, photo, on_the_spot, at, by, outcome, result, settled_at
        FROM desk.finding
      """;

  private static final String FOUND =
      """
      INSERT INTO desk.finding (visit, kind, text, photo, on_the_spot, at, by)
      VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
      """;

  private static final String SETTLE =
      """
      UPDATE desk.finding SET outcome = $2, result = $3, settled_at = $4
       WHERE id = $1 AND outcome IS NULL
      """;

  private static final String LAST =
      """
      SELECT department, max(date) AS last FROM desk.visit
       WHERE state <> 'excused' GROUP BY department
      """;

  private static final String WEEK =
      "INSERT INTO desk.round_week (monday, planned_at) VALUES ($1, $2) ON CONFLICT DO NOTHING";

  private final SqlClient sql;

  RoundStore(SqlClient sql) {
    this.sql = sql;
  }

  /// The number of the new visit; empty if the engineer or the ward has another one then.
  Optional<Long> plan(
      LocalDate date, Slot slot, PersonId engineer, DepartmentId department, String topics) {
    var row = Tuple.of(date, slot.code(), engineer.value(), department.value(), topics);
    return sql.preparedQuery(PLAN).execute(row).await().stream()
        .findFirst()
        .map(one -> one.getLong("number"));
  }

  /// Whether nobody had planned that week.
  boolean claim(LocalDate monday, Instant now) {
    return sql.preparedQuery(WEEK).execute(Tuple.of(monday, utc(now))).await().rowCount() == 1;
  }

  Optional<Visit> lock(long number) {
    return visits(VISIT + "WHERE number = $1 FOR UPDATE", Tuple.of(number)).stream().findFirst();
  }

  Optional<Visit> find(long number) {
    return visits(VISIT + "WHERE number = $1", Tuple.of(number)).stream().findFirst();
  }

  List<Visit> between(LocalDate from, LocalDate to) {
    return visits(
        VISIT + "WHERE date >= $1 AND date < $2 ORDER BY date, slot, number", Tuple.of(from, to));
  }

  void save(Visit visit) {
    var row =
        Tuple.of(
            visit.number(),
            visit.state().code(),
            visit.handover(),
            visit.notes(),
            visit.excuse(),
            visit.logged().map(RoundStore::utc).orElse(null));
    sql.preparedQuery(STATE).execute(row).await();
  }

  Map<DepartmentId, LocalDate> lastVisits() {
    var last = new HashMap<DepartmentId, LocalDate>();
    for (var row : sql.query(LAST).execute().await())
      last.put(new DepartmentId(row.getString("department")), row.getLocalDate("last"));
    return last;
  }

  long found(
      long visit,
      Kind kind,
      String text,
      Optional<AttachmentId> photo,
      boolean onTheSpot,
      Instant at,
      PersonId by) {
    var row =
        Tuple.of(
            visit,
            kind.code(),
            text,
            photo.map(AttachmentId::sha256).orElse(null),
            onTheSpot,
            utc(at));
    return sql.preparedQuery(FOUND)
        .execute(row.addString(by.value()))
        .await()
        .iterator()
        .next()
        .getLong("id");
  }

  /// Whether nobody had settled it before.
  boolean settle(long finding, Outcome outcome, String result, Instant at) {
    var row = Tuple.of(finding, outcome.code(), result, utc(at));
    return sql.preparedQuery(SETTLE).execute(row).await().rowCount() == 1;
  }

  List<Finding> findings(long visit) {
    return findings(FINDING + "WHERE visit = $1 ORDER BY id", Tuple.of(visit));
  }

  Optional<Finding> finding(long id) {
    return findings(FINDING + "WHERE id = $1", Tuple.of(id)).stream().findFirst();
  }

  List<Finding> found(Instant from, Instant to) {
    return findings(
        FINDING + "WHERE at >= $1 AND at < $2 ORDER BY at", Tuple.of(utc(from), utc(to)));
  }

  private List<Visit> visits(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map(RoundStore::visit)
        .toList();
  }

  private List<Finding> findings(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map(RoundStore::finding)
        .toList();
  }

  private static Visit visit(Row row) {
    return new Visit(
        row.getLong("number"),
        row.getLocalDate("date"),
        Slot.of(row.getString("slot")),
        new PersonId(row.getString("engineer")),
        new DepartmentId(row.getString("department")),
        row.getString("topics"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getBoolean("handover"),
        row.getString("notes"),
        row.getString("excuse"),
        Optional.ofNullable(row.getOffsetDateTime("logged_at")).map(OffsetDateTime::toInstant));
  }

  private static Finding finding(Row row) {
    return new Finding(
        row.getLong("id"),
        row.getLong("visit"),
        Kind.of(row.getString("kind")),
        row.getString("text"),
        Optional.ofNullable(row.getString("photo")).map(AttachmentId::new),
        row.getBoolean("on_the_spot"),
        row.getOffsetDateTime("at").toInstant(),
        new PersonId(row.getString("by")),
        Optional.ofNullable(row.getString("outcome")).map(Outcome::of),
        row.getString("result"),
        Optional.ofNullable(row.getOffsetDateTime("settled_at")).map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
