package org.apricotdesk.deploy.bench;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apricotdesk.config.sample.SampleHospital;

/// Who works at the hospital of a bench: the sample's own people, and as many more as a large
/// hospital has, evenly over its departments, by numbers in place of names. The desk's register and
/// the platform's address book agree about them.
public final class Staff {
  static final int COUNT = 5000;

  private static final String INFORMATION_CENTRE = "main-xinxi";
  private static final JsonObject REGISTER = new JsonObject(SampleHospital.org());
  private static final List<JsonObject> DEPARTMENTS = objects("departments");
  private static final Map<String, Integer> NUMBERS = numbers();
  private static final Map<String, JsonObject> PEOPLE;

  static {
    var staff = REGISTER.getJsonArray("staff");
    IntStream.range(0, COUNT).mapToObj(Staff::entry).forEach(staff::add);
    PEOPLE =
        Stream.concat(objects("engineers").stream(), objects("staff").stream())
            .collect(toMap(person -> person.getString("userid"), person -> person));
  }

  private Staff() {}

  /// The register as a file.
  public static String register() {
    return REGISTER.encode();
  }

  /// Somebody who writes; after the last comes the first again.
  public static String userid(long number) {
    return "staff" + number % COUNT;
  }

  private static JsonObject entry(int number) {
    var home = DEPARTMENTS.get(number % DEPARTMENTS.size());
    return new JsonObject()
        .put("userid", userid(number))
        .put("name", "员工" + number)
        .put("role", "staff")
        .put("department", home.getString("id"))
        .put("campus", home.getString("campus"));
  }

  /// The platform's departments, numbered from 1.
  static JsonArray departments() {
    var listed = new JsonArray();
    for (var department : DEPARTMENTS)
      listed.add(
          new JsonObject()
              .put("id", listed.size() + 1)
              .put("name", department.getString("name"))
              .put("parentid", 0));
    return listed;
  }

  /// Whom the platform has in one of them.
  static JsonArray members(int department) {
    var found = PEOPLE.values().stream().map(Staff::member);
    return new JsonArray(
        found.filter(one -> one.getJsonArray("department").contains(department)).toList());
  }

  static Optional<JsonObject> member(String userid) {
    return Optional.ofNullable(PEOPLE.get(userid)).map(Staff::member);
  }

  private static JsonObject member(JsonObject person) {
    return new JsonObject()
        .put("userid", person.getString("userid"))
        .put("name", person.getString("name"))
        .put("department", new JsonArray().add(number(person)))
        .put("status", 1);
  }

  private static int number(JsonObject person) {
    var home = person.getString("department", INFORMATION_CENTRE);
    return requireNonNull(NUMBERS.get(home), () -> "no department " + home);
  }

  /// The platform's numbers by the register's names.
  private static Map<String, Integer> numbers() {
    return IntStream.range(0, DEPARTMENTS.size())
        .boxed()
        .collect(toMap(i -> DEPARTMENTS.get(i).getString("id"), i -> i + 1));
  }

  private static List<JsonObject> objects(String key) {
    return REGISTER.getJsonArray(key).stream().map(JsonObject.class::cast).toList();
  }
}
