package org.apricotdesk.desk.staff;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// People and places as PostgreSQL keeps them.
final class PeopleStore {
  private static final String REVISION = "SELECT value FROM desk.revision WHERE name = 'people'";

  private static final String CAMPUSES =
      "SELECT id, name, aliases, beds FROM desk.campus ORDER BY position, id";

  private static final String DEPARTMENTS =
      """
      SELECT id, name, campus, building, floor, type, critical, extension, liaison, aliases,
             retired, successors
        FROM desk.department
       ORDER BY campus, id
      """;

  private static final String TEAMS =
      """
      SELECT t.id, t.name, t.lead, t.rounds,
             coalesce(array_agg(s.id ORDER BY s.id) FILTER (WHERE s.id IS NOT NULL), '{}') AS ids,
             coalesce(array_agg(s.name ORDER BY s.id) FILTER (WHERE s.id IS NOT NULL), '{}') AS names
        FROM desk.team t
        LEFT JOIN desk.squad s ON s.team = t.id
       GROUP BY t.id
       ORDER BY t.position, t.id
      """;

  private static final String PEOPLE =
      """
      SELECT id, name, department, campus, roles, team, squad, speciality, skills, tier, systems,
             campus_scope, phone, active
        FROM desk.person
      """;

  private static final String MACHINES =
      "SELECT name, role, sha256 FROM desk.token WHERE revoked_at IS NULL ORDER BY name";

  private final SqlClient sql;

  PeopleStore(SqlClient sql) {
    this.sql = sql;
  }

  long revision() {
    return sql.preparedQuery(REVISION).execute().await().iterator().next().getLong("value");
  }

  Directory load() {
    return Directory.of(
        rows(PEOPLE, PeopleStore::person),
        rows(DEPARTMENTS, PeopleStore::department),
        rows(CAMPUSES, PeopleStore::campus),
        rows(TEAMS, PeopleStore::team),
        rows(MACHINES, PeopleStore::machine));
  }

  private <T> List<T> rows(String query, Function<Row, T> mapper) {
    return sql.preparedQuery(query).execute().await().stream().map(mapper).toList();
  }

  private static Person person(Row row) {
    return new Person(
        new PersonId(row.getString("id")),
        row.getString("name"),
        Optional.ofNullable(row.getString("department")).map(DepartmentId::new),
        new CampusId(row.getString("campus")),
        set(row.getArrayOfStrings("roles"), Role::of),
        Optional.ofNullable(row.getString("team")).map(TeamId::new),
        Optional.ofNullable(row.getString("squad")),
        Optional.ofNullable(row.getString("speciality")),
        set(row.getArrayOfStrings("skills"), Function.identity()),
        Optional.ofNullable(row.getString("tier")).flatMap(Tier::of),
        set(row.getArrayOfStrings("systems"), Function.identity()),
        set(row.getArrayOfStrings("campus_scope"), CampusId::new),
        Optional.ofNullable(row.getString("phone")),
        row.getBoolean("active"));
  }

  private static Department department(Row row) {
    return new Department(
        new DepartmentId(row.getString("id")),
        row.getString("name"),
        new CampusId(row.getString("campus")),
        row.getString("building"),
        row.getString("floor"),
        row.getString("type"),
        row.getBoolean("critical"),
        Optional.ofNullable(row.getString("extension")),
        Optional.ofNullable(row.getString("liaison")).map(PersonId::new),
        List.of(row.getArrayOfStrings("aliases")),
        row.getBoolean("retired"),
        Arrays.stream(row.getArrayOfStrings("successors")).map(DepartmentId::new).toList());
  }

  private static Campus campus(Row row) {
    return new Campus(
        new CampusId(row.getString("id")),
        row.getString("name"),
        List.of(row.getArrayOfStrings("aliases")),
        row.getInteger("beds"));
  }

  private static Team team(Row row) {
    var ids = row.getArrayOfStrings("ids");
    var names = row.getArrayOfStrings("names");
    var squads =
        java.util.stream.IntStream.range(0, ids.length)
            .mapToObj(i -> new Team.Squad(ids[i], names[i]))
            .toList();
    return new Team(
        new TeamId(row.getString("id")),
        row.getString("name"),
        Optional.ofNullable(row.getString("lead")).map(PersonId::new),
        squads,
        row.getBoolean("rounds"));
  }

  private static Machine machine(Row row) {
    return new Machine(
        row.getString("name"), Role.of(row.getString("role")), row.getString("sha256"));
  }

  private static <T> Set<T> set(String[] values, Function<String, T> of) {
    return Arrays.stream(values).map(of).collect(Collectors.toUnmodifiableSet());
  }
}
