package org.apricotdesk.desk.indicator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.indicator.Fact.Call;
import org.apricotdesk.desk.indicator.Fact.Clocked;
import org.apricotdesk.desk.indicator.Fact.Outcome;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.target.BusinessCalendar;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.target.Hours;
import org.apricotdesk.desk.target.Owner;
import org.apricotdesk.desk.target.Priority;

/// Makes facts of tickets and their events.
final class FactReader {
  private static final Set<String> UNASKED = Set.of("round", "monitor");
  private static final Set<String> CHATS = Set.of("direct", "group_at", "group_silent");
  private static final Set<String> ARRIVALS = Set.of("resumed", "resolved");

  private static final Duration ON_SITE_P1 = Duration.ofHours(2);
  private static final Duration ON_SITE_P2 = Duration.ofHours(4);

  private static final String TICKETS =
      """
      SELECT t.number, t.kind, t.priority, t.status, t.source, t.campus, t.created_at,
             t.first_responded_at, t.resolved_at, t.closed_at, t.assigned_count, t.reopened_count,
             t.sla_snapshot, t.response_due_at, t.response_met, t.response_used_seconds,
             t.resolution_due_at, t.resolution_met, t.resolution_used_seconds,
             (t.rating->>'score')::int AS score,
             coalesce((t.rating->>'uncounted')::boolean, false) AS uncounted,
             t.department, t.team, t.assignee, t.category, t.requester, e.first_resolved, e.rated, e.cancelled_for, e.waited, e.no_reply, e.calls
        FROM desk.ticket t
       CROSS JOIN LATERAL (
             SELECT min(at) FILTER (WHERE type IN ('resolved', 'auto_resolved')) AS first_resolved,
                    max(at) FILTER (WHERE type = 'rated') AS rated,
                    max(payload->>'reason') FILTER (WHERE type = 'cancelled') AS cancelled_for,
                    coalesce(bool_or(type = 'paused' AND payload->>'kind' IN
                      ('pending_user', 'pending_vendor')), false) AS waited,
                    coalesce(max(sequence) FILTER (WHERE type = 'auto_resolved'), 0)
                      > coalesce(max(sequence) FILTER (WHERE type = 'resolved'), 0) AS no_reply,
                    jsonb_agg(jsonb_build_object('type', type, 'at', at, 'kind', payload->>'kind',
                                                 'until', payload->>'until') ORDER BY sequence)
                      FILTER (WHERE type IN ('paused', 'resumed', 'resolved', 'cancelled')) AS calls
               FROM desk.event
              WHERE stream = 'ticket' AND key = t.number::text) e
       WHERE :which
      """;
  private static final String THESE = TICKETS.replace(":which", "t.number = ANY($1)");
  private static final String AFTER =
      TICKETS.replace(
          ":which",
          "t.number > $1 AND t.number <= ("
              + "SELECT max(number) FROM (SELECT number"
              + " FROM desk.ticket WHERE number > $1 ORDER BY number LIMIT $2) n)");

  private final SqlClient sql;

  private final Calendars calendars;

  FactReader(SqlClient sql, Calendars calendars) {
    this.sql = sql;
    this.calendars = calendars;
  }

  List<Kept> of(Collection<Long> numbers) {
    return read(THESE, Tuple.of(numbers.toArray(Long[]::new)));
  }

  /// The next tickets by number.
  List<Kept> after(long number, int limit) {
    return read(AFTER, Tuple.of(number, limit));
  }

  private List<Kept> read(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream().map(this::kept).toList();
  }

  private Kept kept(Row row) {
    JsonObject promised = row.getJsonObject("sla_snapshot");
    var clock = promised.getString("responseClock", Hours.AROUND_THE_CLOCK.code());
    return Kept.of(fact(row, promised), row.getString("requester"), clock);
  }

