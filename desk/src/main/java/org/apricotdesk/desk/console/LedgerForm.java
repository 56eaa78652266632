package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.ledger.Entry;
import org.apricotdesk.desk.ledger.Ledger;
import org.apricotdesk.desk.ledger.Line;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.Speech;

/// A line of the ledger. What was entered by mistake is struck out, not deleted.
///
/// @param shape the fields of its kind, and how they are read
record LedgerForm<E extends Entry>(Desk desk, Class<E> kind, LedgerShape<E> shape)
    implements Editable {
  @Override
  public String section() {
    return "ledger/" + Facts.typeOf(kind);
  }

  @Override
  public String noun() {
    return "ledger." + Facts.typeOf(kind);
  }

  @Override
  public boolean grows() {
    return true;
  }

  private Optional<Line<E>> line(String id) {
    return desk.ledger().find(kind, id);
  }

  @Override
  public Optional<String> name(String id) {
    return line(id).map(Line::title);
  }

  /// Nobody has to think of one.
  @Override
  public String proposal() {
    var type = Facts.typeOf(kind);
    var number = desk.ledger().count(kind) + 1;
    while (line(type + "-" + number).isPresent()) number++;
    return type + "-" + number;
  }

  @Override
  public List<Field> fields(Speech speech, String id) {
    var line = line(id);
    var fields = new ArrayList<Field>();
    fields.add(Field.text("title", line.map(Line::title).orElse("")));
    fields.add(Field.day(shape.day(), line.map(Line::on)));
    fields.addAll(shape.fields(speech, line.map(Line::entry)));
    line.map(Line::struck).ifPresent(struck -> fields.add(Field.yes("struck", struck)));
    return fields;
  }

  @Override
  public Map<String, String> problems(PersonId by, String id, Entered entered) {
    var problems = new HashMap<String, String>();
    if (entered.text("title").isEmpty()) problems.put("title", "edit.name");
    if (entered.day(shape.day()).isEmpty()) problems.put(shape.day(), "ledger.day");
    shape.problem(entered).ifPresent(field -> problems.put(field, "ledger.value"));
    return problems;
  }

  @Override
  public void save(SqlConnection tx, String id, Entered entered) {
    var on = entered.day(shape.day()).orElseThrow();
    var entry = shape.entry().apply(entered);
    new Ledger(tx).put(new Line<>(id, on, entered.text("title"), entry, entered.yes("struck")));
  }

  @Override
  public void saved(RoutingContext context, String id, Entered before, Entered now) {
    // figures read the ledger each time
  }

  /// The lines as a table.
  TablePage table(Speech speech, ListPlace place) {
    var rows =
        desk.ledger().newest(kind).stream()
            .map(
                line ->
                    new TablePage.Row(
                        List.of(
                            line.title(),
                            line.on().toString(),
                            shape.words().apply(speech, line.entry())),
                        line.struck(),
                        Optional.of("/admin/" + section() + "/" + line.id())))
            .toList();
    return new TablePage(List.of("title", shape.day(), "value"), rows, place)
        .growing("/admin/" + section() + "/new");
  }
}
