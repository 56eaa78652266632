package org.apricotdesk.desk.suggestion;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.suggestion.web.SuggestionPages;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SuggestionPagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");
  private static final PersonId CMIO = new PersonId("pengyuanqing");
  private static final PersonId NURSING = new PersonId("yanqiu");
  private static final PersonId EMERGENCY = new PersonId("liuwenjing");
  private static final PersonId COLLEAGUE = new PersonId("hejiayi");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @Test
  void from_the_nurses_wish_to_the_reviewers_mark() {
    var wish = "建议交班报告能自动带出当天的危急值";
    var page = pages.visitor(SUN).sends("/suggestions/new", "/suggestions", "text", wish);
    assertThat(page.body()).contains(wish, "已提交", "1人希望");
    var path = page.uri().getPath();

    var again =
        pages
            .visitor(COLLEAGUE)
            .sends("/suggestions/new", "/suggestions", "text", "希望交班报告自动带出当天危急值");
    assertThat(again.body()).contains("已有人提过相近的建议", wish);
    assertThat(pages.visitor(COLLEAGUE).sends(path, path + "/second").body())
        .contains("2人希望", "附议");

    var desk = pages.visitor(YE);
    desk.sends(path, path + "/triage", "layer", "efficiency", "team", "clinical");
    assertThat(desk.sends(path, path + "/review").body()).contains("评审中");
    var voted = marks(CMIO, path);
    assertThat(voted.body()).contains("评审得分", "1人评分");
    assertThat(pages.visitor(SUN).reads("/suggestions?show=review")).contains(wish);
    assertThat(pages.visitor(SUN).reads("/suggestions?show=done")).doesNotContain(wish);
  }

  /// Everybody in it is of the sample hospital, so its demo can be walked the same way.
  @Test
  void five_reviewers_of_all_sides_and_a_measured_gain_lead_to_the_end() {
    var path =
        pages
            .visitor(SUN)
            .sends("/suggestions/new", "/suggestions", "text", "建议输液巡视卡改成扫码记录")
            .uri()
            .getPath();
    does(YE, path, "triage", "layer", "efficiency", "team", "clinical");
    does(YE, path, "review");
    for (var reviewer : List.of(CMIO, COLLEAGUE, EMERGENCY, SHAO)) marks(reviewer, path);
    assertThat(pages.visitor(SHEN).reads(path)).doesNotContain("优先立项");
    marks(NURSING, path);
    does(SHAO, path, "assess", "feasibility", "4");
    assertThat(does(SHEN, path, "approve", "owner", "shaojiale", "end", "2026-06-30"))
        .contains("已立项");

    for (var stage : List.of("prototyping", "trial", "developing"))
      does(SHAO, path, "advance", "to", stage);
    does(
        SHAO,
        path,
        "baseline",
        "indicator",
        "每班巡视记录用时",
        "source",
        "骨一科计时",
        "unit",
        "分钟",
        "before",
        "32",
        "target",
        "24");
    does(SHAO, path, "advance", "to", "piloting", "pilot", "main-guyi");
    does(SHAO, path, "advance", "to", "rolling_out");
    does(SHAO, path, "advance", "to", "acceptance");
    assertThat(does(CMIO, path, "measure", "value", "23")).contains("已验收", "达到目标");
    assertThat(does(YE, path, "feedback", "text", "已全院启用，谢谢您的建议")).contains("已反馈归档");
    assertThat(pages.visitor(COLLEAGUE).reads("/suggestions?show=done")).contains("输液巡视卡");
  }

  private static String does(PersonId who, String path, String action, String... form) {
    var answer = pages.visitor(who).sends(path, path + "/" + action, form);
    assertThat(answer.statusCode()).as(action + " by " + who).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> marks(PersonId reviewer, String path) {
    return pages
        .visitor(reviewer)
        .sends(
            path,
            path + "/vote",
            "safety",
            "5",
            "frequency",
            "4",
            "regulation",
            "3.5",
            "quality",
            "4",
            "efficiency",
            "4",
            "cost",
            "2",
            "coverage",
            "5");
  }

  @Test
  void who_may_not_decide_is_told_so_and_changes_nothing() {
    var path =
        pages
            .visitor(SUN)
            .sends("/suggestions/new", "/suggestions", "text", "建议药房窗口加叫号语音")
            .uri()
            .getPath();

    var engineer =
        pages.visitor(SHAO).sends("/report", path + "/reject", "reason", "low_value", "text", "不做");
    assertThat(engineer.statusCode()).isEqualTo(409);
    assertThat(engineer.body()).contains("您没有权限这样做", "已提交");
    assertThat(pages.visitor(SHAO).sends("/report", path + "/vote", "safety", "x").statusCode())
        .isEqualTo(400);
  }

  @Test
  void hostile_words_stay_words() {
    var nasty = "<script>alert(1)</script>建议\"'>";
    var page = pages.visitor(SUN).sends("/suggestions/new", "/suggestions", "text", nasty);

    assertThat(page.body()).doesNotContain("<script>alert");
    assertThat(pages.visitor(SUN).reads("/suggestions")).doesNotContain("<script>alert");
  }

  @Test
  void the_pages_are_complete_in_both_languages() {
    assertThat(Texts.of(SuggestionPages.class).incomplete()).isEmpty();
    for (var refusal : Refusal.values())
      assertThat(Texts.of(SuggestionPages.class).has("refused." + refusal)).isTrue();
  }
}
