package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Members and departments within an app's visible range. Source: document/path/90193 and
/// following.
final class ContactsApi {
  private static final int MOST_IDS = 10_000;

  private final State state;

  ContactsApi(State state) {
    this.state = state;
  }

  JsonObject user(App app, ApiCall call) {
    maySeeDetails(app);
    unless(!call.param("userid").isEmpty(), 41009, "userid missing");
    var member = state.company.member(call.param("userid"));
    unless(member.isPresent(), 60111, "userid not found");
    unless(state.company.sees(app, member.get()), 60011, "no privilege to access");
    return details(member.get());
  }

  JsonObject users(App app, ApiCall call) {
    maySeeDetails(app);
    return list(app, call, ContactsApi::details);
  }

  JsonObject simpleUsers(App app, ApiCall call) {
    return list(app, call, ContactsApi::simple);
  }

  /// Who belongs to which department, for the synchronisation of contacts alone; the cursor is the
  /// number of rows read before.
  JsonObject userIds(App app, ApiCall call) {
    unless(app.syncsContacts(), 48002, "api forbidden");
    var asked = call.json();
    var limit = asked.getInteger("limit", MOST_IDS);
    unless(limit > 0 && limit <= MOST_IDS, 40058, "limit out of range");
    var cursor = asked.getString("cursor", "");
    unless(cursor.matches("\\d{0,9}"), 40058, "invalid cursor");
    var from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    var rows = state.company.members().stream().flatMap(ContactsApi::memberships).toList();
    var end = Math.min(rows.size(), from + limit);
    return new JsonObject()
        .put("next_cursor", end < rows.size() ? "" + end : "")
        .put("dept_user", new JsonArray(rows.subList(Math.min(from, end), end)));
  }

  private static Stream<JsonObject> memberships(Member member) {
    return member.departments().stream()
        .map(id -> new JsonObject().put("userid", member.userid()).put("department", id));
  }

  /// Since 2022 the synchronisation of contacts reads ids only.
  private static void maySeeDetails(App app) {
    unless(!app.syncsContacts(), 48009, "no privilege to read details");
  }

  JsonObject departments(App app, ApiCall call) {
    maySeeDetails(app);
    var list = below(app, call).stream().map(ContactsApi::department).toList();
    return new JsonObject().put("department", new JsonArray(list));
  }

  JsonObject departmentIds(App app, ApiCall call) {
    var list =
        below(app, call).stream()
            .map(
                d -> new JsonObject().put("id", d.id()).put("parentid", d.parent()).put("order", 1))
            .toList();
    return new JsonObject().put("department_id", new JsonArray(list));
  }

  JsonObject departmentOf(App app, ApiCall call) {
    maySeeDetails(app);
    var found = state.company.department(number(call.param("id")));
    unless(found.isPresent(), 60003, "department not found");
    unless(state.company.sees(app, found.get().id()), 60011, "no privilege to access");
    return new JsonObject().put("department", department(found.get()));
  }

  JsonObject tags(App app, ApiCall call) {
    maySeeDetails(app);
    var list =
        state.company.tags().stream()
            .map(tag -> new JsonObject().put("tagid", tag.id()).put("tagname", tag.name()))
            .toList();
    return new JsonObject().put("taglist", new JsonArray(list));
  }

  /// Members by name, and departments as a whole; those out of sight are left out.
  JsonObject tag(App app, ApiCall call) {
    maySeeDetails(app);
    var tag = Refusal.known(state.company.tag(call.param("tagid")).orElse(null), 40068, "tagid");
    var users =
        tag.members().stream()
            .flatMap(userid -> state.company.member(userid).stream())
            .filter(member -> state.company.sees(app, member))
            .map(m -> new JsonObject().put("userid", m.userid()).put("name", m.name()))
            .toList();
    var parties = tag.departments().stream().filter(d -> state.company.sees(app, d)).toList();
    return new JsonObject()
        .put("tagname", tag.name())
        .put("userlist", new JsonArray(users))
        .put("partylist", new JsonArray(parties));
  }

  private JsonObject list(App app, ApiCall call, Function<Member, JsonObject> view) {
    var id = number(call.param("department_id"));
    unless(state.company.department(id).isPresent(), 60003, "department not found");
    unless(state.company.sees(app, id), 60011, "no privilege to access");
    var members = state.company.directly(id).stream().map(view).toList();
    return new JsonObject().put("userlist", new JsonArray(members));
  }

  private List<Department> below(App app, ApiCall call) {
    var top = call.param("id").isEmpty() ? Department.ROOT : number(call.param("id"));
    unless(state.company.department(top).isPresent(), 60003, "department not found");
    return state.company.departments().stream()
        .filter(d -> state.company.within(d.id(), top) && state.company.sees(app, d.id()))
        .toList();
  }

  private static int number(String id) {
    unless(id.matches("\\d{1,9}"), 60123, "department id invalid");
    return Integer.parseInt(id);
  }

  private static JsonObject simple(Member member) {
    return new JsonObject()
        .put("userid", member.userid())
        .put("name", member.name())
        .put("department", new JsonArray(member.departments()))
        .put("open_userid", "");
  }

  /// What an app created after June 2022 may read: no phone, mail, gender or portrait.
  private static JsonObject details(Member member) {
    var zeros = member.departments().stream().map(_ -> 0).toList();
    return simple(member)
        .put("position", member.position())
        .put("status", 1)
        .put("main_department", member.departments().getFirst())
        .put("alias", "")
        .put("telephone", "")
        .put("order", new JsonArray(zeros))
        .put("is_leader_in_dept", new JsonArray(zeros))
        .put("direct_leader", new JsonArray())
        .put("extattr", new JsonObject().put("attrs", new JsonArray()));
  }

  private static JsonObject department(Department department) {
    return new JsonObject()
        .put("id", department.id())
        .put("name", department.name())
        .put("name_en", "")
        .put("department_leader", new JsonArray())
        .put("parentid", department.parent())
        .put("order", 1);
  }
}
