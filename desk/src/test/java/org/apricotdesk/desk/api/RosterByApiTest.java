package org.apricotdesk.desk.api;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RosterByApiTest {
  private static final String DUTY = "/api/v1/duty";

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;
  private static String director = "";
  private static String engineer = "";

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
    pages.desk.importCalendar(SampleHospital.calendar());
    director = pages.desk.tokens().create("planning", Role.DIRECTOR);
    engineer = pages.desk.tokens().create("wall", Role.ENGINEER);
  }

  @Test
  void a_shift_is_added_passed_on_and_taken_out() {
    var added = adds(SHAO, "2026-04-01");
    assertThat(added.statusCode()).isEqualTo(201);
    var shift = added.bodyAsJsonObject();
    assertThat(shift.getString("start")).isEqualTo("2026-04-01T14:00:00Z");
    assertThat(adds(SHAO, "2026-04-01").statusCode()).as("in two places").isEqualTo(409);

    var path = DUTY + "/" + shift.getString("id").replace("@", "%40");
    var passed = pages.sends(director, path + "/person", person(GONG)).bodyAsJsonObject();
    assertThat(passed.getString("person")).isEqualTo(GONG.value());
    assertThat(pages.sends(director, path + "/person", person(GONG)).statusCode())
        .as("nobody has that shift any more")
        .isEqualTo(404);
    assertThat(listed("from=2026-04-01&to=2026-04-01")).contains(passed);

    var fresh = DUTY + "/" + passed.getString("id").replace("@", "%40");
    assertThat(pages.sends(director, fresh + "/removal", new JsonObject()).statusCode())
        .isEqualTo(200);
    assertThat(listed("from=2026-04-01&to=2026-04-01")).doesNotContain(passed);
    assertThat(pages.visitor(SHEN).reads("/admin/audit?object=duty%202026-04-01T14:00:00Z"))
        .contains("planning · 换班", "planning · 取消一班");
  }

  @Test
  void the_list_goes_on_page_by_page() {
    pages.desk.draftRoster(LocalDate.parse("2026-05-04"), LocalDate.parse("2026-05-11"));
    var all = listed("from=2026-05-04&to=2026-05-10&limit=200");
    var seen = new ArrayList<Object>();
    String cursor = "";
    do {
      var page = page("from=2026-05-04&to=2026-05-10&limit=7" + cursor);
      seen.addAll(page.getJsonArray("items").getList());
      cursor = "&cursor=" + page.getString("next");
    } while (!cursor.endsWith("null"));

    assertThat(all.size()).isGreaterThan(14);
    assertThat(seen.stream().map(Object::toString).collect(Collectors.toSet())).hasSize(all.size());
    assertThat(seen).hasSize(all.size());
    for (var one : listed("from=2026-05-04&to=2026-05-10&limit=200&campus=main"))
      assertThat(((JsonObject) one).getString("campus")).isEqualTo("main");
  }

  @Test
  void what_does_not_fit_is_refused_and_readers_change_nothing() {
    assertThat(pages.calls(director, DUTY + "?from=2026-04-01&to=2027-04-01").statusCode())
        .isEqualTo(400);
    assertThat(pages.calls(director, DUTY + "?from=yesterday&to=2026-04-01").statusCode())
        .isEqualTo(400);
    assertThat(adds(new PersonId("sunlili"), "2026-04-02").statusCode()).isEqualTo(400);
    var wish = wish(SHAO, "2026-04-02").put("colour", "red");
    assertThat(pages.sends(director, DUTY, wish).statusCode()).isEqualTo(400);
    assertThat(pages.sends(engineer, DUTY, wish(SHAO, "2026-04-02")).statusCode()).isEqualTo(403);
    assertThat(pages.calls(engineer, DUTY + "?from=2026-04-01&to=2026-04-02").statusCode())
        .isEqualTo(200);
  }

  @Test
  void the_page_has_a_board_to_drag_on_for_who_plans() {
    var page = pages.visitor(SHEN).reads("/admin/duty?day=2026-04-01");
    assertThat(page).contains("data-board", "data-bin", "data-kind=\"night\"", "/assets/roster.js");
    assertThat(pages.visitor(SHAO).reads("/admin/duty?day=2026-04-01"))
        .doesNotContain("data-board");
    assertThat(pages.visitor(SHEN).reads("/assets/roster.js")).contains("dragstart");
  }

  private static HttpResponse<Buffer> adds(PersonId who, String day) {
    return pages.sends(director, DUTY, wish(who, day));
  }

  private static JsonObject wish(PersonId who, String day) {
    return person(who)
        .put("shift", "night")
        .put("line", "first")
        .put("campus", "main")
        .put("day", day);
  }

  private static JsonObject person(PersonId who) {
    return new JsonObject().put("person", who.value());
  }

  private static JsonArray listed(String query) {
    return page(query).getJsonArray("items");
  }

  private static JsonObject page(String query) {
    return pages.calls(director, DUTY + "?" + query).bodyAsJsonObject();
  }
}
