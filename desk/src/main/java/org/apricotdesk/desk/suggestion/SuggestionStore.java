package org.apricotdesk.desk.suggestion;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.staff.PersonId;

/// Suggestions as PostgreSQL keeps them: one row each.
final class SuggestionStore {
  private static final String NUMBER = "SELECT nextval('desk.suggestion_number') AS number";

  private static final String SAVE =
      """
      INSERT INTO desk.suggestion
             (number, stage, proposer, submitted_at, planned_end, measured_at, state)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (number) DO UPDATE
         SET stage = excluded.stage, planned_end = excluded.planned_end,
             measured_at = excluded.measured_at, state = excluded.state
      """;

  private static final String FIND = "SELECT state FROM desk.suggestion WHERE number = $1";

  private static final String LOCK = FIND + " FOR UPDATE";

  private static final String PAGE =
      """
      SELECT state FROM desk.suggestion
       WHERE number < $1 AND (cardinality($2::text[]) = 0 OR stage = ANY($2))
       ORDER BY number DESC LIMIT $3
      """;

  private static final String OF_PROPOSER =
      "SELECT state FROM desk.suggestion WHERE proposer = $1 ORDER BY number DESC LIMIT $2";

  private static final String SUBMITTED =
      """
      SELECT state FROM desk.suggestion WHERE submitted_at >= $1 AND submitted_at < $2
       ORDER BY submitted_at, number
      """;

  private static final String PLANNED =
      """
      SELECT state FROM desk.suggestion WHERE planned_end >= $1 AND planned_end < $2
       ORDER BY planned_end, number
      """;

  private static final String MEASURED =
      """
      SELECT state FROM desk.suggestion WHERE measured_at >= $1 AND measured_at < $2
       ORDER BY measured_at, number
      """;

  private final SqlClient sql;

  SuggestionStore(SqlClient sql) {
    this.sql = sql;
  }

  SuggestionNumber nextNumber() {
    var row = sql.preparedQuery(NUMBER).execute().await().iterator().next();
    return new SuggestionNumber(row.getLong("number"));
  }

  void save(Suggestion suggestion) {
    var row =
        Tuple.of(
            suggestion.number().value(),
            suggestion.stage().code(),
            suggestion.proposer().value(),
            suggestion.submitted().atOffset(ZoneOffset.UTC),
            suggestion.plannedEnd().orElse(null),
            suggestion.measuredAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
            Facts.of(suggestion));
    sql.preparedQuery(SAVE).execute(row).await();
  }

  Optional<Suggestion> find(SuggestionNumber number) {
    return all(FIND, Tuple.of(number.value())).stream().findFirst();
  }

  /// The suggestion, held until the transaction ends.
  Optional<Suggestion> lock(SuggestionNumber number) {
    return all(LOCK, Tuple.of(number.value())).stream().findFirst();
  }

  List<Suggestion> page(long before, Set<Stage> stages, int limit) {
    var codes = stages.stream().map(Stage::code).toArray(String[]::new);
    return all(PAGE, Tuple.of(before, codes, limit));
  }

  List<Suggestion> ofProposer(PersonId proposer, int limit) {
    return all(OF_PROPOSER, Tuple.of(proposer.value(), limit));
  }

  List<Suggestion> submitted(Instant from, Instant to) {
    return all(SUBMITTED, Tuple.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
  }

  List<Suggestion> planned(LocalDate from, LocalDate to) {
    return all(PLANNED, Tuple.of(from, to));
  }

  List<Suggestion> measured(Instant from, Instant to) {
    return all(MEASURED, Tuple.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
  }

  private List<Suggestion> all(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map(row -> Facts.read(row.getJsonObject("state"), Suggestion.class))
        .toList();
  }
}
