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
    var wrong = form("special", "moon main P3 5 - - 60");
    assertThat(director.sends("/admin/targets", "/admin/targets/try", wrong).body())
        .contains("没有这个类别或院区：moon main");

    var request = form("requests", "account.lifecycle.onboard soon\nmoon.walk 60");
    assertThat(director.sends("/admin/targets", "/admin/targets", request).body())
        .contains("请核对服务请求 account.lifecycle.onboard");
    assertThat(director.reads("/admin/targets"))
        .contains("account.lifecycle.onboard 480", "data.extract.adhoc 1440");

    director.sends("/admin/targets", "/admin/targets", form("from", "2026-04-01"));
    assertThat(director.reads("/admin/targets")).contains("第 2 版", "沈广源 发布");
    assertThat(director.reads("/admin/audit")).contains("服务目标 2");
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

  /// The form as it stands, P3 answered within five minutes, and one field more.
  private static String[] form(String name, String value) {
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
    fields.add(name);
    fields.add(value);
    return fields.toArray(String[]::new);
  }
}
