package org.apricotdesk.desk.incident;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/// Incidents and those who suffer from them, as PostgreSQL keeps them.
final class IncidentStore {
  private static final String NUMBER = "SELECT nextval('desk.incident_number') AS number";

  private static final String SAVE =
      """
      INSERT INTO desk.incident (number, stage, parent, detected_at, act_at, state)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (number) DO UPDATE
         SET stage = excluded.stage, parent = excluded.parent, act_at = excluded.act_at,
             state = excluded.state
      """;

  private static final String FIND = "SELECT state FROM desk.incident WHERE number = $1";

  private static final String LOCK = FIND + " FOR UPDATE";

  private static final String OPEN =
      """
      SELECT state FROM desk.incident
       WHERE stage IN ('suspected', 'declared', 'mitigating', 'restored', 'reviewed')
       ORDER BY number
      """;

  private static final String PAGE =
      """
      SELECT state FROM desk.incident
       WHERE number < $1 AND ($2 OR stage NOT IN ('suspected', 'dismissed'))
       ORDER BY number DESC LIMIT $3
      """;

  private static final String DETECTED =
      """
      SELECT state FROM desk.incident WHERE detected_at >= $1 AND detected_at < $2
       ORDER BY detected_at
      """;

  private static final String OF_PARENT = "SELECT number FROM desk.incident WHERE parent = $1";

  private static final String OF_TICKETS =
      """
      SELECT ticket, incident FROM desk.incident_report WHERE ticket = ANY($1)
      UNION SELECT parent, number FROM desk.incident WHERE parent = ANY($1)
      """;

  private static final String DUE =
      "SELECT number FROM desk.incident WHERE act_at <= $1 ORDER BY act_at LIMIT $2";

  private static final String JOIN =
      """
      INSERT INTO desk.incident_report (incident, reporter, campus, department, ticket, joined_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT DO NOTHING RETURNING id
      """;

  private static final String REPORTS =
      """
      SELECT reporter, campus, department, ticket FROM desk.incident_report
       WHERE incident = $1 AND left_at IS NULL ORDER BY id
      """;

  private static final String TAKE_OUT =
      """
      WITH told AS (
        DELETE FROM desk.incident_report
         WHERE incident = $1 AND reporter = $2 AND ticket IS NULL
        RETURNING reporter, campus, department, ticket
      ), reported AS (
        UPDATE desk.incident_report SET left_at = $3
         WHERE incident = $1 AND reporter = $2 AND ticket IS NOT NULL AND left_at IS NULL
        RETURNING reporter, campus, department, ticket
      )
      SELECT * FROM told UNION ALL SELECT * FROM reported
      """;

  private static final String PLACES =
      """
      SELECT department, array_agg(DISTINCT reporter) AS reporters, bool_and(works) AS works,
             count(works) AS answers
        FROM desk.incident_report
       WHERE incident = $1 AND department IS NOT NULL AND left_at IS NULL
       GROUP BY department ORDER BY department
      """;

  private static final String ANSWERED =
      "UPDATE desk.incident_report SET works = $3 WHERE incident = $1 AND department = $2";

  private final SqlClient sql;

  IncidentStore(SqlClient sql) {
    this.sql = sql;
  }

  IncidentNumber nextNumber() {
    var row = sql.preparedQuery(NUMBER).execute().await().iterator().next();
    return new IncidentNumber(row.getLong("number"));
  }

  void save(Incident incident) {
    var row =
        Tuple.of(
            incident.number().value(),
            incident.stage().code(),
            incident.parent().map(TicketNumber::value).orElse(null),
            utc(incident.times().detected()),
            incident.actAt().map(IncidentStore::utc).orElse(null),
            Facts.of(incident));
    sql.preparedQuery(SAVE).execute(row).await();
  }

  Optional<Incident> find(IncidentNumber number) {
    return all(FIND, Tuple.of(number.value())).stream().findFirst();
  }

