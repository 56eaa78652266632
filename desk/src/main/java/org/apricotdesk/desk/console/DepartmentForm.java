package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Register;
import org.apricotdesk.desk.web.Speech;

/// A department: where it is, who speaks for it, what people call it.
final class DepartmentForm implements Editable {
  private static final int LONGEST = 60;

  private final Desk desk;
  private final Choices choices;

  DepartmentForm(Desk desk) {
    this.desk = desk;
    this.choices = new Choices(desk);
  }

  @Override
  public String section() {
    return "departments";
  }

  @Override
  public String noun() {
    return "department";
  }

  @Override
  public boolean grows() {
    return true;
  }

  private Optional<Department> department(String id) {
    return Optional.of(id)
        .filter(value -> !value.isBlank() && value.length() <= 64)
        .map(DepartmentId::new)
        .flatMap(desk.people()::department);
  }

  @Override
  public Optional<String> name(String id) {
    return department(id).map(Department::name);
  }

  @Override
  public List<Field> fields(Speech speech, String id) {
    var d = department(id);
    return List.of(
        Field.text("name", d.map(Department::name).orElse("")),
        Field.oneOf("campus", d.map(one -> one.campus().value()).orElse(""), choices.campuses()),
        Field.text("building", d.map(Department::building).orElse("")),
        Field.text("floor", d.map(Department::floor).orElse("")),
        Field.text("phone", d.flatMap(Department::extension).orElse("")),
        Field.oneOf(
            "liaison",
            d.flatMap(Department::liaison).map(PersonId::value).orElse(""),
            choices.everybody()),
        Field.lines("aliases", d.map(Department::aliases).orElse(List.of())),
        Field.yes("critical", d.map(Department::critical).orElse(false)),
        Field.yes("retired", d.map(Department::retired).orElse(false)));
  }

  @Override
  public Map<String, String> problems(PersonId by, String id, Entered entered) {
    var problems = new HashMap<String, String>();
    var name = entered.text("name");
    if (name.isEmpty() || name.length() > LONGEST) problems.put("name", "edit.name");
    choices.check(problems, "campus", entered.text("campus"), choices.campuses());
    choices.checkGiven(problems, "liaison", entered, choices.everybody());
    if (!entered.text("phone").matches("[0-9 +-]{0,20}")) problems.put("phone", "edit.phone");
    if (entered.all("aliases").stream().anyMatch(alias -> alias.length() > 30))
      problems.put("aliases", "edit.long-alias");
    else if (taken(id, entered)) problems.put("aliases", "edit.alias-taken");
    return problems;
  }

  /// Within a campus a name leads to one department only, or nobody would know which is meant.
  private boolean taken(String id, Entered entered) {
    var names = Stream.concat(Stream.of(entered.text("name")), entered.all("aliases").stream());
    var others =
        desk.people().departments().stream()
            .filter(one -> !one.retired() && !one.id().value().equals(id))
            .filter(one -> one.campus().value().equals(entered.text("campus")))
            .flatMap(one -> Stream.concat(Stream.of(one.name()), one.aliases().stream()))
            .toList();
    return !entered.yes("retired") && names.anyMatch(others::contains);
  }

  @Override
  public void save(SqlConnection tx, String id, Entered entered) {
    var old = department(id);
    new Register(tx)
        .put(
            new Department(
                new DepartmentId(id),
                entered.text("name"),
                new CampusId(entered.text("campus")),
                entered.text("building"),
                entered.text("floor"),
                old.map(Department::type).orElse(""),
                entered.yes("critical"),
                entered.given("phone"),
                entered.given("liaison").map(PersonId::new),
                entered.all("aliases"),
                entered.yes("retired"),
                old.map(Department::successors).orElse(List.of())));
  }

  @Override
  public void saved(RoutingContext context, String id, Entered before, Entered now) {
    desk.people().refresh();
  }
}
