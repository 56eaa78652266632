package org.apricotdesk.desk.indicator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apricotdesk.desk.indicator.Fact.Call;
import org.apricotdesk.desk.indicator.Fact.Clocked;
import org.apricotdesk.desk.indicator.Fact.Outcome;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Scope;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.target.Hours;
import org.apricotdesk.desk.target.Owner;
import org.apricotdesk.desk.target.Priority;
import org.jspecify.annotations.Nullable;

/// Facts as PostgreSQL keeps them.
final class FactStore {
  private static final String COLUMNS =
      "number, request, priority, status, asked, chat, created_at, answered_at, answer_met,"
          + " answer_due, answer_seconds, answer_business, repaired_at, repair_met, repair_due,"
          + " repair_seconds, first_resolved_at, reopened, straight, score, rated_at, calls, waited,"
          + " campus, department, team, assignee, category, requester, last_at";
  private static final String SELECT = "SELECT " + COLUMNS + " FROM desk.ticket_fact ";
  private static final String SAVE = save();

  private final SqlClient sql;

  FactStore(SqlClient sql) {
    this.sql = sql;
  }

  /// @param requester who reported it, for those who may see only their own
  /// @param business whether the time until an answer is counted by the calendar
  record Kept(Fact fact, String requester, boolean business) {
    long number() {
      return fact.number();
    }
  }

  private static String save() {
    var names = Arrays.stream(COLUMNS.split(",")).map(String::strip).toList();
    var places =
        IntStream.rangeClosed(1, names.size())
            .mapToObj(i -> "$" + i)
            .collect(Collectors.joining(", "));
    var updates = names.stream().map(n -> n + " = excluded." + n).collect(Collectors.joining(", "));
    return """
        INSERT INTO desk.ticket_fact (%s) VALUES (%s) ON CONFLICT (number) DO UPDATE SET %s
        """
        .formatted(COLUMNS, places, updates);
  }

  void save(List<Kept> facts) {
    if (!facts.isEmpty())
      sql.preparedQuery(SAVE).executeBatch(facts.stream().map(FactStore::values).toList()).await();
  }

  List<Kept> of(Collection<Long> numbers) {
    return read(SELECT + "WHERE number = ANY($1)", Tuple.of(numbers.toArray(Long[]::new)));
  }

  /// Those of the scope that count for anything in the period, or may do so later.
  List<Kept> living(Period period, Scope scope) {
    return living(period, scope, "");
  }

  /// Those that the passing of time may still change.
  List<Kept> open(Scope scope) {
    var condition = scope.where(1);
    return read(
        SELECT + "WHERE status = 'open' AND " + condition.sql(), Tuple.from(condition.values()));
  }

  /// The newest of them below a number.
  List<Kept> living(Period period, Scope scope, long before, int limit) {
    return living(period, scope, "AND number < " + before + " ORDER BY number DESC LIMIT " + limit);
  }

  private List<Kept> living(Period period, Scope scope, String andOrder) {
    var condition = scope.where(3);
    var values = Tuple.of(utc(period.from()), utc(period.to()));
    condition.values().forEach(values::addValue);
    return read(
        SELECT
            + "WHERE created_at < $2 AND (last_at >= $1 OR status = 'open') AND "
            + condition.sql()
            + " "
            + andOrder,
        values);
  }

  private List<Kept> read(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream().map(FactStore::kept).toList();
  }

  /// The fact with the time it has waited for an answer until then.
  static Fact asOf(Kept kept, Instant asOf, Calendars calendars) {
    var fact = kept.fact();
    if (fact.outcome() != Outcome.OPEN || fact.answer().done().isPresent()) return fact;
    var hours =
        kept.business()
            ? calendars.of(new CampusId(fact.place().campus()))
            : Hours.AROUND_THE_CLOCK;
    return fact.waiting(hours.elapsed(fact.created(), asOf));
  }

  private static Tuple values(Kept kept) {
    var fact = kept.fact();
    var place = fact.place();
    return Tuple.tuple(
        Arrays.asList(
            fact.number(),
            fact.request(),
            fact.priority().name(),
            fact.outcome().code(),
            fact.asked(),
            fact.chat(),
            utc(fact.created()),
            orNull(fact.answer().done()),
            fact.answer().met().orElse(null),
            orNull(fact.answer().due()),
            fact.answer().used().toSeconds(),
            kept.business(),
            orNull(fact.repair().done()),
            fact.repair().met().orElse(null),
            orNull(fact.repair().due()),
            fact.repair().used().toSeconds(),
            orNull(fact.firstResolved()),
            fact.reopened(),
            fact.straight(),
            fact.rating().map(Fact.Rating::score).orElse(null),
            orNull(fact.rating().map(Fact.Rating::at)),
            json(fact.calls()),
            json(fact.waited()),
            place.campus(),
            place.department(),
            place.team(),
            place.assignee(),
            place.category(),
            kept.requester(),
            utc(last(fact))));
  }

  private static Instant last(Fact fact) {
    return Marks.settled(fact).stream()
        .map(Mark::at)
        .max(Instant::compareTo)
        .orElse(fact.created());
  }

  private static JsonArray json(List<Call> calls) {
    var array = new JsonArray();
    for (var call : calls)
      array.add(
          new JsonObject()
              .put("due", call.due().toString())
              .put("arrived", call.arrived().map(Instant::toString).orElse(null)));
    return array;
  }

  private static JsonObject json(Map<Owner, Duration> waited) {
    var object = new JsonObject();
    waited.forEach((owner, time) -> object.put(owner.code(), time.toSeconds()));
    return object;
  }

  private static Kept kept(Row row) {
    var rated = instant(row, "rated_at");
    var fact =
        new Fact(
            row.getLong("number"),
            row.getBoolean("request"),
            Priority.valueOf(row.getString("priority")),
            Outcome.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
            row.getBoolean("asked"),
            row.getBoolean("chat"),
            row.getOffsetDateTime("created_at").toInstant(),
            clocked(row, "answered_at", "answer"),
            clocked(row, "repaired_at", "repair"),
            instant(row, "first_resolved_at"),
            row.getBoolean("reopened"),
            row.getBoolean("straight"),
            rated.map(at -> new Fact.Rating(row.getInteger("score"), at)),
            calls(row.getJsonArray("calls")),
            waited(row.getJsonObject("waited")),
            new Fact.Place(
                row.getString("campus"),
                row.getString("department"),
                row.getString("team"),
                row.getString("assignee"),
                row.getString("category")));
    return new Kept(fact, row.getString("requester"), row.getBoolean("answer_business"));
  }

  private static Clocked clocked(Row row, String done, String promise) {
    return new Clocked(
        instant(row, done),
        Optional.ofNullable(row.getBoolean(promise + "_met")),
        instant(row, promise + "_due"),
        Duration.ofSeconds(row.getLong(promise + "_seconds")));
  }

  private static List<Call> calls(JsonArray array) {
    var calls = new ArrayList<Call>();
    for (var one : array) {
      var call = (JsonObject) one;
      var arrived = Optional.ofNullable(call.getString("arrived")).map(Instant::parse);
      calls.add(new Call(Instant.parse(call.getString("due")), arrived));
    }
    return calls;
  }

  private static Map<Owner, Duration> waited(JsonObject object) {
    var waited = new EnumMap<Owner, Duration>(Owner.class);
    for (var owner : Owner.values())
      if (object.containsKey(owner.code()))
        waited.put(owner, Duration.ofSeconds(object.getLong(owner.code())));
    return waited;
  }

  private static @Nullable Object orNull(Optional<Instant> instant) {
    return instant.map(FactStore::utc).orElse(null);
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
