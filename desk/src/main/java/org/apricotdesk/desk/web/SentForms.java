package org.apricotdesk.desk.web;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.Person;

/// Remembers which forms were sent, so that a second tap or a reload repeats nothing.
final class SentForms {
  private static final Duration KEPT = Duration.ofDays(1);

  private static final String FIRST =
      """
      INSERT INTO desk.sent_form (form, person, sent_at)
      VALUES ($1, $2, $3)
      ON CONFLICT (form) DO NOTHING
      """;
  private static final String ANSWERED =
      "UPDATE desk.sent_form SET location = $3 WHERE form = $1 AND person = $2";
  private static final String LOCATION =
      "SELECT location FROM desk.sent_form WHERE form = $1 AND person = $2";
  private static final String SWEEP = "DELETE FROM desk.sent_form WHERE sent_at < $1";

  private final SqlClient sql;
  private final Clock clock;

  SentForms(Database database, Clock clock) {
    this.sql = database.pool();
    this.clock = clock;
  }

  boolean isFirst(String form, Person caller) {
    sql.preparedQuery(SWEEP).execute(Tuple.of(now().minus(KEPT))).await();
    var rows = sql.preparedQuery(FIRST).execute(Tuple.of(form, caller.id().value(), now())).await();
    return rows.rowCount() == 1;
  }

  void answered(String form, Person caller, String location) {
    sql.preparedQuery(ANSWERED).execute(Tuple.of(form, caller.id().value(), location)).await();
  }

  Optional<String> location(String form, Person caller) {
    var rows = sql.preparedQuery(LOCATION).execute(Tuple.of(form, caller.id().value())).await();
    return rows.stream().findFirst().map(row -> row.getString("location"));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
