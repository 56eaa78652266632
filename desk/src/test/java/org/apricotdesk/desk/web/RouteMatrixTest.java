package org.apricotdesk.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Every route against every kind of person, generated from the table of routes.
class RouteMatrixTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  private static final List<PersonId> PEOPLE =
      List.of(
          DeskFixture.SUN,
          DeskFixture.SHAO,
          DeskFixture.YE,
          DeskFixture.JIANG,
          DeskFixture.SHEN,
          new PersonId("pengyuanqing"),
          new PersonId("yanqiu"),
          new PersonId("linmeihua"),
          new PersonId("newcomer"));

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @Test
  void each_page_opens_for_exactly_those_its_rule_names() {
    for (var id : PEOPLE) {
      var person = pages.desk.people().orStranger(id, id.value());
      var visitor = pages.visitor(id);
      for (var line : guardedPages()) {
        var status = visitor.status(sample(line.path()));
        if (!line.rule().allows(person)) {
          assertThat(status).as(line + " by " + id).isEqualTo(403);
        } else if (line.path().contains(":")) {
          assertThat(status).as(line + " by " + id).isEqualTo(404); // there is no such row
        } else {
          assertThat(status).as(line + " by " + id).isIn(200, 302);
        }
      }
    }
  }

  /// Giving a role would otherwise be a way to pages that are shut to the giver.
  @Test
  void nobody_can_give_a_role_to_which_more_opens_than_to_them() {
    for (var giver : List.of(Role.DEPUTY_DIRECTOR, Role.SYSADMIN, Role.DIRECTOR)) {
      var person = being(giver);
      for (var role : Role.values()) {
        if (!pages.desk.access().mayGive(person, role)) continue;
        for (var line : pages.web.routes().lines())
          assertThat(line.rule().allows(person) || !line.rule().allows(being(role)))
              .as(giver + " gives " + role + ", to whom opens " + line)
              .isTrue();
      }
    }
  }

  private static Person being(Role role) {
    var stranger = pages.desk.people().orStranger(new PersonId("newcomer"), "新人");
    return new Person(
        stranger.id(),
        stranger.name(),
        stranger.department(),
        stranger.campus(),
        EnumSet.of(Role.STAFF, role),
        stranger.team(),
        stranger.squad(),
        stranger.speciality(),
        stranger.skills(),
        stranger.tier(),
        stranger.systems(),
        stranger.campusScope(),
        stranger.phone(),
        true);
  }

  @Test
  void nobody_is_offered_in_the_navigation_what_is_refused_to_them() {
    for (var id : PEOPLE) {
      var visitor = pages.visitor(id);
      var offered = Jsoup.parse(visitor.reads("/more")).select("nav a[href^=/]");
      assertThat(offered).as(id.value()).isNotEmpty();
      for (var link : offered)
        assertThat(visitor.status(link.attr("href")))
            .as(link.attr("href") + " by " + id)
            .isIn(200, 302);
    }
  }

  /// Every route that shows or changes one ticket, against people of another campus: what they may
  /// not see is not there, whether they look, ask, press a button or fetch a picture.
  @Test
  void a_ticket_of_another_campus_is_not_there_on_any_route() {
    var path = pages.visitor(DeskFixture.SUN).sends("/report", "/report", "what", "门诊打印机坏了");
    var number = path.uri().getPath().replaceAll("\\D", "");
    pages.visitor(DeskFixture.SHAO).sends("/tickets/" + number, "/tickets/" + number + "/claim");
    pages.scope(DeskFixture.YE, "east");
    try {
      var dispatcher = pages.visitor(DeskFixture.YE);
      for (var line : pages.web.routes().lines()) {
        if (!line.path().startsWith("/tickets/:number")) continue;
        var target = line.path().replace(":number", number).replaceAll(":[a-z]+", "claim");
        var status =
            line.method().equals(HttpMethod.GET)
                ? dispatcher.status(target)
                : dispatcher.sends("/report", target).statusCode();
        assertThat(status).as(line.toString()).isEqualTo(404);
      }
      for (var list : List.of("/queue", "/queue/lanes", "/search?q=" + number, "/board/now"))
        assertThat(dispatcher.reads(list)).as(list).doesNotContain("/tickets/" + number);
    } finally {
      pages.scope(DeskFixture.YE, "main", "east", "river");
    }
    assertThat(pages.visitor(DeskFixture.YE).status("/tickets/" + number)).isEqualTo(200);
  }

  @Test
  void every_form_is_refused_without_the_word_of_its_page() {
    for (var line : pages.web.routes().lines()) {
      if (!line.method().equals(HttpMethod.POST)) continue;
      assertThat(pages.visitor(DeskFixture.SHEN).forges(sample(line.path())))
          .as(line.toString())
          .isEqualTo(403);
    }
  }

  @Test
  void every_page_says_what_the_browser_must_refuse() {
    for (var line : guardedPages()) {
      var headers = pages.visitor(DeskFixture.SHEN).headers(sample(line.path()));
      assertThat(headers.firstValue("content-security-policy"))
          .as(line.toString())
          .hasValueSatisfying(
              policy ->
                  assertThat(policy)
                      .contains("default-src 'self'", "object-src 'none'")
                      .doesNotContain("unsafe"));
      assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
    }
  }

  @Test
  void nobody_reaches_anything_without_signing_in_but_what_the_reviewed_list_names() {
    var open =
        pages.web.routes().lines().stream()
            .filter(line -> line.rule() instanceof Rule.Anyone)
            .map(line -> line.method() + " " + line.path());

    assertThat(open)
        .containsExactlyInAnyOrder(
            "GET /signin",
            "GET /signin/wecom",
            "GET /signin/back",
            "GET /enter/:token",
            "GET /assets/:name");
    for (var line : guardedPages()) {
      assertThat(pages.stranger().status(sample(line.path()))).as(line.toString()).isEqualTo(302);
    }
  }

  private static List<RouteTable.Line> guardedPages() {
    return pages.web.routes().lines().stream()
        .filter(line -> line.method().equals(HttpMethod.GET))
        .filter(line -> !(line.rule() instanceof Rule.Anyone))
        .filter(line -> !line.path().equals("/live")) // never ends; see LivePagesTest
        .toList();
  }

  private static String sample(String path) {
    return path.replaceAll(":[a-z]+", "1");
  }
}