  /// The incident, held until the transaction ends.
  Optional<Incident> lock(IncidentNumber number) {
    return all(LOCK, Tuple.of(number.value())).stream().findFirst();
  }

  /// Suspected ones and those that are not closed; there are never many.
  List<Incident> open() {
    return all(OPEN, Tuple.tuple());
  }

  /// The newest first.
  ///
  /// @param suspected with those that nobody has declared
  List<Incident> page(long before, boolean suspected, int limit) {
    return all(PAGE, Tuple.of(before, suspected, limit));
  }

  List<Incident> detected(Instant from, Instant to) {
    return all(DETECTED, Tuple.of(utc(from), utc(to)));
  }

  Optional<IncidentNumber> ofParent(TicketNumber parent) {
    return sql.preparedQuery(OF_PARENT).execute(Tuple.of(parent.value())).await().stream()
        .findFirst()
        .map(row -> new IncidentNumber(row.getLong("number")));
  }

  /// Which incident each of these tickets belongs to.
  Map<Long, Long> ofTickets(List<Long> tickets) {
    var found = new HashMap<Long, Long>();
    var numbers = tickets.toArray(Long[]::new);
    for (var row : sql.preparedQuery(OF_TICKETS).execute(Tuple.of(numbers)).await())
      found.put(row.getLong(0), row.getLong(1));
    return found;
  }

  List<IncidentNumber> due(Instant now, int limit) {
    return sql.preparedQuery(DUE).execute(Tuple.of(utc(now), limit)).await().stream()
        .map(row -> new IncidentNumber(row.getLong("number")))
        .toList();
  }

  /// Whether they were not among those affected before.
  boolean join(IncidentNumber incident, Report report, Instant at) {
    var row =
        Tuple.of(
            incident.value(),
            report.reporter().value(),
            report.campus().value(),
            report.department().map(DepartmentId::value).orElse(null),
            report.ticket().map(TicketNumber::value).orElse(null),
            utc(at));
    return sql.preparedQuery(JOIN).execute(row).await().rowCount() == 1;
  }

  List<Report> reports(IncidentNumber incident) {
    return reports(REPORTS, Tuple.of(incident.value()));
  }

  /// Takes somebody out who suffers from something else; says what they had reported. A ticket that
  /// was taken out is not linked again.
  List<Report> takeOut(IncidentNumber incident, PersonId who, Instant at) {
    return reports(TAKE_OUT, Tuple.of(incident.value(), who.value(), utc(at)));
  }

  private List<Report> reports(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map(IncidentStore::report)
        .toList();
  }

  RollCall rollCall(IncidentNumber incident) {
    var rows = sql.preparedQuery(PLACES).execute(Tuple.of(incident.value())).await();
    return new RollCall(
        rows.stream()
            .map(
                row ->
                    new RollCall.Place(
                        new DepartmentId(row.getString("department")),
                        people(row.getArrayOfStrings("reporters")),
                        row.getLong("answers") == 0
                            ? Optional.empty()
                            : Optional.ofNullable(row.getBoolean("works"))))
            .toList());
  }

  private static Set<PersonId> people(String[] ids) {
    return Arrays.stream(ids).map(PersonId::new).collect(Collectors.toUnmodifiableSet());
  }

  void answered(IncidentNumber incident, DepartmentId department, boolean works) {
    sql.preparedQuery(ANSWERED)
        .execute(Tuple.of(incident.value(), department.value(), works))
        .await();
  }

  private List<Incident> all(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map(row -> incident(row.getJsonObject("state")))
        .toList();
  }

  private static Incident incident(JsonObject state) {
    return Facts.read(state, Incident.class);
  }

  private static Report report(Row row) {
    return new Report(
        new PersonId(row.getString("reporter")),
        new CampusId(row.getString("campus")),
        text(row.getString("department")).map(DepartmentId::new),
        Optional.ofNullable(row.getLong("ticket")).map(TicketNumber::new));
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
