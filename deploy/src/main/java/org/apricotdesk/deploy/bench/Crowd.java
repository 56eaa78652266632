package org.apricotdesk.deploy.bench;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Makes millions of tickets out of a few that went through the desk: copies with other numbers,
/// times, people and places, and with their events.
///
/// Of the whole 0.6 % are open, as in a group of hospitals; the rest is closed, spread over five
/// years. Every twentieth ticket and every open one has its events; nobody opens the others.
final class Crowd {
  private static final String COLUMNS =
      """
      SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
        FROM information_schema.columns
       WHERE table_schema = 'desk' AND table_name = 'ticket'
      """;

  private static final String EVENTS =
      """
      INSERT INTO desk.event (stream, key, sequence, type, at, actor, payload)
      SELECT 'ticket', made.number::text, e.sequence, e.type,
             made.created_at + (e.at - original.created_at), e.actor, e.payload
        FROM (SELECT number, created_at, number > $3 * 0.994 AS fresh,
                     (number % (SELECT count(*) FROM bench_seed WHERE fresh))::int AS fresh_turn,
                     (number % (SELECT count(*) FROM bench_seed WHERE NOT fresh))::int AS old_turn
                FROM desk.ticket WHERE number BETWEEN $1 AND $2) made
        JOIN bench_seed seed
          ON seed.fresh = made.fresh
         AND seed.turn = CASE WHEN made.fresh THEN fresh_turn ELSE old_turn END
        JOIN desk.ticket original ON original.number = seed.number
        JOIN desk.event e ON e.stream = 'ticket' AND e.key = seed.number::text
       WHERE made.number % 20 = 0 OR made.fresh
      """;

  private final SqlClient sql;

  Crowd(SqlClient sql) {
    this.sql = sql;
  }

  /// Takes the originals, whose numbers are below those of all copies.
  void prepare(List<Long> closed, List<Long> open) {
    run("CREATE UNLOGGED TABLE bench_seed (turn int, fresh boolean, number bigint)");
    seed(closed, false);
    seed(open, true);
    run(
        """
        CREATE UNLOGGED TABLE bench_place AS
        SELECT (row_number() OVER () - 1)::int AS turn, id, campus
          FROM desk.department WHERE NOT retired
        """);
    run(
        """
        CREATE UNLOGGED TABLE bench_hand AS
        SELECT (row_number() OVER () - 1)::int AS turn, id, team
          FROM desk.person WHERE 'engineer' = ANY(roles)
        """);
    run("ANALYZE bench_seed, bench_place, bench_hand");
  }

  private void seed(List<Long> numbers, boolean fresh) {
    for (var i = 0; i < numbers.size(); i++)
      sql.preparedQuery("INSERT INTO bench_seed VALUES ($1, $2, $3)")
          .execute(Tuple.of(i, fresh, numbers.get(i)))
          .await();
  }

  /// Adds the tickets from one number to another, with the indexes that production has.
  void grow(long from, long to) {
    var indexes = indexes();
    indexes.forEach(index -> run("DROP INDEX desk." + index.name()));
    var range = Tuple.of(from, to, to);
    sql.preparedQuery(copies()).execute(range).await();
    indexes.forEach(index -> run(index.definition()));
    sql.preparedQuery(EVENTS).execute(range).await();
    run("VACUUM ANALYZE desk.ticket");
    run("VACUUM ANALYZE desk.event");
  }

  private String copies() {
    return """
        INSERT INTO desk.ticket (%s)
        SELECT %s
          FROM (SELECT n, now() - interval '5 years' * (1 - n::float8 / $3) AS born,
                       n > $3 * 0.994 AS fresh,
                       (n %% (SELECT count(*) FROM bench_seed WHERE fresh))::int AS fresh_turn,
                       (n %% (SELECT count(*) FROM bench_seed WHERE NOT fresh))::int AS old_turn,
                       (n %% (SELECT count(*) FROM bench_place))::int AS place_turn,
                       (n %% (SELECT count(*) FROM bench_hand))::int AS hand_turn
                  FROM generate_series($1::bigint, $2::bigint) n) made
          JOIN bench_seed seed
            ON seed.fresh = made.fresh
           AND seed.turn = CASE WHEN made.fresh THEN fresh_turn ELSE old_turn END
          JOIN desk.ticket o ON o.number = seed.number
          JOIN bench_place place ON place.turn = made.place_turn
          JOIN bench_hand hand ON hand.turn = made.hand_turn
        """
        .formatted(columns(), values());
  }

  private record Index(String name, String definition) {}

  private List<Index> indexes() {
    var rows =
        sql.query(
                """
                SELECT indexname, indexdef FROM pg_indexes
                 WHERE schemaname = 'desk' AND tablename = 'ticket' AND indexname <> 'ticket_pkey'
                """)
            .execute()
            .await();
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new Index(row.getString("indexname"), row.getString("indexdef")))
        .toList();
  }

  private String columns() {
    return sql.query(COLUMNS).execute().await().iterator().next().getString("columns");
  }

  private String values() {
    return List.of(columns().split(", ")).stream()
        .map(Crowd::value)
        .collect(Collectors.joining(", "));
  }

  /// What is made anew for each copy; every other column is the original's.
  private static String value(String column) {
    var original = "o." + column;
    return switch (column) {
      case "number" -> "made.n";
      case "created_at" -> "made.born";
      case "first_responded_at",
          "resolved_at",
          "closed_at",
          "response_due_at",
          "resolution_due_at" ->
          "made.born + (" + original + " - o.created_at)";
      case "requester" -> "'staff' || made.n * 7919 % 5000";
      case "department" -> "place.id";
      case "campus" -> "place.campus";
      case "team" -> "hand.team";
      case "assignee" -> "CASE WHEN o.assignee IS NULL THEN NULL ELSE hand.id END";
      case "act_at" -> "NULL";
      default -> original;
    };
  }

  private void run(String statement) {
    sql.query(statement).execute().await();
  }
}
