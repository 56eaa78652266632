package org.apricotdesk.desk.console;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.PersonId;

/// What one shift leaves for the next, and who of the next has read it.
final class Handovers {
  private static final int MOST = 20;

  private static final String SINCE =
      """
      SELECT position, at, author, campus, text, seen_by
        FROM desk.handover
       WHERE at >= $1 AND campus = ANY($2)
       ORDER BY at DESC
       LIMIT $3
      """;

  private static final String LEAVE =
      "INSERT INTO desk.handover (at, author, campus, text) VALUES ($1, $2, $3, $4)";

  private static final String SEEN =
      """
      UPDATE desk.handover SET seen_by = array_append(seen_by, $2)
       WHERE position = $1 AND author <> $2 AND NOT $2 = ANY(seen_by)
      """;

  private final SqlClient sql;

  Handovers(SqlClient sql) {
    this.sql = sql;
  }

  record Handover(
      long position,
      Instant at,
      PersonId author,
      CampusId campus,
      String text,
      List<PersonId> seen) {}

  List<Handover> since(Instant moment, List<CampusId> campuses) {
    var ids = campuses.stream().map(CampusId::value).toArray(String[]::new);
    var values = Tuple.of(moment.atOffset(ZoneOffset.UTC), ids, MOST);
    return sql.preparedQuery(SINCE).execute(values).await().stream()
        .map(
            row ->
                new Handover(
                    row.getLong("position"),
                    row.getOffsetDateTime("at").toInstant(),
                    new PersonId(row.getString("author")),
                    new CampusId(row.getString("campus")),
                    row.getString("text"),
                    List.of(row.getArrayOfStrings("seen_by")).stream().map(PersonId::new).toList()))
        .toList();
  }

  /// @param text with patient data hidden already
  void leave(Instant at, PersonId author, CampusId campus, String text) {
    var values = Tuple.of(at.atOffset(ZoneOffset.UTC), author.value(), campus.value(), text);
    sql.preparedQuery(LEAVE).execute(values).await();
  }

  void seen(long position, PersonId reader) {
    sql.preparedQuery(SEEN).execute(Tuple.of(position, reader.value())).await();
  }
}
