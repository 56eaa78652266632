package org.apricotdesk.desk.staff;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.staff.OrgFile.DepartmentRow;
import org.apricotdesk.desk.staff.OrgFile.PersonRow;
import org.jspecify.annotations.Nullable;

/// Looks for everything wrong in a register before any of it is stored.
final class OrgCheck {
  private final OrgFile file;
  private final ImportReport.Counting counting;
  private final Set<String> campuses;
  private final Set<String> departments;
  private final Set<String> teams;
  private final Set<String> squads;
  private final Set<String> people;

  OrgCheck(OrgFile file, Directory known, ImportReport.Counting counting) {
    this.file = file;
    this.counting = counting;
    campuses = ids(file.campuses(), OrgFile.CampusRow::id, known.campuses().keySet());
    departments = ids(file.departments(), DepartmentRow::id, known.departments().keySet());
    teams = ids(file.teams(), OrgFile.TeamRow::id, known.teams().keySet());
    squads =
        Stream.concat(
                file.teams().stream().flatMap(team -> team.squads().stream()).map(s -> s.id()),
                known.teamList().stream().flatMap(t -> t.squads().stream()).map(s -> s.id()))
            .collect(Collectors.toSet());
    people =
        ids(
            Stream.concat(file.engineers().stream(), file.staff().stream()).toList(),
            PersonRow::userid,
            known.people().keySet());
  }

  private static <T> Set<String> ids(List<T> rows, Function<T, String> id, Set<?> known) {
    var ids = new HashSet<String>();
    known.forEach(one -> ids.add(one.toString()));
    rows.stream().map(id).filter(java.util.Objects::nonNull).forEach(ids::add);
    return ids;
  }

  void run() {
    each("campuses", file.campuses(), OrgFile.CampusRow::id, OrgFile.CampusRow::name, (_, _) -> {});
    each("departments", file.departments(), DepartmentRow::id, DepartmentRow::name, this::check);
    each("teams", file.teams(), OrgFile.TeamRow::id, OrgFile.TeamRow::name, this::check);
    each("engineers", file.engineers(), PersonRow::userid, PersonRow::name, this::checkEngineer);
    each("staff", file.staff(), PersonRow::userid, PersonRow::name, this::check);
    var engineers = file.engineers().stream().map(PersonRow::userid).collect(Collectors.toSet());
    file.staff().stream()
        .filter(person -> engineers.contains(person.userid()))
        .forEach(person -> counting.refuse("staff " + person.userid(), "engineer-too"));
  }

  private interface RowCheck<T> {
    void check(String where, T row);
  }

  private <T> void each(
      String list,
      List<T> rows,
      Function<T, @Nullable String> id,
      Function<T, @Nullable String> name,
      RowCheck<T> check) {
    var seen = new HashSet<String>();
    for (var i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var key = id.apply(row);
      var where = list + "[" + i + "] " + key;
      if (key == null || key.isBlank()) counting.refuse(where, "no-id");
      else if (!seen.add(key)) counting.refuse(where, "twice");
      var called = name.apply(row);
      if (called == null || called.isBlank()) counting.refuse(where, "no-name");
      check.check(where, row);
    }
  }

  private void check(String where, DepartmentRow row) {
    known(where, "campus", Optional.ofNullable(row.campus()).or(() -> Optional.of("")), campuses);
    known(where, "liaison", row.liaison(), people);
    row.successors().forEach(next -> known(where, "successor", Optional.of(next), departments));
    if (row.beds() < 0) counting.refuse(where, "beds");
    if (row.aliases().stream().anyMatch(String::isBlank)) counting.refuse(where, "empty-alias");
  }

  private void check(String where, OrgFile.TeamRow row) {
    known(where, "lead", row.lead(), people);
  }

  private void checkEngineer(String where, PersonRow row) {
    if (row.team().isEmpty()) counting.refuse(where, "no-team");
    if (row.campus().isEmpty()) counting.refuse(where, "no-campus");
    var specialities =
        file.specialities().stream().map(OrgFile.SpecialityRow::id).collect(Collectors.toSet());
    if (!specialities.isEmpty()) known(where, "speciality", row.speciality(), specialities);
    check(where, row);
  }

  private void check(String where, PersonRow row) {
    known(where, "campus", row.campus(), campuses);
    known(where, "department", row.department(), departments);
    known(where, "team", row.team(), teams);
    known(where, "squad", row.squad(), squads);
    row.campusScope().forEach(campus -> known(where, "campus", Optional.of(campus), campuses));
    if (row.campus().isEmpty() && row.department().isEmpty()) counting.refuse(where, "nowhere");
    knownRole(where, row.role());
    row.roles().forEach(role -> knownRole(where, role));
    row.tier()
        .filter(tier -> Tier.of(tier).isEmpty())
        .ifPresent(tier -> counting.refuse(where, "unknown.tier", tier));
    try {
      if (row.userid() != null && !new PersonId(row.userid()).isPerson())
        counting.refuse(where, "program");
    } catch (IllegalArgumentException _) {
      counting.refuse(where, "userid");
    }
  }

  private void knownRole(String where, String role) {
    try {
      Role.of(role);
    } catch (IllegalArgumentException _) {
      counting.refuse(where, "unknown.role", role);
    }
  }

  private void known(String where, String what, Optional<String> id, Set<String> ids) {
    id.filter(value -> !ids.contains(value))
        .ifPresent(value -> counting.refuse(where, "unknown." + what, value));
  }
}
