package org.apricotdesk.desk.ticket;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Scope;

/// Tickets as PostgreSQL keeps them: one row each.
final class TicketStore {
  private static final String NUMBER = "SELECT nextval('desk.ticket_number') AS number";

  private static final String SELECT = "SELECT " + TicketRow.COLUMNS + " FROM desk.ticket ";

  private static final String FIND = SELECT + "WHERE number = $1";

  private static final String LOCK = SELECT + "WHERE number = $1 FOR UPDATE";

  private static final String ALIKE =
      """
       AND category = $3 AND created_at >= $4
       AND ($5::text IS NULL OR asset IS NULL OR asset = $5)
       AND status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected')
       ORDER BY number DESC LIMIT 20
      """;

  /// Two questions with an index each. As one, PostgreSQL looked through all open tickets of the
  /// category until it had first counted how many there are.
  private static final String LIKE_THIS =
      "(%s WHERE requester = $1 %s) UNION ALL (%s WHERE department = $2 AND requester <> $1 %s)"
              .formatted(SELECT, ALIKE, SELECT, ALIKE)
          + " ORDER BY number DESC LIMIT 20";

  private static final String OF_REQUESTER =
      SELECT + "WHERE requester = $1 ORDER BY number DESC LIMIT $2";

  private static final String UNFINISHED_OF =
      SELECT
          + """
          WHERE requester = $1
            AND status NOT IN ('closed', 'cancelled', 'merged', 'redirected')
          ORDER BY number DESC LIMIT $2
          """;

  private static final String OVER_OF =
      SELECT
          + """
          WHERE requester = $1 AND number < $2
            AND status IN ('closed', 'cancelled', 'merged', 'redirected')
          ORDER BY number DESC LIMIT $3
          """;

  private static final String IN_HANDS = "WHERE assignee = $1 AND " + Conditions.IS_OPEN;

  private static final String IN_HANDS_OF = SELECT + IN_HANDS + " ORDER BY number DESC LIMIT $2";

  private static final String HOW_MANY_IN_HANDS_OF =
      "SELECT count(*) AS found FROM desk.ticket " + IN_HANDS;

  /// When the promise that runs now runs out; indexed as it stands here.
  static final String DUE_NOW =
      "coalesce(CASE WHEN status IN ('new', 'assigned') THEN response_due_at"
          + " ELSE resolution_due_at END, 'infinity')";

  private static final String DUE =
      """
      SELECT number FROM desk.ticket WHERE act_at <= $1 ORDER BY act_at LIMIT $2
      """;

  private static final String CHILDREN =
      "SELECT EXISTS (SELECT FROM desk.ticket WHERE parent = $1 AND status = 'merged') AS found";

  private static final String MATCHING =
      "SELECT desk.tickets_with($1::text::tsquery, $2) AS numbers";

  private static final String MATCHING_BETWEEN =
      "SELECT desk.tickets_between($1::text::tsquery, $2, $3) AS numbers";

  /// So many matches are as good as any: going back from the newest meets them soon.
  private static final int MANY = 500;

  private static final String LAST = "SELECT coalesce(max(number), 0) AS last FROM desk.ticket";

  /// So many tickets are looked through at once before the index of words is asked; more of them
  /// for people who see few.
  private static final long SHORT = 4000;

  private static final int LONGER = 4;

  /// So many are looked through in the index of words at once, then more and more.
  private static final long LONG = 40_000;

  private static final String OPEN_WITH =
      """
      SELECT number FROM desk.ticket
       WHERE (assignee = $1 OR requester = $1)
         AND status NOT IN ('closed', 'cancelled', 'merged', 'redirected')
       ORDER BY number
      """;

  private static final String SINCE =
      """
      SELECT number, created_at, requester, category, campus, department, impact
        FROM desk.ticket
       WHERE created_at >= $1 AND kind = 'incident' AND category IS NOT NULL
         AND status NOT IN ('cancelled', 'redirected')
       ORDER BY created_at DESC LIMIT $2
      """;

  private static final String UNMERGED_ABOUT =
      SELECT
          + """
          WHERE created_at >= $1 AND kind = 'incident'
            AND EXISTS (SELECT FROM unnest($2::text[]) AS prefix
                         WHERE category = prefix OR starts_with(category, prefix || '.'))
            AND status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected')
          ORDER BY created_at, number LIMIT $3
          """;

  private static final String COUNTS =
      """
      SELECT category, date_trunc('hour', created_at) AS hour, count(*) AS times
        FROM desk.ticket
       WHERE created_at >= $1 AND created_at < $2 AND kind = 'incident' AND category IS NOT NULL
       GROUP BY 1, 2
      """;

