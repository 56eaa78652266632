package org.apricotdesk.desk.ledger;

import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LedgerByApiTest {
  private static final String LEDGER = "/api/v1/ledger";
  private static final List<Role> READERS =
      List.of(Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.AUDITOR);

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;
  private static String director = "";

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
    director = pages.desk.tokens().create("quality-office", Role.DIRECTOR);
  }

  @BeforeEach
  void anEmptyLedger() {
    db.database().pool().query("TRUNCATE desk.ledger").execute().await();
  }

  @Test
  void a_line_is_entered_changed_and_struck_out_and_counts_at_once() {
    var errors =
        new JsonObject()
            .put("casesBefore", 20)
            .put("ofBefore", 50_000)
            .put("casesAfter", 14)
            .put("ofAfter", 50_000);
    assertThat(enters("quality/errors-1", line(errors))).isEqualTo(201);
    assertThat(pages.visitor(SHEN).reads("/figures/quality_gain"))
        .contains("30.00%", "20/50000 → 14/50000", "用药差错");

    assertThat(enters("quality/errors-1", line(errors).put("struck", true))).isEqualTo(200);
    assertThat(pages.visitor(SHEN).reads("/figures/quality_gain")).doesNotContain("30.00%");
    assertThat(pages.visitor(SHEN).reads("/admin/audit")).contains("台账登记 · 医疗质量", "台账修改 · 医疗质量");
  }

  @Test
  void what_does_not_fit_is_refused_and_says_where() {
    var training = new JsonObject().put("invited", 10).put("trained", 12);
    assertThat(enters("training/t-1", line(training))).isEqualTo(400);
    assertThat(enters("training/t-1", line(training.copy().put("trained", 9).put("score", 1))))
        .as("a field of another kind")
        .isEqualTo(400);
    assertThat(enters("training/t-1", line(new JsonObject().put("invited", 10)))).isEqualTo(400);
    assertThat(enters("training/t-1", line(new JsonObject().put("invited", "ten")))).isEqualTo(400);
    var day = new JsonObject().put("due", "2026-02-30").put("approved", false);
    assertThat(enters("milestone/m-1", line(day))).isEqualTo(400);
    assertThat(enters("weather/w-1", line(new JsonObject()))).isEqualTo(404);
    assertThat(listed("").getJsonArray("items")).isEmpty();
  }

  @Test
  void a_patients_data_in_a_title_is_masked() {
    var body =
        line(new JsonObject()).put("title", "表扬：患者身份证 991301199001011234 电话 13912345678 送锦旗");
    assertThat(enters("award/a-1", body)).isEqualTo(201);
    assertThat(listed("").encode())
        .doesNotContain("13912345678", "991301199001011234")
        .contains("送锦旗");
  }

  @Test
  void the_list_goes_on_page_by_page_and_can_be_narrowed() {
    for (var i = 0; i < 5; i++) enters("award/a-" + i, line(new JsonObject()));
    enters("visits/v-1", line(new JsonObject().put("visits", 80_000)).put("on", "2026-04-02"));
    var ids = new ArrayList<String>();
    var cursor = "";
    do {
      var page = listed("?limit=2" + cursor);
      page.getJsonArray("items").forEach(one -> ids.add(((JsonObject) one).getString("id")));
      cursor = "&cursor=" + page.getString("next");
    } while (!cursor.endsWith("null"));
    assertThat(ids).containsExactly("a-0", "a-1", "a-2", "a-3", "a-4", "v-1");
    assertThat(listed("?kind=visits").getJsonArray("items")).hasSize(1);
    assertThat(listed("?from=2026-04-01&to=2026-05-01").getJsonArray("items")).hasSize(1);
    assertThat(listed("?to=2026-03-10").getJsonArray("items")).isEmpty();
  }

  @Test
  void only_who_keeps_the_ledger_writes_it_and_only_who_may_see_it_reads_it() {
    for (var role : Role.values()) {
      var token = pages.desk.tokens().create("as-" + role.code(), role);
      var keeps = READERS.contains(role) && role != Role.AUDITOR;
      assertThat(pages.calls(token, LEDGER).statusCode())
          .as(role + " reads")
          .isEqualTo(READERS.contains(role) ? 200 : 403);
      var path = LEDGER + "/award/by-" + role.code().replace('_', '-');
      assertThat(pages.sends(token, path, line(new JsonObject())).statusCode())
          .as(role + " writes")
          .isEqualTo(keeps ? 201 : 403);
    }
  }

  @Test
  void the_whole_ledger_is_a_file_for_spreadsheets() {
    enters("award/a-1", line(new JsonObject()).put("title", "=HYPERLINK(1)"));
    enters("visits/v-1", line(new JsonObject().put("visits", 80_000)));
    var lead = pages.visitor(JIANG);
    assertThat(lead.reads("/admin/ledger")).contains("/admin/ledger.csv");
    assertThat(lead.reads("/admin/ledger.csv"))
        .contains("\"kind\",\"id\",\"on\",\"title\"", "\"visits\",\"v-1\",\"2026-03-10\"", "80000")
        .contains("\"'=HYPERLINK(1)\"");
    assertThat(pages.visitor(SHEN).reads("/admin/audit")).contains("导出 台账");
    assertThat(pages.visitor(SUN).status("/admin/ledger.csv")).isEqualTo(403);
  }

  private static JsonObject line(JsonObject entry) {
    return new JsonObject().put("on", "2026-03-10").put("title", "用药差错").put("entry", entry);
  }

  private static int enters(String path, JsonObject line) {
    return pages.sends(director, LEDGER + "/" + path, line).statusCode();
  }

  private static JsonObject listed(String query) {
    return pages.calls(director, LEDGER + query).bodyAsJsonObject();
  }
}
