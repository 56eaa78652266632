package org.apricotdesk.desk.suggestion;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    var voted =
        pages
            .visitor(CMIO)
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
    assertThat(voted.body()).contains("评审得分", "1人评分");
    assertThat(pages.visitor(SUN).reads("/suggestions?show=review")).contains(wish);
    assertThat(pages.visitor(SUN).reads("/suggestions?show=done")).doesNotContain(wish);
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
