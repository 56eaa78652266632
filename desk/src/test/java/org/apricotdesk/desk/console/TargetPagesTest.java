package org.apricotdesk.desk.console;

import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.web.PagesFixture;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The director changes what is promised, and enters what figures need.
class TargetPagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @Test
  void new_targets_are_tried_on_a_past_ticket_and_published_for_a_day_to_come() {
    var ticket = pages.visitor(SUN).sends("/report", "/report", "what", "腕带打印机亮红灯").uri().getPath();
    var number = ticket.replaceAll("\\D", "");
    pages.clock.advance(Duration.ofMinutes(10));
    var director = pages.visitor(SHEN);
    assertThat(director.reads("/admin/targets")).contains("第 1 版", "现行", "发布这个版本");

    var tried = director.sends("/admin/targets", "/admin/targets/try", form("number", number));
    assertThat(tried.body()).contains("按新版本", "#" + number, "超时");

    var early = form("from", "2026-03-16");
    assertThat(director.sends("/admin/targets", "/admin/targets", early).body())
        .contains("生效日期要在今天之后");
    director.sends("/admin/targets", "/admin/targets", form("from", "2026-04-01"));
    assertThat(director.reads("/admin/targets")).contains("第 2 版", "沈广源 发布");
    assertThat(director.reads("/admin/audit")).contains("服务目标 2");
  }

  @Test
  void exceptions_are_chosen_by_name_and_stay_when_they_are_refused() {
    var director = pages.visitor(SHEN);
    var form = Jsoup.parse(director.reads("/admin/targets"));
    var code = form.expectFirst("select[name=category] option:containsOwn(腕带)").val();
    assertThat(form.select("select[name=place] option").eachText())
        .contains("不限地点", "重点区域（急诊、ICU、手术室等）", "本部院区");

    var slow = form("category", code, "place", "critical", "priority", "P3", "response", "60");
    var refused = director.sends("/admin/targets", "/admin/targets", slow);

    assertThat(refused.statusCode()).isEqualTo(400);
    var again = Jsoup.parse(refused.body());
    assertThat(again.select("[role=alert]").text()).contains("腕带", "重点区域", "P3");
    var row = again.expectFirst("fieldset.exception");
    assertThat(row.select("option[selected]").eachAttr("value")).contains(code, "critical");
    assertThat(row.select("[name=response]").val()).isEqualTo("60");
    assertThat(
            director
                .sends("/admin/targets", "/admin/targets", form("category", "", "response", "5"))
                .body())
        .contains("没有选类别");
    assertThat(
            director.sends("/admin/targets", "/admin/targets/try", form("category", "moon")).body())
        .contains("请核对 moon");
  }

  @Test
  void every_kind_of_request_stands_there_by_its_name_with_its_time() {
    var director = pages.visitor(SHEN);
    var three = form("request", "data.extract.adhoc", "within", "1440", "from", "2026-08-01");
    director.sends("/admin/targets", "/admin/targets", three);
    var form = Jsoup.parse(director.reads("/admin/targets"));
    var adhoc = form.expectFirst("label:has([value=data.extract.adhoc])");
    assertThat(adhoc.text()).contains(" / ").doesNotContain("data.extract");
    assertThat(adhoc.select("[name=within]").val()).isEqualTo("1440");

    var soon = form("request", "data.extract.adhoc", "within", "soon");
    var refused = director.sends("/admin/targets", "/admin/targets", soon);

    assertThat(refused.body()).contains("请核对服务请求“" + adhoc.text());
    assertThat(Jsoup.parse(refused.body()).select("[name=within]").eachAttr("value"))
        .contains("soon");
  }

  @Test
  void an_exception_is_published_and_deleted_again() {
    var director = pages.visitor(SHEN);
    var exception =
        form(
            "category",
            "*",
            "place",
            "main",
            "priority",
            "P4",
            "response",
            "100",
            "restore",
            "900",
            "from",
            "2026-05-01");
    director.sends("/admin/targets", "/admin/targets", exception);
    var published = pages.desk.policies().all().getLast().targets().special();
    assertThat(published).hasSize(1);
    assertThat(published.getFirst().category()).isEmpty();

    director.sends("/admin/targets", "/admin/targets", form("category", "-", "from", "2026-06-01"));
    assertThat(pages.desk.policies().all().getLast().targets().special()).isEmpty();
  }

  @Test
  void a_milestone_asks_for_one_date_and_what_became_of_it() {
    var director = pages.visitor(SHEN);
    var path = "/admin/ledger/milestone";

    var form = director.reads(path + "/new");
    assertThat(form).contains("原计划完成日", "改期到", "实际完成日").doesNotContain("name=\"on\"");
    director.sends(
        path + "/new",
        path,
        "id",
        "pacs-1",
        "title",
        "影像系统上线",
        "due",
        "2026-03-20",
        "moved",
        "2026-03-27");

    assertThat(director.reads(path)).contains("影像系统上线", "2026-03-20", "→ 2026-03-27");
  }

  @Test
  void a_line_of_the_ledger_is_entered_and_counts_at_once() {
    var director = pages.visitor(SHEN);
    assertThat(director.reads("/admin/ledger")).contains("数据安全事件", "项目里程碑");
    var path = "/admin/ledger/security";
    director.sends(
        path + "/new",
        path,
        "id",
        "leak-1",
        "title",
        "误发群聊",
        "on",
        "2026-03-16",
        "grade",
        "confirmed",
        "times",
        "1");
    assertThat(director.reads(path)).contains("误发群聊", "2026-03-16");
    assertThat(director.reads("/figures/security_incident_count")).contains("台账里确认的");
    assertThat(director.reads("/figures")).contains("数据安全事故");
    var nonsense =
        director.sends(
            path + "/new", path, "id", "x-2", "title", "", "on", "soon", "grade", "confirmed");
    assertThat(nonsense.body()).contains("请填日期");
  }

  /// The form as it stands, P3 answered within five minutes, and some fields more.
  private static String[] form(String... more) {
    var fields = new ArrayList<String>();
    for (var goal : List.of("P1 5 10 15 60", "P2 10 30 60 240", "P3 5 120  480", "P4 240   2400")) {
      var words = goal.split(" ", -1);
      fields.addAll(
          Arrays.asList(
              "response" + words[0], words[1],
              "handsOn" + words[0], words[2],
              "update" + words[0], words[3],
              "restore" + words[0], words[4]));
    }
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }
}
