package org.apricotdesk.bot.understanding;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;

/// The sample hospital's catalogue and departments, read from its files.
final class SampleDesk {
  private SampleDesk() {}

  static List<Category> categories() {
    return objects(new JsonObject(SampleHospital.catalogue()).getJsonArray("nodes"))
        .filter(node -> node.getInteger("level") == 3)
        .map(SampleDesk::category)
        .toList();
  }

  static Register register() {
    var org = new JsonObject(SampleHospital.org());
    return new Register(
        objects(org.getJsonArray("departments")).map(SampleDesk::department).toList(),
        objects(org.getJsonArray("campuses")).map(SampleDesk::campus).toList(),
        objects(org.getJsonArray("staff"))
            .filter(person -> person.getString("role").equals("dispatcher"))
            .map(person -> new DepartmentId(person.getString("department")))
            .collect(Collectors.toSet()));
  }

  /// Names in the staff directory: they are no patients.
  static Set<String> staffNames() {
    var org = new JsonObject(SampleHospital.org());
    return Stream.concat(objects(org.getJsonArray("engineers")), objects(org.getJsonArray("staff")))
        .map(person -> person.getString("name"))
        .collect(Collectors.toSet());
  }

  private static Category category(JsonObject node) {
    return new Category(
        new CategoryCode(node.getString("code")),
        node.getString("name"),
        node.getString("path_zh"),
        strings(node.getJsonArray("keywords")),
        new TeamId(node.getString("team")),
        node.getString("squad"),
        node.getString("speciality"),
        Priority.valueOf(node.getString("default_priority")),
        node.getString("asset_type"),
        node.getBoolean("around_the_clock"),
        node.getString("ticket_type").equals("request"),
        false,
        Optional.empty());
  }

  private static Campus campus(JsonObject node) {
    return new Campus(
        new CampusId(node.getString("id")),
        node.getString("name"),
        strings(node.getJsonArray("aliases")),
        node.getInteger("beds"));
  }

  private static Department department(JsonObject node) {
    return new Department(
        new DepartmentId(node.getString("id")),
        node.getString("name"),
        new CampusId(node.getString("campus")),
        node.getString("building"),
        node.getString("floor"),
        node.getString("type"),
        node.getBoolean("critical_location"),
        Optional.ofNullable(node.getString("extension")),
        Optional.ofNullable(node.getString("liaison")).map(PersonId::new),
        strings(node.getJsonArray("aliases")),
        false,
        List.of());
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }

  private static List<String> strings(JsonArray array) {
    return array.stream().map(String.class::cast).toList();
  }
}
