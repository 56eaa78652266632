package org.apricotdesk.desk.ticket.web;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.PagesFixture;
import org.apricotdesk.desk.web.Visitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TicketPagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @Test
  void from_the_form_to_the_rating_without_any_script() {
    var nurse = visitor(SUN);
    var engineer = visitor(SHAO);

    var page = nurse.sends("/report", "/report", "what", "腕带打印机亮红灯", "where", "三楼护士站");
    assertThat(page.body()).contains("腕带打印机亮红灯", "三楼护士站", "还没有人接单");
    var path = page.uri().getPath();

    assertThat(engineer.reads("/queue")).contains("等接单", "腕带打印机亮红灯");
    assertThat(engineer.sends(path, path + "/claim").body()).contains("处理中", "接单");
    assertThat(nurse.reads(path)).contains("邵嘉乐");

    engineer.sends(path, path + "/note", "text", "内部：备件在三楼", "audience", "internal");
    assertThat(engineer.reads(path)).contains("备件在三楼");
    assertThat(nurse.reads(path)).doesNotContain("备件在三楼");

    var solved = engineer.sends(path, path + "/resolve", "solution", "换了色带", "cause", "consumable");
    assertThat(solved.body()).contains("已解决", "换了色带");
    assertThat(nurse.reads("/my")).contains("等您确认", "腕带打印机亮红灯");
    assertThat(nurse.sends(path, path + "/rate", "score", "5").body()).contains("评价 5 分");
  }

  @Test
  void a_solved_ticket_becomes_the_draft_of_an_article_with_one_button() {
    var path = visitor(SUN).sends("/report", "/report", "what", "腕带打印机不走纸").uri().getPath();
    var engineer = visitor(SHAO);
    engineer.sends(path, path + "/claim");
    engineer.sends(path, path + "/resolve", "solution", "更换走纸胶辊", "cause", "hardware");

    var draft = engineer.sends(path, path + "/article");

    assertThat(draft.uri().getPath()).startsWith("/admin/articles/KB-T");
    assertThat(draft.body()).contains("腕带打印机不走纸", "更换走纸胶辊");
  }

  @Test
  void everybody_is_offered_only_the_priorities_they_may_give() {
    var path = visitor(SUN).sends("/report", "/report", "what", "腕带打印机卡纸").uri().getPath();
    visitor(SHAO).sends(path, path + "/claim");

    assertThat(priorities(SHAO, path)).containsExactly("P2", "P4");
    assertThat(priorities(YE, path)).containsExactly("P1", "P2", "P4");
  }

  private static List<String> priorities(PersonId reader, String path) {
    return Jsoup.parse(visitor(reader).reads(path)).select("#priority option").eachText();
  }

  @Test
  void a_colleague_finds_no_trace_of_somebody_elses_report() {
    var path = visitor(SUN).sends("/report", "/report", "what", "电脑开不了机").uri().getPath();
    var colleague = visitor(new PersonId("hejiayi"));

    assertThat(colleague.status(path)).isEqualTo(404);
    assertThat(colleague.status("/queue")).isEqualTo(403);
    assertThat(colleague.reads("/my")).doesNotContain("电脑开不了机");
  }

  @Test
  void all_reports_can_be_read_the_older_ones_on_further_pages() {
    var clerk = visitor(new PersonId("hejiayi"));
    for (int i = 0; i <= 62; i++) {
      var path = clerk.sends("/report", "/report", "what", "第" + i + "台读卡器坏了").uri().getPath();
      if (i > 0) clerk.sends(path, path + "/cancel", "reason", "self_resolved", "text", "好了");
    }

    var first = clerk.reads("/my");
    assertThat(first).contains("第62台", "第3台").doesNotContain("第2台");
    assertThat(first).as("what is still open, however old").contains("第0台");
    var older = first.replaceAll("(?s).*href=\"(/my\\?before=\\d+)\".*", "$1");
    assertThat(clerk.reads(older)).contains("第2台", "第1台").doesNotContain("第3台", "第0台", "before=");
  }

  @Test
  void who_reported_something_reads_words_and_by_when_and_may_take_it_back() {
    var nurse = visitor(SUN);
    var path = nurse.sends("/report", "/report", "what", "显示器不亮").uri().getPath();
    var seen = nurse.reads(path);
    assertThat(seen).contains("答应您的", "前接单", "普通", "撤销").doesNotContain(">P3<");
    assertThat(visitor(SHAO).reads(path)).contains(">P3<").doesNotContain("答应您的");

    var back = nurse.sends(path, path + "/cancel", "reason", "self_resolved", "text", "插头松了");

    assertThat(back.body()).contains("自己好了", "插头松了");
  }

  @Test
  void a_form_begun_elsewhere_has_the_words_and_the_place_and_names_the_department() {
    var form = visitor(SUN).reads("/report?what=%E5%8D%A1%E7%BA%B8&place=%E4%B8%89%E6%A5%BC");

    assertThat(form).contains(">卡纸</textarea>", "value=\"三楼\"", "不填就是骨一科");
  }

  @Test
  void a_ticket_waits_for_a_vendor_with_the_fields_a_vendor_needs_and_goes_to_a_squad_by_name() {
    var path = visitor(SUN).sends("/report", "/report", "what", "扫码枪没反应").uri().getPath();
    var engineer = visitor(SHAO);
    engineer.sends(path, path + "/claim");
    var page = engineer.reads(path);
    assertThat(page).contains("name=\"vendor\" type=\"text\" required").doesNotContain("等审批");

    var passed =
        engineer.sends(path, path + "/transfer", "to", "team:operations:infra", "reason", "换枪");

    assertThat(passed.body()).contains("转派给 基础保障小组").doesNotContain("转派给 infra");
  }

  @Test
  void a_refusal_says_why_and_keeps_the_page() {
    var path = visitor(SUN).sends("/report", "/report", "what", "鼠标不灵").uri().getPath();
    visitor(SHAO).sends(path, path + "/claim");

    var late = visitor(DeskFixture.GONG).sends(path, path + "/claim");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("已由邵嘉乐接单");
  }

  @Test
  void hostile_words_stay_words_on_every_page() {
    var nasty = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";
    var path = visitor(SUN).sends("/report", "/report", "what", nasty, "where", nasty);

    for (var page : List.of("/my", path.uri().getPath())) {
      assertThat(visitor(SUN).reads(page)).doesNotContain("<img src=x", "<script>alert");
    }
    assertThat(visitor(SHAO).reads("/queue")).doesNotContain("<img src=x", "<script>alert");
    assertThat(visitor(SHAO).reads("/search?q=%3Cscript%3Ealert(2)"))
        .doesNotContain("<script>alert");
  }

  @Test
  void an_empty_report_is_sent_back_with_what_is_wrong() {
    var answer = visitor(SUN).sends("/report", "/report", "what", " ", "where", "三楼");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("请写一句话说明问题", "value=\"三楼\"");
  }

  @Test
  void the_pages_are_complete_in_both_languages() {
    assertThat(Texts.of(TicketPages.class).incomplete()).isEmpty();
  }

  private static Visitor visitor(PersonId person) {
    return pages.visitor(person);
  }
}
