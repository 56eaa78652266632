package org.apricotdesk.desk.ticket;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// The spares that are out, as their tickets' events say.
final class LoanStore {
  /// People hear of it so long before a spare is due, and again when it is.
  private static final Duration AHEAD = Duration.ofDays(2);

  private static final String SELECT =
      "SELECT asset, ticket, campus, department, out_at, due_back, extended FROM desk.spare_loan ";

  private static final String OF_ASSET = SELECT + "WHERE asset = $1 AND back_at IS NULL";

  private static final String IN_TURN = "SELECT pg_advisory_xact_lock(hashtext($1))";

  private static final String OF_TICKET =
      SELECT + "WHERE ticket = $1 AND back_at IS NULL ORDER BY out_at";

  private static final String OUT =
      SELECT + "WHERE back_at IS NULL AND campus = ANY($1) ORDER BY due_back, asset LIMIT $2";

  private static final String TO_REMIND =
      SELECT + "WHERE back_at IS NULL AND remind_at <= $1 ORDER BY remind_at LIMIT $2";

  private static final String LEND =
      """
      INSERT INTO desk.spare_loan (asset, ticket, campus, department, out_at, due_back, remind_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """;

  private static final String EXTEND =
      """
      UPDATE desk.spare_loan SET due_back = $2, remind_at = $3, extended = true
       WHERE asset = $1 AND back_at IS NULL
      """;

  private static final String REMINDED =
      """
      UPDATE desk.spare_loan SET remind_at = CASE WHEN due_back > $2 THEN due_back END
       WHERE asset = $1 AND back_at IS NULL
      """;

  private static final String BACK =
      """
      UPDATE desk.spare_loan SET back_at = $2, remind_at = NULL, condition = $3
       WHERE asset = $1 AND back_at IS NULL
      """;

  private final SqlClient sql;

  LoanStore(SqlClient sql) {
    this.sql = sql;
  }

  /// Whoever lends the same spare for another ticket at the same moment waits until this
  /// transaction is over, and then sees what it did.
  Optional<Loan> of(String asset) {
    run(IN_TURN, Tuple.of("spare " + asset));
    return all(OF_ASSET, Tuple.of(asset)).stream().findFirst();
  }

  List<Loan> of(TicketNumber ticket) {
    return all(OF_TICKET, Tuple.of(ticket.value()));
  }

  /// What is due first stands first.
  List<Loan> out(Set<CampusId> campuses, int limit) {
    var ids = campuses.stream().map(CampusId::value).toArray(String[]::new);
    return all(OUT, Tuple.of(ids, limit));
  }

  List<Loan> toRemind(Instant now, int limit) {
    return all(TO_REMIND, Tuple.of(utc(now), limit));
  }

  /// Keeps what happened to a ticket, if it was about a spare.
  void keep(Ticket ticket, What what, Instant now) {
    switch (what) {
      case What.Lent(var asset, var dueBack, var _) -> lend(ticket, asset, dueBack, now);
      case What.LoanExtended(var asset, var dueBack) ->
          run(EXTEND, Tuple.of(asset, utc(dueBack), utc(dueBack.minus(AHEAD))));
      case What.LoanDue(var asset, var _) -> run(REMINDED, Tuple.of(asset, utc(now)));
      case What.GivenBack(var asset, var text) -> run(BACK, Tuple.of(asset, utc(now), text));
      default -> {} // not about a spare
    }
  }

  private void lend(Ticket ticket, String asset, Instant dueBack, Instant now) {
    var place = ticket.report().place();
    var values = Tuple.of(asset, ticket.number().value(), place.campus().value());
    values.addValue(place.department().map(DepartmentId::value).orElse(null));
    values.addValue(utc(now)).addValue(utc(dueBack)).addValue(utc(dueBack.minus(AHEAD)));
    run(LEND, values);
  }

  private void run(String statement, Tuple values) {
    sql.preparedQuery(statement).execute(values).await();
  }

  private List<Loan> all(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map((Row row) -> loan(row))
        .toList();
  }

  private static Loan loan(Row row) {
    return new Loan(
        row.getString("asset"),
        new TicketNumber(row.getLong("ticket")),
        new CampusId(row.getString("campus")),
        Optional.ofNullable(row.getString("department")).map(DepartmentId::new),
        row.getOffsetDateTime("out_at").toInstant(),
        row.getOffsetDateTime("due_back").toInstant(),
        row.getBoolean("extended"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