  private Fact fact(Row row, JsonObject promised) {
    var outcome = outcome(row);
    var priority = Priority.valueOf(row.getString("priority"));
    return new Fact(
        row.getLong("number"),
        "request".equals(row.getString("kind")),
        priority,
        outcome,
        !UNASKED.contains(row.getString("source")),
        CHATS.contains(row.getString("source")),
        row.getOffsetDateTime("created_at").toInstant(),
        clocked(row, "response", instant(row, "first_responded_at")),
        clocked(row, "resolution", instant(row, "resolved_at").filter(_ -> outcome.isSolved())),
        instant(row, "first_resolved"),
        row.getInteger("reopened_count") > 0,
        row.getInteger("assigned_count") <= 1 && !row.getBoolean("waited"),
        instant(row, "rated")
            .filter(_ -> !row.getBoolean("uncounted"))
            .map(at -> new Fact.Rating(row.getInteger("score"), at)),
        calls(
            Optional.ofNullable(row.getJsonArray("calls")),
            new Contract(priority, promised, new CampusId(row.getString("campus")))),
        outcome.isSolved() ? waited(promised) : Map.of(),
        new Fact.Place(
            row.getString("campus"),
            text(row, "department"),
            text(row, "team"),
            text(row, "assignee"),
            text(row, "category")));
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

  /// Where the due time is gone with the clock, the end of the ticket stands for it.
  private static Clocked clocked(Row row, String promise, Optional<Instant> done) {
    var met = Optional.ofNullable(row.getBoolean(promise + "_met"));
    var due = instant(row, promise + "_due_at");
    var missed = met.filter(kept -> !kept).isPresent();
    return new Clocked(
        done,
        met,
        missed ? due.or(() -> instant(row, "closed_at")) : due,
        Duration.ofSeconds(row.getLong(promise + "_used_seconds")));
  }

  /// A call the hospital took back counts for nothing.
  private List<Call> calls(Optional<JsonArray> events, Contract contract) {
    var calls = new ArrayList<Call>();
    Optional<Instant> due = Optional.empty();
    for (var one : events.orElseGet(JsonArray::new)) {
      var event = (JsonObject) one;
      var at = OffsetDateTime.parse(event.getString("at")).toInstant();
      var type = event.getString("type");
      var arrived = ARRIVALS.contains(type);
      if (arrived && due.isPresent()) calls.add(new Call(due.get(), Optional.of(at)));
      due = due.filter(_ -> false);
      if (type.equals("paused") && "pending_vendor".equals(event.getString("kind")))
        due = Optional.of(due(event, at, contract));
    }
    due.ifPresent(open -> calls.add(new Call(open, Optional.empty())));
    return calls;
  }

  private Instant due(JsonObject called, Instant at, Contract contract) {
    return Optional.ofNullable(called.getString("until"))
        .map(Instant::parse)
        .map(until -> until.truncatedTo(ChronoUnit.MICROS)) // as the database has all others
        .orElseGet(() -> contract.due(at, calendars.of(contract.campus(), at)));
  }

  /// When vendors have to come who promised no time: on the clock of the ticket; domain §6.1.
  private record Contract(Priority priority, JsonObject promised, CampusId campus) {
    /// @param calendar as it was known when they were called
    Instant due(Instant called, BusinessCalendar calendar) {
      var business = calendar.code().equals(promised.getString("resolutionClock"));
      Hours hours = business ? calendar : Hours.AROUND_THE_CLOCK;
      return switch (priority) {
        case P1 -> hours.add(called, ON_SITE_P1);
        case P2 -> hours.add(called, ON_SITE_P2);
        case P3, P4 -> calendar.endOfNextDay(called);
      };
    }
  }

  private static Map<Owner, Duration> waited(JsonObject promised) {
    var waited = new EnumMap<Owner, Duration>(Owner.class);
    var parts = promised.getJsonObject("parts", new JsonObject());
    for (var owner : Owner.values())
      Optional.ofNullable(parts.getLong(owner.code()))
          .ifPresent(seconds -> waited.put(owner, Duration.ofSeconds(seconds)));
    return waited;
  }

  private static String text(Row row, String column) {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
