package org.apricotdesk.desk.assessment;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apricotdesk.desk.ledger.Entry.Judge;
import org.apricotdesk.desk.staff.PersonId;

/// Ratings and breaches as PostgreSQL keeps them.
final class AssessmentStore {
  private static final String RATE =
      """
      INSERT INTO desk.innovation_rating (term, engineer, judge, score, reason, rated_by, rated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (term, engineer, judge) DO UPDATE
         SET score = excluded.score, reason = excluded.reason, rated_by = excluded.rated_by,
             rated_at = excluded.rated_at
      """;
  private static final String RATINGS =
      """
      SELECT engineer, judge, score, reason, rated_by, rated_at
        FROM desk.innovation_rating
       WHERE term = $1
       ORDER BY engineer, judge DESC
      """;
  private static final String NOTE =
      """
      INSERT INTO desk.security_breach (engineer, on_day, reason, noted_by, noted_at)
      VALUES ($1, $2, $3, $4, $5)
      RETURNING number
      """;
  private static final String WITHDRAW =
      """
      UPDATE desk.security_breach SET withdrawn = true
       WHERE number = $1 AND engineer = $2 AND NOT withdrawn
      """;
  private static final String BREACHES =
      """
      SELECT number, engineer, on_day, reason, noted_by, noted_at
        FROM desk.security_breach
       WHERE on_day >= $1 AND on_day < $2 AND NOT withdrawn
       ORDER BY on_day, number
      """;

  private final SqlClient sql;

  AssessmentStore(SqlClient sql) {
    this.sql = sql;
  }

  void rate(Term term, Rating rating) {
    var values = Tuple.of(term.code(), rating.engineer().value(), rating.judge().code());
    values.addInteger(rating.score()).addString(rating.reason()).addString(rating.by().value());
    sql.preparedQuery(RATE).execute(values.addValue(rating.at().atOffset(ZoneOffset.UTC))).await();
  }

  List<Rating> ratings(Term term) {
    return sql.preparedQuery(RATINGS).execute(Tuple.of(term.code())).await().stream()
        .map(AssessmentStore::rating)
        .toList();
  }

  long note(PersonId engineer, LocalDate on, String reason, PersonId by, Instant at) {
    var values = Tuple.of(engineer.value(), on, reason, by.value(), at.atOffset(ZoneOffset.UTC));
    return sql.preparedQuery(NOTE).execute(values).await().iterator().next().getLong("number");
  }

  /// @return false if there is none of that number, or it was withdrawn before
  boolean withdraw(PersonId engineer, long breach) {
    var values = Tuple.of(breach, engineer.value());
    return sql.preparedQuery(WITHDRAW).execute(values).await().rowCount() > 0;
  }

  List<Breach> breaches(Term term) {
    return sql.preparedQuery(BREACHES).execute(Tuple.of(term.first(), term.end())).await().stream()
        .map(AssessmentStore::breach)
        .toList();
  }

  private static Rating rating(Row row) {
    return new Rating(
        new PersonId(row.getString("engineer")),
        Judge.valueOf(row.getString("judge").toUpperCase(Locale.ROOT)),
        row.getInteger("score"),
        row.getString("reason"),
        new PersonId(row.getString("rated_by")),
        row.getOffsetDateTime("rated_at").toInstant());
  }

  private static Breach breach(Row row) {
    return new Breach(
        row.getLong("number"),
        new PersonId(row.getString("engineer")),
        row.getLocalDate("on_day"),
        row.getString("reason"),
        new PersonId(row.getString("noted_by")),
        row.getOffsetDateTime("noted_at").toInstant());
  }
}