  /// What was rated today was solved at most three days before.
  private static final String HAS_RATED =
      """
      SELECT EXISTS (SELECT FROM desk.ticket
                      WHERE rating IS NOT NULL AND resolved_at >= $3::timestamptz - interval '4 days'
                        AND rating->>'by' = $1 AND assignee = $2
                        AND (rating->>'at')::timestamptz >= $3) AS rated
      """;

  private static final String RATINGS =
      """
      SELECT count(*) FILTER (WHERE (rating->>'score')::int >= 4) AS satisfied, count(*) AS rated
        FROM desk.ticket
       WHERE rating IS NOT NULL AND resolved_at >= $1 AND resolved_at < $2
         AND NOT coalesce((rating->>'uncounted')::boolean, false)
      """;

  private static final String BY_DEPARTMENT =
      """
      SELECT department, count(*) AS reports FROM desk.ticket
       WHERE created_at >= $1 AND department IS NOT NULL GROUP BY department
      """;

  private static final String SAVE = save();

  private static final String OPEN =
      """
      SELECT number
        FROM desk.ticket
       WHERE number > $1 AND status NOT IN ('closed', 'cancelled', 'redirected')
       ORDER BY number
       LIMIT $2
      """;
  private static final String OPENED_SINCE =
      """
      SELECT number
        FROM desk.ticket
       WHERE number > $1 AND created_at >= $3
       ORDER BY number
       LIMIT $2
      """;

  private final SqlClient sql;

  TicketStore(SqlClient sql) {
    this.sql = sql;
  }

