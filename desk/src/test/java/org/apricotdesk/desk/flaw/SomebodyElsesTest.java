package org.apricotdesk.desk.flaw;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.web.PagesFixture;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Visitor;
import org.apricotdesk.knowledge.article.Content;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What is not somebody's business is not there for them: by no path, in no list, by no button.
class SomebodyElsesTest {
  private static final Pattern TICKET = Pattern.compile("/tickets/(\\d+)");
  private static final long NOBODYS = 99_999;

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");
  @TempDir static Path folder;
  private static PagesFixture pages;
  private static Ward ward;
  private static Ticket ticket;
  private static Ticket others;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
    ward = new Ward(db, pages);
    ticket = ward.inHand("骨一差分打印机卡纸");
    others = ward.ofTeam("clinical", new PersonId("caoyun"), "产科差分电子病历白屏");
  }

  @Test
  @DisplayName("7, 39: a ticket of others answers as one that was never there, on every route")
  void a_ticket_of_others_answers_as_one_that_was_never_there() {
    for (var stranger : Ward.STRANGERS) {
      var visitor = visitor(stranger);
      for (var line : ofTickets()) {
        var there = asked(visitor, line, ticket.number().value());
        var nowhere = asked(visitor, line, NOBODYS);
        var allowed = line.rule().allows(ward.person(stranger));
        assertThat(there.statusCode()).as(stranger + " " + line).isEqualTo(allowed ? 404 : 403);
        assertThat(bare(there)).as(stranger + " " + line).isEqualTo(bare(nowhere));
      }
    }
    assertThat(now().version()).isEqualTo(ticket.version());
  }

  private static List<RouteTable.Line> ofTickets() {
    return pages.web.routes().lines().stream()
        .filter(line -> line.path().startsWith("/tickets/:number"))
        .toList();
  }

  private static HttpResponse<String> asked(Visitor visitor, RouteTable.Line line, long number) {
    var path =
        line.path()
            .replace(":number", "" + number)
            .replace(":action", "claim")
            .replace(":id", "0".repeat(64));
    return line.method().equals(HttpMethod.GET)
        ? visitor.answer(path)
        : visitor.sends("/report", path);
  }

  /// Without the words that differ on each page.
  private static String bare(HttpResponse<String> answer) {
    return answer.body().replaceAll("value=\"[^\"]{40,}\"", "");
  }

  @Test
  @DisplayName(
      "7, 13, 16, 39: a program sees as little as a person of its role, and learns as little")
  void a_program_sees_as_little_as_a_person_of_its_role() {
    for (var role : List.of(Role.STAFF, Role.ENGINEER, Role.LIAISON, Role.CLINICAL_REVIEWER)) {
      var token = pages.desk.tokens().create("sees-" + role.code(), role);
      var there = pages.calls(token, "/api/v1/tickets/" + ticket.number().value());
      var nowhere = pages.calls(token, "/api/v1/tickets/" + NOBODYS);
      assertThat(there.statusCode()).as(role.code()).isEqualTo(404);
      assertThat(there.bodyAsString()).isEqualTo(nowhere.bodyAsString());
      assertThat(pages.calls(token, "/api/v1/tickets").bodyAsString())
          .doesNotContain(ticket.report().title());
      for (var action : List.of("claim", "note", "resolve", "merge", "rate", "cancel"))
        assertThat(acts(token, action).statusCode()).as(role + " " + action).isEqualTo(404);
    }
  }

  private static io.vertx.ext.web.client.HttpResponse<io.vertx.core.buffer.Buffer> acts(
      String token, String action) {
    var body =
        switch (action) {
          case "note" -> new JsonObject().put("text", "看看");
          case "resolve" -> new JsonObject().put("solution", "换了一台打印机");
          case "merge" -> new JsonObject().put("parent", others.number().value());
          case "rate" -> new JsonObject().put("score", 5);
          case "cancel" -> new JsonObject().put("reason", "withdrawn").put("text", "不用了");
          default -> new JsonObject();
        };
    var path = "/api/v1/tickets/" + ticket.number().value() + "/" + action;
    return pages.sends(token, path, body.put("version", ticket.version()));
  }

  @Test
  @DisplayName(
      "8: merging needs rights on both tickets, and does not tell whether the other is there")
  void merging_needs_rights_on_both_tickets() {
    var mine = ward.ofTeam("operations", SUN, "扫码枪没反应").number().value();
    var lead = visitor(JIANG);

    var foreign = merges(lead, mine, others.number().value());
    var nowhere = merges(lead, mine, NOBODYS);

    assertThat(foreign.statusCode()).isEqualTo(409);
    assertThat(bare(foreign)).isEqualTo(bare(nowhere));
    assertThat(ward.ticket(mine).status()).isEqualTo(Status.NEW);
    assertThat(merges(visitor(SHEN), mine, others.number().value()).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> merges(Visitor lead, long child, long parent) {
    var path = "/tickets/" + child;
    return lead.sends(path, path + "/merge", "parent", "" + parent);
  }

  @Test
  @DisplayName("9: nothing can be linked to a ticket by the way it is filed")
  void nothing_can_be_linked_to_a_ticket_by_the_way_it_is_filed() {
    var token = pages.desk.tokens().create("files", Role.LIAISON);
    for (var link : List.of("parent", "incident", "children", "assignee", "version", "status")) {
      var body =
          new JsonObject()
              .put("kind", "incident")
              .put("title", "打印机")
              .put("description", "打印机卡纸")
              .put(link, ticket.number().value());
      var answer = pages.sends(token, "/api/v1/tickets", body);
      assertThat(answer.statusCode()).as(link).isEqualTo(400);
    }
  }

  @Test
  @DisplayName("17: what is merged into a ticket opens no right to that ticket, nor the other way")
  void what_is_merged_into_a_ticket_opens_no_right_to_it() {
    var child = ward.ofTeam("operations", new PersonId("hejiayi"), "呼吸打印机卡纸");
    var parent = ward.ofTeam("operations", SUN, "骨一打印机卡纸");
    merges(visitor(SHEN), child.number().value(), parent.number().value());

    assertThat(ward.ticket(child.number().value()).status()).isEqualTo(Status.MERGED);
    assertThat(visitor(new PersonId("hejiayi")).status("/tickets/" + parent.number().value()))
        .isEqualTo(404);
    assertThat(visitor(SUN).status("/tickets/" + child.number().value())).isEqualTo(404);
    assertThat(visitor(SUN).reads("/tickets/" + parent.number().value()))
        .doesNotContain(child.report().title());
  }

  @Test
  @DisplayName(
      "10, 13: what opens, what is listed and what is found are the same tickets for everybody")
  void what_opens_what_is_listed_and_what_is_found_are_the_same_tickets() {
    var numbers = List.of(ticket.number().value(), others.number().value());
    for (var worker : List.of(SHAO, GONG, JIANG, YE, SHEN, new PersonId("linxiaoyu"))) {
      var visitor = visitor(worker);
      for (var number : numbers) {
        var opens = visitor.status("/tickets/" + number) == 200;
        for (var list : List.of("/search?q=" + number, "/search?q=差分", "/search?q=差分打"))
          if (!opens) assertThat(shown(visitor, list)).as(worker + list).doesNotContain(number);
        assertThat(shown(visitor, "/search?q=" + number).contains(number)).isEqualTo(opens);
        if (!opens)
          assertThat(
                  Stream.of("/queue", "/queue/lanes", "/figures/ticket_count")
                      .flatMap(list -> shown(visitor, list).stream()))
              .as(worker.value())
              .doesNotContain(number);
      }
    }
    assertThat(visitor(new PersonId("linxiaoyu")).status("/tickets/" + numbers.getFirst()))
        .isEqualTo(404);
    assertThat(visitor(SHAO).reads("/search?q=%25")).doesNotContain("差分");
  }

  private static Set<Long> shown(Visitor visitor, String list) {
    var found = new HashSet<Long>();
    var links = TICKET.matcher(visitor.reads(list));
    while (links.find()) found.add(Long.parseLong(links.group(1)));
    return found;
  }

  @Test
  @DisplayName("12: what leaves as a file is for those who may see all of it")
  void what_leaves_as_a_file_is_for_those_who_may_see_all_of_it() {
    for (var table : List.of("people", "departments", "catalogue", "duty")) {
      var path = "/admin/exchange/" + table + ".csv";
      for (var who : List.of(SUN, SHAO, YE, JIANG, new PersonId("yanqiu")))
        assertThat(visitor(who).status(path)).as(who + path).isEqualTo(403);
      assertThat(visitor(SHEN).reads(path)).doesNotContain(ticket.report().title());
      assertThat(pages.desk.audit().of("export " + table, 10)).hasSize(1);
    }
  }

  @Test
  @DisplayName("12: a table of tickets holds what its reader may open, and no more")
  void a_table_of_tickets_holds_what_its_reader_may_open() {
    for (var worker : List.of(SHAO, GONG, JIANG, YE, SHEN, new PersonId("linxiaoyu"))) {
      var table = visitor(worker).reads("/export/tickets.csv");
      for (var one : List.of(ticket, others)) {
        var opens = visitor(worker).status("/tickets/" + one.number().value()) == 200;
        assertThat(table.contains(one.report().title())).as(worker.value()).isEqualTo(opens);
      }
    }
    assertThat(visitor(SUN).status("/export/tickets.csv")).isEqualTo(403);
  }

  @Test
  @DisplayName("14: what was said stays as it was said, whoever asks")
  void what_was_said_stays_as_it_was_said() {
    var director = visitor(SHEN);
    var events = history();
    for (var line : pages.web.routes().lines()) {
      var path = line.path().replace(":number", "" + ticket.number().value());
      for (var method : List.of("PUT", "PATCH", "DELETE"))
        assertThat(director.tries(method, path.replaceAll(":[a-z]+", "1")))
            .as(method + " " + line)
            .isIn(404, 405);
    }
    for (var action : List.of("delete", "edit", "unnote", "erase"))
      assertThat(
              director.sends(path(), path() + "/" + action, "text", "没说过", "seq", "1").statusCode())
          .as(action)
          .isEqualTo(400);
    assertThat(history()).isEqualTo(events);
  }

  private static List<String> history() {
    return pages.desk.tickets().history(ward.person(SHEN), ticket).stream()
        .map(event -> event.at() + event.what().type() + event.what())
        .toList();
  }

  @Test
  @DisplayName("16: a note among engineers is in nothing that its reporter can open")
  void a_note_among_engineers_is_in_nothing_that_its_reporter_can_open() {
    var nurse = visitor(SUN);
    assertThat(visitor(GONG).reads(path())).contains(Ward.SECRET);
    for (var page : new Crawl(pages, ward.person(SUN)).reads())
      assertThat(nurse.reads(page)).as(page).doesNotContain(Ward.SECRET);
    assertThat(nurse.reads(path() + "/fresh?seen=0")).doesNotContain(Ward.SECRET);
    assertThat(shown(visitor(GONG), "/search?q=库房第三格")).isEmpty();
  }

  @Test
  @DisplayName("18: an article for one campus is not shown to another, in no list and by no number")
  void an_article_for_one_campus_is_not_shown_to_another() {
    var content =
        new Content(
            "东院胎监打印机换纸",
            "胎监打印机没有纸",
            "",
            List.of("打开纸盒", "放入新纸"),
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            "east",
            "",
            Optional.empty(),
            Optional.empty());
    var id = pages.knowledge.articles().draft(content, SHAO.value()).id();
    pages.knowledge.articles().publish(id, JIANG.value());
    var there = visitor(new PersonId("caoyun"));
    var elsewhere = visitor(new PersonId("hejiayi"));

    assertThat(there.reads("/knowledge/" + id.value())).contains("东院胎监打印机换纸");
    assertThat(there.reads("/knowledge")).contains("东院胎监打印机换纸");
    assertThat(elsewhere.status("/knowledge/" + id.value())).isEqualTo(404);
    for (var list : List.of("/knowledge", "/knowledge?q=胎监打印机", "/knowledge/found?q=胎监打印机"))
      assertThat(elsewhere.reads(list)).as(list).doesNotContain("东院胎监打印机换纸");
  }

  @Test
  @DisplayName("20: every form for some roles is refused to all others")
  void every_form_for_some_roles_is_refused_to_all_others() {
    var auditor = ward.joins("reviewer", Role.AUDITOR);
    var system = ward.joins("operator", Role.SYSADMIN);
    for (var who : List.of(SUN, SHAO, YE, JIANG, auditor, system, new PersonId("pengyuanqing"))) {
      var refused = new ArrayList<String>();
      for (var line : pages.web.routes().lines()) {
        if (!line.method().equals(HttpMethod.POST)) continue;
        if (line.rule().allows(ward.person(who))) continue;
        var answer = visitor(who).sends("/report", line.path().replaceAll(":[a-z]+", "1"));
        assertThat(answer.statusCode()).as(who + " " + line).isEqualTo(403);
        refused.add(line.path());
      }
      assertThat(refused).as(who.value()).isNotEmpty();
    }
  }

  @Test
  @DisplayName("20: a token gives a program no more rights than its maker has")
  void nobody_makes_a_token_that_may_do_more_than_they_may() {
    var system = ward.joins("operator", Role.SYSADMIN);
    for (var who : List.of(system, SHEN)) {
      var maker = ward.person(who);
      for (var role : Role.values()) {
        var name = who.value() + "." + role.code();
        var answer =
            visitor(who).sends("/admin/tokens", "/admin/tokens", "name", name, "role", role.code());
        var may = who.equals(SHEN) || maker.is(role) || role == Role.STAFF || role == Role.LIAISON;
        assertThat(answer.statusCode()).as(name).isEqualTo(may ? 200 : 403);
        assertThat(visitor(who).reads("/admin/tokens").contains("value=\"" + role.code() + "\""))
            .as(name + " is offered")
            .isEqualTo(may);
      }
    }
  }

  @Test
  @DisplayName("20: nobody gives a role above their own rights, on the page or by a file")
  void nobody_gives_or_takes_a_role_above_their_own_rights() {
    var system = ward.joins("keeper", Role.SYSADMIN);
    var deputy = new PersonId("linmeihua");
    for (var who : List.of(system, deputy, SHEN)) {
      for (var role : Role.values()) {
        if (role == Role.STAFF) continue;
        var nurse = ward.joins("n." + who.value() + "." + role.code(), Role.STAFF);
        var may = pages.desk.access().mayGive(ward.person(who), role);
        var as = who.value() + " gives " + role.code();

        var byFile = loads(who, nurse, role);
        assertThat(byFile.statusCode()).as(as + " by a file").isEqualTo(may ? 200 : 400);
        assertThat(ward.person(nurse).is(role)).as(as + " by a file").isEqualTo(may);
        ward.joins(nurse.value(), Role.STAFF);
        assertThat(gives(who, nurse, role).statusCode()).as(as).isEqualTo(may ? 200 : 400);
        assertThat(ward.person(nurse).is(role)).as(as).isEqualTo(may);
      }
    }
  }

  @Test
  @DisplayName("20: nobody changes what they are themselves by a file, and the log names who did")
  void nobody_changes_their_own_roles_by_a_file_and_the_log_names_whoever_gave_one() {
    var deputy = new PersonId("linmeihua");
    var before = ward.person(deputy).roles();
    assertThat(loads(deputy, deputy, Role.CMIO).statusCode()).isEqualTo(400);
    assertThat(ward.person(deputy).roles()).isEqualTo(before);

    var nurse = ward.joins("nurse-by-file", Role.STAFF);
    loads(deputy, nurse, Role.DISPATCHER);

    var line = pages.desk.audit().of("person " + nurse.value(), 1).getFirst();
    assertThat(line.actor()).isEqualTo(deputy.value());
    assertThat(line.detail().encode())
        .isEqualTo("{\"roles\":[[\"staff\"],[\"dispatcher\",\"staff\"]]}");
  }

  @Test
  @DisplayName("20: whoever keeps people up still changes the rest, of those above them too")
  void whoever_may_not_give_a_role_may_change_everything_else() {
    var system = ward.joins("phones", Role.SYSADMIN);
    var path = "/admin/people/linmeihua";
    var answer =
        visitor(system)
            .sends(
                path,
                path,
                "roles",
                "deputy_director",
                "roles",
                "staff",
                "campus",
                "main",
                "phone",
                "8899",
                "active",
                "1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ward.person(new PersonId("linmeihua")).phone()).contains("8899");
  }

  private static HttpResponse<String> gives(PersonId who, PersonId nurse, Role role) {
    var path = "/admin/people/" + nurse.value();
    return visitor(who)
        .sends(
            path,
            path,
            "roles",
            "staff",
            "roles",
            role.code(),
            "campus",
            "main",
            "squad",
            "operations:infra",
            "scope",
            "main",
            "active",
            "1");
  }

  private static HttpResponse<String> loads(PersonId who, PersonId nurse, Role role) {
    var row =
        new JsonObject()
            .put("userid", nurse.value())
            .put("name", nurse.value())
            .put("campus", "main")
            .put("role", role.code());
    var file = new JsonObject().put("staff", new JsonArray().add(row)).encode();
    var bytes = file.getBytes(StandardCharsets.UTF_8);
    var page = "/admin/exchange";
    return visitor(who).uploads(page, page, "org.json", bytes, "kind", "org");
  }

  private static Ticket now() {
    return ward.ticket(ticket.number().value());
  }

  private static String path() {
    return "/tickets/" + ticket.number().value();
  }

  private static Visitor visitor(PersonId who) {
    return pages.visitor(who);
  }
}
