package org.apricotdesk.desk.staff;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The hospital's register as a file: campuses, departments, teams, engineers and other staff.
record OrgFile(
    Optional<JsonNode> sample,
    Optional<JsonNode> hospital,
    List<CampusRow> campuses,
    List<DepartmentRow> departments,
    List<TeamRow> teams,
    List<SpecialityRow> specialities,
    List<PersonRow> engineers,
    List<PersonRow> staff) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  OrgFile {
    campuses = orEmpty(campuses);
    departments = orEmpty(departments);
    teams = orEmpty(teams);
    specialities = orEmpty(specialities);
    engineers = orEmpty(engineers);
    staff = orEmpty(staff);
  }

  /// @throws JsonProcessingException if the text is no register; the message says where
  static OrgFile read(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, OrgFile.class);
  }

  /// What somebody in the file is: works here, is an engineer where listed as one, speaks for a
  /// department that names them.
  Set<Role> roles(PersonRow person) {
    var roles = EnumSet.of(Role.STAFF, Role.of(person.role()));
    person.roles().forEach(role -> roles.add(Role.of(role)));
    if (engineers.contains(person)) roles.add(Role.ENGINEER);
    var named = Optional.of(person.userid());
    if (departments.stream().anyMatch(department -> department.liaison().equals(named)))
      roles.add(Role.LIAISON);
    return roles;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  record CampusRow(
      String id,
      String name,
      List<String> aliases,
      int beds,
      @JsonProperty("address_hint") Optional<String> address) {
    CampusRow {
      aliases = orEmpty(aliases);
    }
  }

  record DepartmentRow(
      String id,
      String name,
      String campus,
      String building,
      String floor,
      String type,
      @JsonProperty("critical_location") boolean critical,
      int beds,
      Optional<String> extension,
      Optional<String> liaison,
      List<String> aliases,
      boolean retired,
      List<String> successors) {
    DepartmentRow {
      building = Objects.requireNonNullElse(building, "");
      floor = Objects.requireNonNullElse(floor, "");
      type = Objects.requireNonNullElse(type, "");
      aliases = orEmpty(aliases);
      successors = orEmpty(successors);
    }
  }

  record TeamRow(
      String id, String name, Optional<String> lead, List<SquadRow> squads, boolean rounds) {
    TeamRow {
      squads = orEmpty(squads);
    }
  }

  record SquadRow(String id, String name) {}

  record SpecialityRow(String id, String name) {}

  /// @param systems those they answer for, as top codes of the catalogue
  /// @param role what somebody is above all
  /// @param roles what they are besides
  record PersonRow(
      String userid,
      String name,
      Optional<String> title,
      String role,
      List<String> roles,
      Optional<String> department,
      Optional<String> campus,
      Optional<String> team,
      Optional<String> squad,
      Optional<String> speciality,
      List<String> skills,
      Optional<String> tier,
      List<String> systems,
      @JsonProperty("campus_scope") List<String> campusScope,
      Optional<String> phone) {
    PersonRow {
      role = Objects.requireNonNullElse(role, Role.STAFF.code());
      roles = orEmpty(roles);
      skills = orEmpty(skills);
      systems = orEmpty(systems);
      campusScope = orEmpty(campusScope);
    }
  }
}
