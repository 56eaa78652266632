package org.apricotdesk.desk.duty;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.PersonId;

/// The duty roster.
public final class Duty {
  private static final String ON =
      """
      SELECT person, shift, line, campus, starts_at, ends_at
        FROM desk.duty
       WHERE starts_at < $2 AND ends_at > $1
       ORDER BY starts_at, person
      """;

  private static final String CLEAR =
      "DELETE FROM desk.duty WHERE starts_at >= $1 AND starts_at < $2";

  private static final String REMOVE = "DELETE FROM desk.duty WHERE person = $1 AND starts_at = $2";

  private static final String ADD =
      """
      INSERT INTO desk.duty (person, shift, line, campus, starts_at, ends_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """;

  private final Database database;

  public Duty(Database database) {
    this.database = database;
  }

  /// Everybody on duty at a moment.
  public List<Shift> on(SqlClient sql, Instant moment) {
    return between(sql, moment, moment.plusNanos(1000));
  }

  /// Every shift that touches the time from `from` up to `to`.
  public List<Shift> between(Instant from, Instant to) {
    return between(database.pool(), from, to);
  }

  static List<Shift> between(SqlClient sql, Instant from, Instant to) {
    return sql.preparedQuery(ON).execute(Tuple.of(utc(from), utc(to))).await().stream()
        .map(Duty::shift)
        .toList();
  }

  /// Puts a roster in place of whatever stood for that time.
  ///
  /// @return what is wrong with it, for the person who wrote it; then nothing is stored
  public List<Clash> publish(Instant from, Instant to, List<Shift> shifts) {
    var clashes = clashes(shifts);
    if (!clashes.isEmpty()) return clashes;
    database.inTransaction(tx -> replace(tx, from, to, shifts));
    return List.of();
  }

  private static int replace(SqlConnection tx, Instant from, Instant to, List<Shift> shifts) {
    tx.preparedQuery(CLEAR).execute(Tuple.of(utc(from), utc(to))).await();
    var rows = shifts.stream().map(Duty::row).toList();
    if (!rows.isEmpty()) tx.preparedQuery(ADD).executeBatch(rows).await();
    return rows.size();
  }

  /// Adds one shift, unless its person would have to be in two places.
  public Optional<Clash> add(SqlConnection tx, Shift shift) {
    var clash =
        between(tx, shift.start(), shift.end()).stream()
            .filter(other -> other.person().equals(shift.person()))
            .findFirst();
    if (clash.isEmpty()) tx.preparedQuery(ADD).execute(row(shift)).await();
    return clash.map(other -> new Clash(shift, other));
  }

  /// Takes one shift out.
  ///
  /// @return false if somebody has taken it out already
  public boolean remove(SqlConnection tx, Shift shift) {
    var key = Tuple.of(shift.person().value(), utc(shift.start()));
    return tx.preparedQuery(REMOVE).execute(key).await().rowCount() > 0;
  }

  /// Somebody who would have to be in two places.
  public record Clash(Shift one, Shift other) {}

  private static List<Clash> clashes(List<Shift> shifts) {
    var clashes = new ArrayList<Clash>();
    for (var i = 0; i < shifts.size(); i++)
      for (var j = i + 1; j < shifts.size(); j++)
        if (shifts.get(i).person().equals(shifts.get(j).person())
            && shifts.get(i).overlaps(shifts.get(j)))
          clashes.add(new Clash(shifts.get(i), shifts.get(j)));
    return clashes;
  }

  private static Tuple row(Shift shift) {
    return Tuple.of(
        shift.person().value(),
        shift.name(),
        shift.line().code(),
        shift.campus().value(),
        utc(shift.start()),
        utc(shift.end()));
  }

  private static Shift shift(Row row) {
    return new Shift(
        new PersonId(row.getString("person")),
        row.getString("shift"),
        Line.valueOf(row.getString("line").toUpperCase(Locale.ROOT)),
        new CampusId(row.getString("campus")),
        row.getOffsetDateTime("starts_at").toInstant(),
        row.getOffsetDateTime("ends_at").toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
