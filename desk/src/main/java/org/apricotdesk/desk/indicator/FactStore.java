package org.apricotdesk.desk.indicator;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Fact.Clocked;
import org.apricotdesk.desk.indicator.Fact.Outcome;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Scope;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.target.Hours;
import org.apricotdesk.desk.target.Priority;

/// Tickets that lived in a period, read as [Fact]s.
final class FactStore {
  /// A rating or a reopening may follow the end by some days.
  private static final Duration LINGERING = Duration.ofDays(10);

  private static final String LIVING =
      """
      SELECT t.number, t.kind, t.priority, t.status, t.source, t.campus, t.created_at, t.first_responded_at,
             t.resolved_at, t.closed_at, t.assigned_count, t.reopened_count, t.sla_snapshot,
             t.response_due_at, t.response_met, t.response_used_seconds, t.resolution_due_at,
             t.resolution_met, t.resolution_used_seconds, (t.rating->>'score')::int AS score,
             e.first_resolved, e.rated, e.cancelled_for, e.waited, e.no_reply,
             :slice AS slice
        FROM desk.ticket t
       CROSS JOIN LATERAL (
             SELECT min(at) FILTER (WHERE type IN ('resolved', 'auto_resolved')) AS first_resolved,
                    max(at) FILTER (WHERE type = 'rated') AS rated,
                    max(payload->>'reason') FILTER (WHERE type = 'cancelled') AS cancelled_for,
                    coalesce(bool_or(type = 'paused' AND payload->>'kind' IN
                      ('pending_user', 'pending_vendor')), false) AS waited,
                    coalesce(max(sequence) FILTER (WHERE type = 'auto_resolved'), 0)
                      > coalesce(max(sequence) FILTER (WHERE type = 'resolved'), 0) AS no_reply
               FROM desk.event
              WHERE stream = 'ticket' AND key = t.number::text) e
       WHERE t.created_at < $2 AND (t.closed_at IS NULL OR t.closed_at >= $1) AND :scope
      """;

  private final SqlClient sql;
  private final Calendars calendars;
  private final ZoneId zone;

  /// @param zone tells the hours of the day apart
  FactStore(SqlClient sql, Calendars calendars, ZoneId zone) {
    this.sql = sql;
    this.calendars = calendars;
    this.zone = zone;
  }

  /// The facts by slice; all of them under one empty name where nothing tells them apart.
  ///
  /// @param asOf up to when open tickets are measured
  Map<String, List<Fact>> living(Period period, Instant asOf, Scope scope, Optional<Dimension> by) {
    var condition = scope.where(3);
    var values = Tuple.of(utc(period.from().minus(LINGERING)), utc(period.to()));
    condition.values().forEach(values::addValue);
    var slice = by.map(dimension -> "coalesce(" + dimension.slice(zone) + ", '')").orElse("''");
    var found = new LinkedHashMap<String, List<Fact>>();
    for (var row :
        sql.preparedQuery(LIVING.replace(":slice", slice).replace(":scope", condition.sql()))
            .execute(values)
            .await())
      found.computeIfAbsent(row.getString("slice"), _ -> new ArrayList<>()).add(fact(row, asOf));
    return found;
  }

  private Fact fact(Row row, Instant asOf) {
    var outcome = outcome(row);
    var rated = instant(row, "rated");
    return new Fact(
        row.getLong("number"),
        "request".equals(row.getString("kind")),
        Priority.valueOf(row.getString("priority")),
        outcome,
        !List.of("round", "monitor").contains(row.getString("source")),
        row.getOffsetDateTime("created_at").toInstant(),
        answer(row, asOf),
        repair(row, outcome, asOf),
        instant(row, "first_resolved"),
        row.getInteger("reopened_count") > 0,
        row.getInteger("assigned_count") <= 1 && !row.getBoolean("waited"),
        rated.map(at -> new Fact.Rating(row.getInteger("score"), at)));
  }

  private static Outcome outcome(Row row) {
    return switch (row.getString("status")) {
      case "merged" -> Outcome.MERGED;
      case "redirected" -> Outcome.REDIRECTED;
      case "cancelled" ->
          "test".equals(row.getString("cancelled_for")) ? Outcome.TEST : Outcome.CANCELLED;
      case "resolved", "closed" -> row.getBoolean("no_reply") ? Outcome.NO_REPLY : Outcome.SOLVED;
      default -> Outcome.OPEN;
    };
  }

  private Clocked answer(Row row, Instant asOf) {
    var done = instant(row, "first_responded_at");
    var due = instant(row, "response_due_at");
    var late = late(row, "response_met", due, done.isEmpty() && isOpen(row), asOf);
    var used =
        done.isPresent()
            ? Duration.ofSeconds(row.getLong("response_used_seconds"))
            : answering(row).elapsed(row.getOffsetDateTime("created_at").toInstant(), asOf);
    return new Clocked(done, late, ranOut(row, late, due), used);
  }

  private static Clocked repair(Row row, Outcome outcome, Instant asOf) {
    var done = outcome.isSolved() ? instant(row, "resolved_at") : Optional.<Instant>empty();
    var due = instant(row, "resolution_due_at");
    var late = late(row, "resolution_met", due, outcome == Outcome.OPEN, asOf);
    var used = Duration.ofSeconds(row.getLong("resolution_used_seconds"));
    return new Clocked(done, late, ranOut(row, late, due), used);
  }

  /// What the row says, or for one still running what the clock on the wall says.
  private static boolean late(
      Row row, String met, Optional<Instant> due, boolean running, Instant asOf) {
    var decided = row.getBoolean(met);
    if (decided != null) return !decided;
    return running && due.filter(asOf::isAfter).isPresent();
  }

  /// Where the due time is gone with the clock, the end of the ticket stands for it.
  private static Optional<Instant> ranOut(Row row, boolean late, Optional<Instant> due) {
    if (!late) return Optional.empty();
    return due.or(() -> instant(row, "closed_at"));
  }

  private static boolean isOpen(Row row) {
    return outcome(row) == Outcome.OPEN;
  }

  private Hours answering(Row row) {
    JsonObject kept = row.getJsonObject("sla_snapshot");
    return "business".equals(kept.getString("responseClock"))
        ? calendars.of(new CampusId(row.getString("campus")))
        : Hours.AROUND_THE_CLOCK;
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
