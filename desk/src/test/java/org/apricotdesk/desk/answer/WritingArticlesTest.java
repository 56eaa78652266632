package org.apricotdesk.desk.answer;

import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.web.PagesFixture;
import org.apricotdesk.desk.web.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class WritingArticlesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  /// The index is still being written when the test ends.
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  private static Visitor lead;

  @BeforeAll
  static void signIn() {
    lead = new PagesFixture(db, folder).visitor(JIANG);
  }

  @Test
  void category_campus_and_owner_are_chosen_by_name_and_kept() {
    assertThat(lead.reads("/admin/articles/new")).contains("打印设备/激光打印机/卡纸", "全部院区", "东城院区", "龚维鸣");

    var article =
        lead.sends(
                "/admin/articles/new",
                "/admin/articles",
                "title",
                "卡纸怎么办",
                "steps",
                "关机，取出纸",
                "systems",
                "打印机，HIS",
                "category",
                "printer.laser.jam",
                "campus",
                "east",
                "owner",
                "gongweiming")
            .uri()
            .getPath();

    assertThat(lead.reads(article))
        .contains(
            "value=\"打印机，HIS\"",
            "<option value=\"printer.laser.jam\" selected>",
            "<option value=\"east\" selected>",
            "<option value=\"gongweiming\" selected>");
  }

  @Test
  void what_was_typed_stays_when_it_cannot_be_stored() {
    var answer =
        lead.sends(
            "/admin/articles/new",
            "/admin/articles",
            "title",
            "扫码枪怎么配对",
            "cause",
            "没电",
            "reviewOn",
            "明年");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("请填写标题和步骤", "value=\"扫码枪怎么配对\"", ">没电</textarea>");
  }

  @Test
  void the_list_finds_drafts_by_title_and_counts_them() {
    lead.sends("/admin/articles/new", "/admin/articles", "title", "会议室投影没画面", "steps", "按信号源");
    var search = "/admin/articles?q=%E6%8A%95%E5%BD%B1&state=";

    assertThat(lead.reads(search + "draft")).contains("会议室投影没画面", "共 1 篇");
    assertThat(lead.reads(search + "published")).contains("没有这样的文章");
  }

  @Test
  void a_question_nobody_could_answer_is_the_title_of_a_new_article() {
    assertThat(lead.reads("/admin/articles/new?title=%E6%80%8E%E4%B9%88%E8%BF%9EWiFi"))
        .contains("value=\"怎么连WiFi\"");
  }

  @Test
  void a_category_the_catalogue_does_not_know_is_kept() {
    var article =
        lead.sends(
                "/admin/articles/new",
                "/admin/articles",
                "title",
                "旧设备",
                "steps",
                "请打电话",
                "category",
                "old.fax.line")
            .uri()
            .getPath();
    assertThat(lead.reads(article)).contains("<option value=\"old.fax.line\" selected>");
  }
}
