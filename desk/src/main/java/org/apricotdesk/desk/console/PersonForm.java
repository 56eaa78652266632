package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.Giving;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Register;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.staff.Tier;
import org.apricotdesk.desk.web.Speech;

/// What somebody is at the desk: roles, team, campuses. Names come from the address book. Nobody
/// changes their own rights.
final class PersonForm implements Editable {
  private final Desk desk;
  private final Choices choices;

  PersonForm(Desk desk) {
    this.desk = desk;
    this.choices = new Choices(desk);
  }

  @Override
  public String section() {
    return "people";
  }

  @Override
  public String noun() {
    return "person";
  }

  @Override
  public boolean grows() {
    return false;
  }

  private Optional<Person> person(String id) {
    try {
      return desk.people().find(new PersonId(id)).filter(one -> one.id().isPerson());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> name(String id) {
    return person(id).map(Person::name);
  }

  @Override
  public List<Field> fields(Speech speech, String id) {
    var p = person(id).orElseThrow();
    return List.of(
        Field.manyOf(
            "roles", p.roles().stream().map(Role::code).sorted().toList(), choices.roles(speech)),
        Field.oneOf("campus", p.campus().value(), choices.campuses()),
        Field.oneOf(
            "department",
            p.department().map(DepartmentId::value).orElse(""),
            choices.departments()),
        Field.oneOf("squad", squad(p), choices.squads()),
        Field.oneOf("speciality", p.speciality().orElse(""), choices.specialities(speech)),
        Field.oneOf("tier", p.tier().map(Tier::code).orElse(""), choices.tiers(speech)),
        Field.manyOf("systems", p.systems().stream().sorted().toList(), choices.systems()),
        Field.manyOf(
            "scope",
            p.campusScope().stream().map(CampusId::value).sorted().toList(),
            choices.campuses()),
        Field.text("phone", p.phone().orElse("")),
        Field.yes("active", p.active()));
  }

  private static String squad(Person person) {
    return person.team().map(t -> t.value() + ":" + person.squad().orElse("")).orElse("");
  }

  @Override
  public Map<String, String> problems(PersonId by, String id, Entered entered) {
    var problems = new HashMap<String, String>();
    if (by.value().equals(id)) problems.put("", "edit.own-rights");
    var roles = entered.all("roles");
    if (roles.isEmpty()) problems.put("roles", "edit.no-role");
    else if (!mayGive(by, id, entered)) problems.put("roles", "edit.role-above");
    var works = roles.contains(Role.ENGINEER.code()) || roles.contains(Role.TEAM_LEAD.code());
    if (works && entered.text("squad").isEmpty()) problems.put("squad", "edit.no-team");
    var scoped = works || roles.contains(Role.DISPATCHER.code());
    if (scoped && entered.all("scope").isEmpty()) problems.put("scope", "edit.no-scope");
    choices.check(problems, "campus", entered.text("campus"), choices.campuses());
    choices.checkGiven(problems, "department", entered, choices.departments());
    choices.checkGiven(problems, "squad", entered, choices.squads());
    if (entered.given("tier").filter(tier -> Tier.of(tier).isEmpty()).isPresent())
      problems.put("tier", "edit.unknown");
    if (!entered.text("phone").matches("[0-9 +-]{0,20}")) problems.put("phone", "edit.phone");
    return problems;
  }

  /// Whoever comes back is given all they were.
  private boolean mayGive(PersonId by, String id, Entered entered) {
    var old = person(id).orElseThrow();
    var back = entered.yes("active") && !old.active();
    var giving = new Giving(old.id(), back ? Set.of() : old.roles(), roles(entered));
    return desk.access().mayGive(desk.people().find(by).orElseThrow(), giving);
  }

  private static Set<Role> roles(Entered entered) {
    return entered.all("roles").stream().map(Role::of).collect(Collectors.toSet());
  }

  @Override
  public void save(SqlConnection tx, String id, Entered entered) {
    var old = person(id).orElseThrow();
    var squad = entered.given("squad").map(value -> value.split(":", 2));
    new Register(tx)
        .put(
            new Person(
                old.id(),
                old.name(),
                entered.given("department").map(DepartmentId::new),
                new CampusId(entered.text("campus")),
                roles(entered),
                squad.map(parts -> new TeamId(parts[0])),
                squad.map(parts -> parts[1]).filter(value -> !value.isEmpty()),
                entered.given("speciality"),
                old.skills(),
                entered.given("tier").flatMap(Tier::of),
                Set.copyOf(entered.all("systems")),
                entered.all("scope").stream().map(CampusId::new).collect(Collectors.toSet()),
                entered.given("phone"),
                entered.yes("active")));
  }

  /// Other rights begin with a new session; whoever is gone has none, and passes on their work.
  @Override
  public void saved(RoutingContext context, String id, Entered before, Entered now) {
    desk.people().refresh();
    var who = new PersonId(id);
    if (!now.yes("active") && before.yes("active")) desk.cut(who);
    else if (!now.all("roles").equals(before.all("roles"))) desk.signOut(who);
  }
}
