package org.apricotdesk.desk.staff;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apricotdesk.desk.staff.ImportReport.Counting;
import org.apricotdesk.desk.staff.ImportReport.Happened;
import org.apricotdesk.desk.staff.OrgFile.PersonRow;
import org.jspecify.annotations.Nullable;

/// Writes a checked register. A row is only touched where it differs, and the database says which.
final class OrgStore {
  private static final String CAMPUS =
      """
      INSERT INTO desk.campus AS old (id, name, aliases, beds, position)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, aliases = excluded.aliases, beds = excluded.beds,
            position = excluded.position
        WHERE old.* IS DISTINCT FROM excluded.*
      RETURNING (xmax = 0) AS added
      """;

  private static final String TEAM =
      """
      INSERT INTO desk.team AS old (id, name, lead, rounds, position)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, lead = excluded.lead, rounds = excluded.rounds,
            position = excluded.position
        WHERE old.* IS DISTINCT FROM excluded.*
      RETURNING (xmax = 0) AS added
      """;

  private static final String SQUAD =
      """
      INSERT INTO desk.squad AS old (id, team, name) VALUES ($1, $2, $3)
      ON CONFLICT (id) DO UPDATE SET team = excluded.team, name = excluded.name
        WHERE old.* IS DISTINCT FROM excluded.*
      RETURNING (xmax = 0) AS added
      """;

  private static final String DEPARTMENT =
      """
      INSERT INTO desk.department AS old
        (id, name, campus, building, floor, type, critical, beds, extension, liaison, aliases,
         retired, successors)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
      ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, campus = excluded.campus, building = excluded.building,
            floor = excluded.floor, type = excluded.type, critical = excluded.critical,
            beds = excluded.beds, extension = excluded.extension, liaison = excluded.liaison,
            aliases = excluded.aliases, retired = excluded.retired,
            successors = excluded.successors
        WHERE old.* IS DISTINCT FROM excluded.*
      RETURNING (xmax = 0) AS added
      """;

  private static final String PERSON =
      """
      INSERT INTO desk.person AS old
        (id, name, title, department, campus, roles, team, squad, speciality, skills, tier,
         systems, campus_scope, phone, active)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, true)
      ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, title = excluded.title, department = excluded.department,
            campus = excluded.campus, roles = excluded.roles, team = excluded.team,
            squad = excluded.squad, speciality = excluded.speciality, skills = excluded.skills,
            tier = excluded.tier, systems = excluded.systems,
            campus_scope = excluded.campus_scope,
            phone = coalesce(excluded.phone, old.phone), active = true
        WHERE (old.name, old.title, old.department, old.campus, old.roles, old.team, old.squad,
               old.speciality, old.skills, old.tier, old.systems, old.campus_scope,
               old.active)
              IS DISTINCT FROM
              (excluded.name, excluded.title, excluded.department, excluded.campus,
               excluded.roles, excluded.team, excluded.squad, excluded.speciality,
               excluded.skills, excluded.tier, excluded.systems,
               excluded.campus_scope, true)
           OR (excluded.phone IS NOT NULL AND excluded.phone IS DISTINCT FROM old.phone)
      RETURNING (xmax = 0) AS added
      """;

  private static final String MOVED =
      "UPDATE desk.revision SET value = value + 1 WHERE name = 'people'";

  /// Specialities that serve every campus from the main one.
  private static final Set<String> CENTRAL =
      Set.of("database", "network", "security", "integration");

  private final SqlConnection tx;
  private final Counting counting;

  OrgStore(SqlConnection tx, Counting counting) {
    this.tx = tx;
    this.counting = counting;
  }

  void save(OrgFile file, Directory known) {
    var position = 0;
    for (var c : file.campuses())
      put("campus", CAMPUS, c.id(), c.name(), array(c.aliases()), c.beds(), position++);
    for (var t : file.teams()) {
      put("team", TEAM, t.id(), t.name(), t.lead().orElse(null), t.rounds(), position++);
      for (var squad : t.squads()) put("squad", SQUAD, squad.id(), t.id(), squad.name());
    }
    for (var d : file.departments()) department(d);
    var campuses = new TreeSet<String>();
    known.campuses().keySet().forEach(campus -> campuses.add(campus.value()));
    file.campuses().forEach(campus -> campuses.add(campus.id()));
    for (var engineer : file.engineers()) person(engineer, file, campuses);
    for (var person : file.staff()) person(person, file, campuses);
    tx.query(MOVED).execute().await();
  }

  private void department(OrgFile.DepartmentRow d) {
    put(
        "department",
        DEPARTMENT,
        d.id(),
        d.name(),
        d.campus(),
        d.building(),
        d.floor(),
        d.type(),
        d.critical(),
        d.beds(),
        d.extension().orElse(null),
        d.liaison().orElse(null),
        array(d.aliases()),
        d.retired(),
        array(d.successors()));
  }

  private void person(PersonRow p, OrgFile file, Set<String> campuses) {
    put(
        "person",
        PERSON,
        p.userid().toLowerCase(Locale.ROOT),
        p.name(),
        p.title().orElse(""),
        p.department().orElse(null),
        p.campus().or(() -> campusOf(p, file)).orElse(campuses.iterator().next()),
        array(file.roles(p).stream().map(Role::code).sorted().toList()),
        p.team().orElse(null),
        p.squad().orElse(null),
        p.speciality().orElse(null),
        array(p.skills()),
        p.tier().orElse(null),
        array(p.systems()),
        array(scope(p, campuses)),
        p.phone().orElse(null));
  }

  private static Optional<String> campusOf(PersonRow person, OrgFile file) {
    return file.departments().stream()
        .filter(department -> person.department().equals(Optional.of(department.id())))
        .map(OrgFile.DepartmentRow::campus)
        .findFirst();
  }

  private static Iterable<String> scope(PersonRow person, Set<String> campuses) {
    if (!person.campusScope().isEmpty()) return new TreeSet<>(person.campusScope());
    var everywhere =
        person.role().equals(Role.TEAM_LEAD.code())
            || person.speciality().filter(CENTRAL::contains).isPresent();
    return everywhere ? campuses : person.campus().map(Set::of).orElse(Set.of());
  }

  private void put(String kind, String upsert, @Nullable Object... values) {
    var rows = tx.preparedQuery(upsert).execute(Tuple.tuple(Arrays.asList(values))).await();
    if (rows.size() == 0) counting.count(kind, Happened.UNCHANGED);
    else
      counting.count(
          kind, rows.iterator().next().getBoolean("added") ? Happened.ADDED : Happened.CHANGED);
  }

  private static String[] array(Iterable<String> values) {
    var list = new LinkedHashSet<String>();
    values.forEach(list::add);
    return list.toArray(String[]::new);
  }
}
