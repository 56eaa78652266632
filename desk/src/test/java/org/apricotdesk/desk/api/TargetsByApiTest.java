package org.apricotdesk.desk.api;

import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TargetsByApiTest {
  private static final String TARGETS = "/api/v1/targets";
  private static final List<Role> WRITERS =
      List.of(Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.SYSADMIN);
  private static final List<Role> READERS = List.of(Role.DISPATCHER, Role.TEAM_LEAD, Role.AUDITOR);

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;
  private static String director = "";

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
    director = pages.desk.tokens().create("planning", Role.DIRECTOR);
  }

  @Test
  void a_version_is_published_for_a_day_to_come_and_listed_with_the_one_that_counts_now() {
    var wish = wish("2026-05-01").put("requests", new JsonObject().put("data.extract", 1440));
    var published = publishes(director, wish);
    assertThat(published.statusCode()).isEqualTo(201);
    var version = published.bodyAsJsonObject();
    assertThat(version.getString("from")).isEqualTo("2026-04-30T16:00:00Z");
    assertThat(version.getJsonObject("requests").getMap())
        .containsExactly(Map.entry("data.extract", 1440));

    var items = pages.calls(director, TARGETS).bodyAsJsonObject().getJsonArray("items");
    assertThat(items.getJsonObject(0)).isEqualTo(version);
    var builtIn = items.getJsonObject(items.size() - 1);
    assertThat(builtIn.getInteger("version")).isEqualTo(1);
    assertThat(builtIn.getBoolean("current")).isTrue();
    assertThat(builtIn.getJsonObject("requests").getInteger("account.lifecycle.onboard"))
        .isEqualTo(480);
    assertThat(pages.visitor(SHEN).reads("/admin/targets")).contains("planning 发布");
    assertThat(pages.visitor(SHEN).reads("/admin/audit")).contains("planning · 发布服务目标");
    assertThat(pages.visitor(SHEN).reads("/admin/exchange/targets.csv"))
        .contains("\"data.extract\",\"\",\"request\"", "\"P1\",\"5\",\"10\",\"15\",\"60\"");
  }

  @Test
  void what_lies_in_the_past_or_does_not_fit_is_refused() {
    assertThat(publishes(director, wish("2026-03-16")).statusCode()).isEqualTo(400);
    assertThat(publishes(director, wish("soon")).statusCode()).isEqualTo(400);
    var slow = wish("2026-05-01");
    slow.getJsonObject("goals").getJsonObject("P4").put("restore", 10);
    var refused = publishes(director, slow);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.bodyAsJsonObject().getString("detail")).contains("goals.P4");
    assertThat(publishes(director, wish("2026-05-01").put("colour", "red")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void what_is_promised_for_something_unknown_is_refused_as_on_the_page() {
    var wish = wish("2026-05-01").put("requests", new JsonObject().put("no.such.thing", 60));
    var refused = publishes(director, wish);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.bodyAsJsonObject().getString("detail")).contains("no.such.thing");
  }

  @Test
  void administrators_publish_and_who_answers_for_targets_reads_them() {
    for (var role : Role.values()) {
      var token = pages.desk.tokens().create("as-" + role.code(), role);
      var reads = READERS.contains(role) || WRITERS.contains(role);
      assertThat(pages.calls(token, TARGETS).statusCode())
          .as(role + " reads")
          .isEqualTo(reads ? 200 : 403);
      assertThat(publishes(token, wish("2026-06-01")).statusCode())
          .as(role + " publishes")
          .isEqualTo(WRITERS.contains(role) ? 201 : 403);
    }
  }

  private static HttpResponse<Buffer> publishes(String token, JsonObject wish) {
    return pages.sends(token, TARGETS, wish);
  }

  private static JsonObject wish(String from) {
    var goals =
        new JsonObject()
            .put("P1", goal(5, 60))
            .put("P2", goal(10, 240))
            .put("P3", goal(30, 300))
            .put("P4", goal(240, 2400));
    return new JsonObject().put("from", from).put("goals", goals);
  }

  private static JsonObject goal(int response, int restore) {
    return new JsonObject().put("response", response).put("restore", restore);
  }
}
