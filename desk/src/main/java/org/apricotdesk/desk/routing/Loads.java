package org.apricotdesk.desk.routing;

import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apricotdesk.desk.staff.Person;

/// How much everybody has in hand, weighed by priority: P1 8, P2 4, P3 2, P4 1.
final class Loads {
  /// Asked person by person: so it is planned once and for all, not for each number of people.
  private static final String OPEN =
      """
      SELECT person, load.weight, load.latest
        FROM jsonb_array_elements_text($1) AS person
       CROSS JOIN LATERAL (
             SELECT sum(CASE priority
                          WHEN 'P1' THEN 8 WHEN 'P2' THEN 4 WHEN 'P3' THEN 2 ELSE 1
                        END) AS weight,
                    max(first_responded_at) AS latest
               FROM desk.ticket
              WHERE assignee = person
                AND status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected')
             ) AS load
       WHERE load.weight IS NOT NULL
      """;

  private record Load(long weight, long latest) {}

  private static final Load NONE = new Load(0, 0);

  private final Map<String, Load> loads = new HashMap<>();

  static Loads of(SqlClient sql, List<Person> people) {
    var loads = new Loads();
    var ids = new JsonArray(people.stream().map(person -> person.id().value()).toList());
    for (var row : sql.preparedQuery(OPEN).execute(Tuple.of(ids)).await()) {
      var latest = row.getOffsetDateTime("latest");
      loads.loads.put(
          row.getString("person"),
          new Load(row.getLong("weight"), latest == null ? 0 : latest.toEpochSecond()));
    }
    return loads;
  }

  /// The least burdened first; among equals whoever got work longest ago.
  List<Person> lightestFirst(List<Person> people) {
    return people.stream()
        .sorted(
            Comparator.comparingLong((Person one) -> load(one).weight())
                .thenComparingLong(one -> load(one).latest())
                .thenComparing(one -> one.id().value()))
        .toList();
  }

  private Load load(Person person) {
    return loads.getOrDefault(person.id().value(), NONE);
  }
}
