package org.apricotdesk.desk.staff;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;

/// Writes single changes that somebody makes by hand to people and places, within the caller's
/// transaction. Whoever calls it has checked them, and refreshes [People] afterwards.
public final class Register {
  private static final String PERSON =
      """
      UPDATE desk.person
         SET department = $2, campus = $3, roles = $4, team = $5, squad = $6, speciality = $7,
             tier = $8, systems = $9, campus_scope = $10, phone = $11, active = $12
       WHERE id = $1
      """;

  private static final String DEPARTMENT =
      """
      INSERT INTO desk.department
        (id, name, campus, building, floor, type, critical, extension, liaison, aliases, retired,
         successors)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, campus = excluded.campus, building = excluded.building,
            floor = excluded.floor, type = excluded.type, critical = excluded.critical,
            extension = excluded.extension, liaison = excluded.liaison,
            aliases = excluded.aliases, retired = excluded.retired,
            successors = excluded.successors
      """;

  private static final String CAMPUS =
      """
      INSERT INTO desk.campus (id, name, aliases, beds, position)
      VALUES ($1, $2, $3, $4, (SELECT coalesce(max(position), 0) + 1 FROM desk.campus))
      ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, aliases = excluded.aliases, beds = excluded.beds
      """;

  private static final String TEAM =
      """
      INSERT INTO desk.team (id, name, lead, rounds, position)
      VALUES ($1, $2, $3, $4, (SELECT coalesce(max(position), 0) + 1 FROM desk.team))
      ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, lead = excluded.lead, rounds = excluded.rounds
      """;

  private static final String SQUAD =
      """
      INSERT INTO desk.squad (id, team, name) VALUES ($1, $2, $3)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name
      """;

  private static final String MOVED =
      "UPDATE desk.revision SET value = value + 1 WHERE name = 'people'";

  private final SqlConnection tx;

  public Register(SqlConnection tx) {
    this.tx = tx;
  }

  /// Somebody who is known; people come and go by the platform's address book.
  public void put(Person p) {
    write(
        PERSON,
        Tuple.tuple()
            .addString(p.id().value())
            .addValue(p.department().map(DepartmentId::value).orElse(null))
            .addString(p.campus().value())
            .addArrayOfString(array(p.roles().stream().map(Role::code).sorted().toList()))
            .addValue(p.team().map(TeamId::value).orElse(null))
            .addValue(p.squad().orElse(null))
            .addValue(p.speciality().orElse(null))
            .addValue(p.tier().map(Tier::code).orElse(null))
            .addArrayOfString(array(p.systems().stream().sorted().toList()))
            .addArrayOfString(
                array(p.campusScope().stream().map(CampusId::value).sorted().toList()))
            .addValue(p.phone().orElse(null))
            .addBoolean(p.active()));
  }

  public void put(Department d) {
    write(
        DEPARTMENT,
        Tuple.tuple()
            .addString(d.id().value())
            .addString(d.name())
            .addString(d.campus().value())
            .addString(d.building())
            .addString(d.floor())
            .addString(d.type())
            .addBoolean(d.critical())
            .addValue(d.extension().orElse(null))
            .addValue(d.liaison().map(PersonId::value).orElse(null))
            .addArrayOfString(array(d.aliases()))
            .addBoolean(d.retired())
            .addArrayOfString(array(d.successors().stream().map(DepartmentId::value).toList())));
  }

  public void put(Campus c) {
    write(CAMPUS, Tuple.of(c.id().value(), c.name(), array(c.aliases()), c.beds()));
  }

  public void put(Team t) {
    var lead = t.lead().map(PersonId::value).orElse(null);
    write(TEAM, Tuple.of(t.id().value(), t.name(), lead, t.rounds()));
    for (var squad : t.squads()) write(SQUAD, Tuple.of(squad.id(), t.id().value(), squad.name()));
  }

  private void write(String statement, Tuple values) {
    tx.preparedQuery(statement).execute(values).await();
    tx.query(MOVED).execute().await();
  }

  private static String[] array(Collection<String> values) {
    return List.copyOf(values).toArray(String[]::new);
  }
}
