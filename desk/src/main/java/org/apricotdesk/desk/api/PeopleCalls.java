package org.apricotdesk.desk.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Optional;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Rule;

/// People of the hospital, for programs of the information department.
public final class PeopleCalls implements ApiPart {
  private static final Rule DESK =
      Rule.anyOf(
          Role.ENGINEER,
          Role.DISPATCHER,
          Role.TEAM_LEAD,
          Role.DEPUTY_DIRECTOR,
          Role.DIRECTOR,
          Role.AUDITOR,
          Role.SYSADMIN);

  private final People people;

  public PeopleCalls(People people) {
    this.people = people;
  }

  @Override
  public String contract() {
    return "people.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations
        .read("listPeople", "people", DESK, this::list)
        .read("showPerson", "person {id}", DESK, this::show);
  }

  private Answer list(Call call) {
    var limit = call.limit();
    var found = people.page(call.cursor().orElse(""), limit + 1);
    return Answer.ok(Cursor.page(found, limit, PeopleCalls::json, one -> one.id().value()));
  }

  private Answer show(Call call) {
    Optional<Person> person;
    try {
      person = people.find(new PersonId(call.path("id"))).filter(one -> one.id().isPerson());
    } catch (IllegalArgumentException _) {
      person = Optional.empty();
    }
    return person.map(PeopleCalls::json).map(Answer::ok).orElseGet(Answer::notFound);
  }

  private static JsonObject json(Person person) {
    return new JsonObject()
        .put("id", person.id().value())
        .put("name", person.name())
        .put("department", person.department().map(Object::toString).orElse(null))
        .put("campus", person.campus().value())
        .put("roles", array(person.roles().stream().map(Role::code).sorted().toList()))
        .put("team", person.team().map(Object::toString).orElse(null))
        .put("squad", person.squad().orElse(null))
        .put("speciality", person.speciality().orElse(null))
        .put("skills", array(person.skills().stream().sorted().toList()))
        .put(
            "campusScope",
            array(person.campusScope().stream().map(Object::toString).sorted().toList()))
        .put("active", person.active());
  }

  private static JsonArray array(Collection<String> values) {
    var array = new JsonArray();
    values.forEach(array::add);
    return array;
  }
}
