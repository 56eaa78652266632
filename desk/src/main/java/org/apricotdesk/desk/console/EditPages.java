package org.apricotdesk.desk.console;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// The forms behind the lists of the console. Each change is one transaction with its line in the
/// audit log: who, which, and for each field what it was and what it is.
final class EditPages {
  private static final int HISTORY = 10;

  private final Desk desk;
  private final Pages pages;
  private final Editable kind;

  EditPages(Desk desk, Pages pages, Editable kind) {
    this.desk = desk;
    this.pages = pages;
    this.kind = kind;
  }

  void addTo(RouteTable routes, Rule rule) {
    if (kind.grows())
      routes.get(path() + "/new", rule, this::fresh).post(path(), rule, this::create);
    routes.get(path() + "/:id", rule, this::edit).post(path() + "/:id", rule, this::change);
  }

  private String path() {
    return "/admin/" + kind.section();
  }

  private void fresh(RoutingContext context) {
    show(context, 200, "", fields(context, ""), Map.of(), kind.proposal());
  }

  private void edit(RoutingContext context) {
    var id = context.pathParam("id");
    if (kind.name(id).isEmpty()) context.fail(404);
    else show(context, 200, id, fields(context, id), Map.of(), "");
  }

  private void create(RoutingContext context) {
    var id = Optional.ofNullable(context.request().getFormAttribute("id")).orElse("").strip();
    var fields = fields(context, "");
    var entered = Entered.of(context.request().formAttributes(), fields);
    var problems = new HashMap<>(kind.problems(by(context), id, entered));
    if (kind.name(id).isPresent()) problems.put("id", "edit.taken");
    if (!id.matches("[a-z0-9][a-z0-9.-]{1,63}")) problems.put("id", "edit.id");
    if (problems.isEmpty()) store(context, id, new Entered(Map.of()), entered);
    else show(context, 400, "", filled(fields, entered, problems), problems, id);
  }

  private void change(RoutingContext context) {
    var id = context.pathParam("id");
    if (kind.name(id).isEmpty()) {
      context.fail(404);
      return;
    }
    var fields = fields(context, id);
    var form = context.request().formAttributes();
    var entered = Entered.of(form, fields);
    var problems = new HashMap<>(kind.problems(by(context), id, entered));
    var moved = !seen(fields).equals(form.get("seen"));
    if (moved) problems.put("", "edit.moved");
    if (problems.isEmpty()) store(context, id, standing(fields), entered);
    else show(context, moved ? 409 : 400, id, filled(fields, entered, problems), problems, "");
  }

  private void store(RoutingContext context, String id, Entered before, Entered now) {
    var by = by(context);
    var what = before.values().isEmpty() ? ".created" : ".changed";
    desk.database()
        .inTransaction(
            tx -> {
              kind.save(tx, id, now);
              desk.audit()
                  .record(tx, by, kind.noun() + what, kind.noun() + " " + id, changes(before, now));
              return id;
            });
    kind.saved(context, id, before, now);
    pages.done(context, ListPlace.of(context).having(path(), id));
  }

  private static JsonObject changes(Entered before, Entered now) {
    var changes = new JsonObject();
    now.values()
        .forEach(
            (name, values) -> {
              var was = before.all(name);
              if (!was.equals(values))
                changes.put(
                    name, new JsonArray().add(new JsonArray(was)).add(new JsonArray(values)));
            });
    return changes;
  }

  private List<Field> fields(RoutingContext context, String id) {
    return kind.fields(pages.speech(context), id);
  }

  private static Entered standing(List<Field> fields) {
    return new Entered(fields.stream().collect(Collectors.toMap(Field::name, Field::values)));
  }

  private static List<Field> filled(
      List<Field> fields, Entered entered, Map<String, String> problems) {
    UnaryOperator<Field> filled =
        field ->
            field.with(entered.all(field.name()), Optional.ofNullable(problems.get(field.name())));
    return fields.stream().map(filled).toList();
  }

  private static String seen(List<Field> fields) {
    return Integer.toHexString(
        fields.stream().map(field -> field.name() + field.values()).toList().hashCode());
  }

  private void show(
      RoutingContext context,
      int status,
      String id,
      List<Field> fields,
      Map<String, String> problems,
      String newId) {
    var place = ListPlace.of(context);
    pages.backTo(context, place.at(path()));
    var identity =
        id.isEmpty()
            ? Optional.of(
                Field.text("id", newId)
                    .with(List.of(newId), Optional.ofNullable(problems.get("id"))))
            : Optional.<Field>empty();
    var page =
        new EditPage(
            id.isEmpty() ? path() : path() + "/" + id,
            kind.name(id).orElseGet(() -> pages.say(context, "edit.new")),
            identity,
            fields,
            seen(fields(context, id)),
            Optional.ofNullable(problems.get("")),
            place,
            history(context, id));
    pages.showIn(context, status, kind.section(), "console/edit", page);
  }

  private List<EditPage.Change> history(RoutingContext context, String id) {
    if (id.isEmpty()) return List.of();
    return desk.audit().of(kind.noun() + " " + id, HISTORY).stream()
        .map(entry -> new EditPage.Change(entry.at(), words(context, entry)))
        .toList();
  }

  private String words(RoutingContext context, Audit.Entry entry) {
    var speech = pages.speech(context);
    var fields =
        entry.detail().fieldNames().stream()
            .map(name -> speech.has("column." + name) ? speech.say("column." + name) : name)
            .toList();
    return speech.say("edit.change", new Nouns(speech).actor(desk.people(), entry.actor()), fields);
  }

  private static PersonId by(RoutingContext context) {
    return Web.caller(context).id();
  }
}
