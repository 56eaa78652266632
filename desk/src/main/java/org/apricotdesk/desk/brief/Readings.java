package org.apricotdesk.desk.brief;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;

/// Who has read a brief, told by department and never by person.
public final class Readings {
  private static final String OPENED =
      """
      INSERT INTO desk.brief_reading (brief, person, department, at)
      VALUES ($1, $2, $3, $4)
          ON CONFLICT (brief, person) DO NOTHING
      """;
  private static final String JUDGED =
      "UPDATE desk.brief_reading SET useful = $3 WHERE brief = $1 AND person = $2";
  private static final String BY_DEPARTMENT =
      """
      SELECT coalesce(department, '') AS department, count(*) AS readers
        FROM desk.brief_reading
       WHERE brief = $1
       GROUP BY 1
      """;
  private static final String VERDICTS =
      """
      SELECT count(*) FILTER (WHERE useful) AS useful,
             count(*) FILTER (WHERE NOT useful) AS useless
        FROM desk.brief_reading
       WHERE brief = $1
      """;

  private final SqlClient sql;
  private final People people;
  private final Clock clock;

  public Readings(Database database, People people, Clock clock) {
    this.sql = database.pool();
    this.people = people;
    this.clock = clock;
  }

  /// How many of a department have opened it.
  public record Read(String department, long readers, long members) {
    public long percent() {
      return members == 0 ? 0 : readers * 100 / members;
    }
  }

  public record Verdicts(long useful, long useless) {}

  void opened(Brief brief, Person reader) {
    var department = reader.department().map(DepartmentId::value).orElse(null);
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    sql.preparedQuery(OPENED)
        .execute(Tuple.of(brief.id(), reader.id().value(), department, now))
        .await();
  }

  void judged(Brief brief, Person reader, boolean useful) {
    sql.preparedQuery(JUDGED).execute(Tuple.of(brief.id(), reader.id().value(), useful)).await();
  }

  Verdicts verdicts(Brief brief) {
    var row = sql.preparedQuery(VERDICTS).execute(Tuple.of(brief.id())).await().iterator().next();
    return new Verdicts(row.getLong("useful"), row.getLong("useless"));
  }

  /// The departments it is for, those who read least first.
  List<Read> byDepartment(Brief brief) {
    var readers = new HashMap<String, Long>();
    sql.preparedQuery(BY_DEPARTMENT).execute(Tuple.of(brief.id())).await().stream()
        .forEach(row -> readers.put(row.getString("department"), row.getLong("readers")));
    var members = new HashMap<DepartmentId, Long>();
    for (var person : people.everybody())
      if (person.active()) person.department().ifPresent(d -> members.merge(d, 1L, Long::sum));
    return people.departments().stream()
        .filter(department -> !department.retired() && members.containsKey(department.id()))
        .filter(d -> isFor(brief, d.id()))
        .map(
            d ->
                new Read(
                    d.name(),
                    readers.getOrDefault(d.id().value(), 0L),
                    members.getOrDefault(d.id(), 0L)))
        .sorted(Comparator.comparingLong(Read::percent).thenComparing(Read::department))
        .toList();
  }

  private static boolean isFor(Brief brief, DepartmentId department) {
    var departments = brief.audience().departments();
    return departments.isEmpty() || departments.contains(department);
  }
}