  private static String save() {
    var columns =
        Stream.concat(
                Arrays.stream(TicketRow.COLUMNS.split(",")).map(String::strip),
                Stream.of("sla_snapshot", "parent", "act_at", "words"))
            .toList();
    var places =
        IntStream.rangeClosed(1, columns.size())
            .mapToObj(i -> i == columns.size() ? "$" + i + "::text::tsvector" : "$" + i)
            .collect(Collectors.joining(", "));
    var updates =
        columns.stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", "));
    return """
        INSERT INTO desk.ticket (%s) VALUES (%s)
        ON CONFLICT (number) DO UPDATE SET %s
        """
        .formatted(String.join(", ", columns), places, updates);
  }

  TicketNumber nextNumber() {
    var row = sql.preparedQuery(NUMBER).execute().await().iterator().next();
    return new TicketNumber(row.getLong("number"));
  }

  /// Tickets that are not over, by number.
  List<TicketNumber> open(long after, int limit) {
    return numbers(OPEN, Tuple.of(after, limit));
  }

  /// Tickets opened since then, by number.
  List<TicketNumber> openedSince(Instant since, long after, int limit) {
    return numbers(OPENED_SINCE, Tuple.of(after, limit, since.atOffset(ZoneOffset.UTC)));
  }

  Optional<Ticket> find(TicketNumber number) {
    return one(FIND, Tuple.of(number.value()));
  }

  /// The ticket, held until the transaction ends.
  Optional<Ticket> lock(TicketNumber number) {
    return one(LOCK, Tuple.of(number.value()));
  }

  /// Writes the ticket as it stands.
  ///
  /// @param snapshot the targets in force, kept so that later policies do not rewrite history
  /// @param actAt when the desk has to look at it again by itself
  void save(Ticket ticket, JsonObject snapshot, Optional<Instant> actAt) {
    var values = TicketRow.values(ticket).addValue(snapshot);
    values.addValue(
        ticket.stage() instanceof Stage.Merged(var parent, var _) ? parent.value() : null);
    values.addValue(TicketRow.utc(actAt));
    values.addString(
        Words.of(ticket.report().title() + "\n" + ticket.report().description()).vector());
    Database.unawaited(sql.preparedQuery(SAVE).execute(values));
  }

  List<Ticket> openLike(Alike alike) {
    var values =
        Tuple.tuple()
            .addValue(alike.requester().value())
            .addValue(alike.department().map(DepartmentId::value).orElse(null))
            .addValue(alike.category().value())
            .addValue(alike.since().atOffset(ZoneOffset.UTC))
            .addValue(alike.asset().orElse(null));
    return all(LIKE_THIS, values);
  }

  List<Ticket> ofRequester(PersonId requester, int limit) {
    return all(OF_REQUESTER, Tuple.of(requester.value(), limit));
  }

  List<Ticket> unfinishedOf(PersonId requester, int limit) {
    return all(UNFINISHED_OF, Tuple.of(requester.value(), limit));
  }

  List<Ticket> overOf(PersonId requester, Optional<TicketNumber> before, int limit) {
    var number = before.map(TicketNumber::value).orElse(Long.MAX_VALUE);
    return all(OVER_OF, Tuple.of(requester.value(), number, limit));
  }

  List<Ticket> inHandsOf(PersonId engineer, int limit) {
    return all(IN_HANDS_OF, Tuple.of(engineer.value(), limit));
  }

  long howManyInHandsOf(PersonId engineer) {
    var rows = sql.preparedQuery(HOW_MANY_IN_HANDS_OF).execute(Tuple.of(engineer.value())).await();
    return rows.iterator().next().getLong("found");
  }

  List<Fault> faultsSince(Instant since, int limit) {
    var rows = sql.preparedQuery(SINCE).execute(Tuple.of(since.atOffset(ZoneOffset.UTC), limit));
    return rows.await().stream().map(TicketRow::fault).toList();
  }

  List<Ticket> openFaults(Set<String> categories, Instant since, int limit) {
    var prefixes = categories.toArray(String[]::new);
    return all(UNMERGED_ABOUT, Tuple.of(since.atOffset(ZoneOffset.UTC), prefixes, limit));
  }

  List<Ticket> ratedLow(Scope scope, Instant since, Set<TicketNumber> without, int limit) {
    var conditions =
        Conditions.of(scope, TicketFilter.EVERYTHING)
            .and(
                "(rating->>'score')::int <= 2 AND resolved_at >= ?", since.atOffset(ZoneOffset.UTC))
            .and(
                "number <> ALL(?)", without.stream().map(TicketNumber::value).toArray(Long[]::new));
    var most = conditions.bind(limit);
    return all(
        SELECT + "WHERE " + conditions.where() + " ORDER BY resolved_at LIMIT " + most,
        conditions.values());
  }

  Map<DepartmentId, Long> reportsByDepartment(Instant since) {
    var counts = new HashMap<DepartmentId, Long>();
    var from = Tuple.of(since.atOffset(ZoneOffset.UTC));
    for (var row : sql.preparedQuery(BY_DEPARTMENT).execute(from).await())
      counts.put(new DepartmentId(row.getString("department")), row.getLong("reports"));
    return counts;
  }

  /// Whether this person has rated that engineer's work since then.
  boolean hasRated(PersonId by, PersonId engineer, Instant since) {
    var values = Tuple.of(by.value(), engineer.value(), since.atOffset(ZoneOffset.UTC));
    var rows = sql.preparedQuery(HAS_RATED).execute(values).await();
    return rows.iterator().next().getBoolean("rated");
  }

  RatingCount ratings(Instant from, Instant to) {
    var period = Tuple.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    var row = sql.preparedQuery(RATINGS).execute(period).await().iterator().next();
    return new RatingCount(row.getLong("satisfied"), row.getLong("rated"));
  }

  List<FaultCount> faultCounts(Instant from, Instant to) {
    var period = Tuple.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    return sql.preparedQuery(COUNTS).execute(period).await().stream()
        .map(
            row ->
                new FaultCount(
                    new CategoryCode(row.getString("category")),
                    row.getOffsetDateTime("hour").toInstant(),
                    row.getLong("times")))
        .toList();
  }

  List<Ticket> list(Scope scope, TicketFilter filter, Optional<TicketNumber> before, int limit) {
    if (filter.text().filter(words -> !words.isBlank()).isPresent())
      return search(scope, filter, before, limit);
    return list(Conditions.of(scope, filter), before, limit);
  }

  private List<Ticket> list(Conditions conditions, Optional<TicketNumber> before, int limit) {
    before.ifPresent(number -> conditions.and("number < ?", number.value()));
    var most = conditions.bind(limit);
    return all(
        SELECT + "WHERE " + conditions.where() + " ORDER BY number DESC LIMIT " + most,
        conditions.values());
  }

  List<Ticket> oldest(Scope scope, TicketFilter filter, int limit) {
    var conditions = Conditions.of(scope, filter);
    var most = conditions.bind(limit);
    return all(
        SELECT + "WHERE " + conditions.where() + " ORDER BY number LIMIT " + most,
        conditions.values());
  }

  List<Ticket> queue(Scope scope, TicketFilter filter, Optional<QueuePlace> after, int limit) {
    var conditions = Conditions.of(scope, filter);
    after.ifPresent(conditions::behind);
    var most = conditions.bind(limit);
    return all(
        "%sWHERE %s ORDER BY %s, number LIMIT %s"
            .formatted(SELECT, conditions.where(), DUE_NOW, most),
        conditions.values());
  }

  /// Usual words fill a page by going back a little from the newest. Where that is not enough, the
  /// index says which of the last tickets have them, then which of all, unless these are many: then
  /// it is asked for stretches, each longer than the one before, until a page is full. A number is
  /// looked up at once.
  private List<Ticket> search(
      Scope scope, TicketFilter filter, Optional<TicketNumber> before, int limit) {
    var text = filter.text().orElseThrow();
    var end = before.map(TicketNumber::value).orElseGet(this::afterLast);
    var number = TicketNumber.parse(text).isPresent();
    var newest = number ? List.<Ticket>of() : newest(scope, filter, end, limit);
    if (newest.size() == limit) return newest;
    var from = number ? end : Math.max(1, end - LONG);
    var last = number ? newest : indexed(scope, filter, from, end, limit);
    if (last.size() == limit) return last;
    return few(text)
        .map(few -> list(Conditions.of(scope, filter, few), before, limit))
        .orElseGet(() -> goingBack(scope, filter, last, from, limit));
  }

  /// Where half a page is found, the other half is not far.
  private List<Ticket> newest(Scope scope, TicketFilter filter, long end, int limit) {
    var length = scope.isNarrow() ? SHORT * LONGER : SHORT;
    var newest = stretch(scope, filter, end - length, end, limit);
    return newest.size() == limit || newest.size() < limit / 2
        ? newest
        : stretch(scope, filter, end - length * LONGER, end, limit);
  }

  private List<Ticket> goingBack(
      Scope scope, TicketFilter filter, List<Ticket> last, long before, int limit) {
    var found = new ArrayList<>(last);
    var end = before;
    for (var length = LONG; found.size() < limit && end > 1; length *= LONGER) {
      var from = Math.max(1, end - length);
      found.addAll(indexed(scope, filter, from, end, limit - found.size()));
      end = from;
    }
    return found;
  }

  /// Those of a stretch, by the index of words.
  private List<Ticket> indexed(Scope scope, TicketFilter filter, long from, long end, int limit) {
    var words = Words.query(filter.text().orElseThrow()).orElse("");
    var some = matching(MATCHING_BETWEEN, Tuple.of(words, from, end));
    return list(Conditions.of(scope, filter, some), Optional.empty(), limit);
  }

  private List<Ticket> stretch(Scope scope, TicketFilter filter, long from, long end, int limit) {
    var conditions = Conditions.within(filter, from, end);
    var newest = conditions.newest(scope, limit);
    var query = "%sWHERE number IN (%s) ORDER BY number DESC".formatted(SELECT, newest);
    return all(query, conditions.values()).stream().limit(limit).toList();
  }

  private long afterLast() {
    return sql.query(LAST).execute().await().iterator().next().getLong("last") + 1;
  }

  /// The numbers of all tickets with these words, or of that number, unless they are many.
  private Optional<Long[]> few(String text) {
    var query = Words.query(text).orElse("");
    var found = matching(MATCHING, Tuple.of(query, MANY));
    if (found.length == MANY) return Optional.empty();
    var typed = TicketNumber.parse(text).map(TicketNumber::value);
    return Optional.of(
        Stream.concat(Arrays.stream(found), typed.stream()).distinct().toArray(Long[]::new));
  }

  private Long[] matching(String query, Tuple values) {
    var row = sql.preparedQuery(query).execute(values).await().iterator().next();
    return row.getArrayOfLongs("numbers");
  }

  long count(Scope scope, TicketFilter filter) {
    var conditions = Conditions.of(scope, filter);
    var query = "SELECT count(*) AS found FROM desk.ticket WHERE " + conditions.where();
    var rows = sql.preparedQuery(query).execute(conditions.values()).await();
    return rows.iterator().next().getLong("found");
  }

  List<TicketNumber> due(Instant now, int limit) {
    return numbers(DUE, Tuple.of(now.atOffset(ZoneOffset.UTC), limit));
  }

  List<TicketNumber> openWith(PersonId person) {
    return numbers(OPEN_WITH, Tuple.of(person.value()));
  }

  boolean hasChildren(TicketNumber number) {
    var rows = sql.preparedQuery(CHILDREN).execute(Tuple.of(number.value())).await();
    return rows.iterator().next().getBoolean("found");
  }

  private List<TicketNumber> numbers(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map(row -> new TicketNumber(row.getLong("number")))
        .toList();
  }

  private Optional<Ticket> one(String query, Tuple values) {
    return all(query, values).stream().findFirst();
  }

  private List<Ticket> all(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map((Row row) -> TicketRow.ticket(row))
        .toList();
  }
}
