package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Register;
import org.apricotdesk.desk.web.Speech;

/// A campus: what it is called, and its beds, which weigh it in figures of the whole hospital.
final class CampusForm implements Editable {
  private final Desk desk;

  CampusForm(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String section() {
    return "campuses";
  }

  @Override
  public String noun() {
    return "campus";
  }

  @Override
  public boolean grows() {
    return true;
  }

  private Optional<Campus> campus(String id) {
    return desk.people().campuses().stream().filter(one -> one.id().value().equals(id)).findFirst();
  }

  @Override
  public Optional<String> name(String id) {
    return campus(id).map(Campus::name);
  }

  @Override
  public List<Field> fields(Speech speech, String id) {
    var campus = campus(id);
    return List.of(
        Field.text("name", campus.map(Campus::name).orElse("")),
        Field.lines("aliases", campus.map(Campus::aliases).orElse(List.of())),
        Field.number("beds", campus.map(Campus::beds).orElse(0)));
  }

  @Override
  public Map<String, String> problems(PersonId by, String id, Entered entered) {
    var problems = new HashMap<String, String>();
    var name = entered.text("name");
    if (name.isEmpty() || name.length() > 30) problems.put("name", "edit.name");
    if (entered.number("beds") < 0) problems.put("beds", "edit.number");
    return problems;
  }

  @Override
  public void save(SqlConnection tx, String id, Entered entered) {
    new Register(tx)
        .put(
            new Campus(
                new CampusId(id),
                entered.text("name"),
                entered.all("aliases"),
                entered.number("beds")));
  }

  @Override
  public void saved(RoutingContext context, String id, Entered before, Entered now) {
    desk.people().refresh();
  }
}
