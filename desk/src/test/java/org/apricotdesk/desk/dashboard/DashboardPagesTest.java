package org.apricotdesk.desk.dashboard;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.indicator.Dimension;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// One ticket solved in time, one that nobody took.
class DashboardPagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;
  private static String solved;

  @BeforeAll
  static void aMorning() {
    pages = new PagesFixture(db, folder);
    var nurse = pages.visitor(SUN);
    solved = nurse.sends("/report", "/report", "what", "腕带打印机亮红灯").uri().getPath();
    var engineer = pages.visitor(SHAO);
    engineer.sends(solved, solved + "/claim");
    pages.clock.advance(Duration.ofMinutes(90));
    pages
        .visitor(SHAO)
        .sends(solved, solved + "/resolve", "solution", "换了色带", "cause", "consumable");
    pages.visitor(SUN).sends("/report", "/report", "what", "没有人来修的打印机");
    pages.clock.advance(Duration.ofHours(5));
  }

  @Test
  void two_tickets_are_too_few_to_judge_by() {
    assertThat(pages.visitor(SHEN).reads("/figures"))
        .contains("2026年3月", ">1/2<", "目标 ≥95%", "样本不足：只有 2 件")
        .doesNotContain("没达到的是", "未达标", "50.00%");
  }

  @Test
  void who_does_not_lead_reads_that_there_are_few_and_no_more() {
    assertThat(pages.visitor(YE).reads("/figures"))
        .contains("样本不足")
        .doesNotContain("50.00%", ">1/2<");
    assertThat(pages.visitor(YE).reads("/figures/response_timely_rate"))
        .contains("腕带打印机亮红灯")
        .doesNotContain("分子 1", "未计入分子", "50.0%");
  }

  @Test
  void the_time_is_told_apart_by_whom_it_was_spent() {
    assertThat(pages.visitor(SHEN).reads("/figures?span=week"))
        .contains("我们处理 1.5 小时 (100%)", "等厂商 0 小时");
  }

  @Test
  void the_heat_map_shows_the_department_and_its_hours() {
    var page = pages.visitor(YE).reads("/figures?span=week");
    assertThat(page).contains("<th scope=\"row\">骨一科</th>", "class=\"heat5\">1</td>");
  }

  @Test
  void every_part_can_be_compared_on_the_same_definition() {
    for (var dimension : Dimension.values())
      assertThat(pages.visitor(SHEN).reads("/figures?span=year&by=" + dimension.code()))
          .as(dimension.code())
          .contains("分项对比", "2026年");
    assertThat(pages.visitor(SHEN).reads("/figures?by=campus")).contains(">本部院区</td>");
    assertThat(pages.visitor(SHEN).reads("/figures?by=hour")).contains(">09:00</td>");
  }

  @Test
  void each_number_opens_its_definition_and_its_tickets() {
    for (var indicator : Indicator.values())
      if (indicator != Indicator.AVAILABILITY) // of one system only
      assertThat(pages.visitor(SHEN).reads("/figures/" + indicator.code())).contains("怎么算");
    var page = pages.visitor(SHEN).reads("/figures/response_timely_rate");
    assertThat(page).contains("分子 1，分母 2", "腕带打印机亮红灯", "没有人来修的打印机", "未计入分子");
    assertThat(pages.visitor(SHEN).reads("/figures/core_availability"))
        .as("a share of time")
        .contains("100.00%")
        .doesNotContain("分母");
    assertThat(pages.visitor(SHEN).status("/figures/nonsense")).isEqualTo(404);
  }

  @Test
  void nonsense_in_the_address_shows_this_month() {
    assertThat(pages.visitor(SHEN).reads("/figures?span=century&at=yesterday&by=moon"))
        .contains("2026年3月");
  }

  @Test
  void everything_is_said_in_both_languages() {
    var texts = Texts.of(DashboardPages.class);
    assertThat(texts.incomplete()).isEmpty();
    assertThat(Texts.of(Indicator.class).incomplete()).isEmpty();
    for (var dimension : Dimension.values())
      assertThat(texts.say(Locale.ENGLISH, "by." + dimension.code())).isNotBlank();
  }
}
