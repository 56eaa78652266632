package org.apricotdesk.desk.maintenance;

import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.maintenance.web.MaintenancePages;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MaintenancePagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @Test
  void a_lead_asks_the_director_approves_and_the_ward_reads_it() {
    var path = asked(YE, "2026-03-19T01:00", "2026-03-19T03:00");
    assertThat(pages.visitor(SUN).status(path)).isEqualTo(404);

    var approved = pages.visitor(SHEN).sends(path, path + "/approve");

    assertThat(approved.body()).contains("已通知").doesNotContain("不足24小时");
    assertThat(pages.visitor(SUN).reads(path)).contains("HIS 升级", "先手写处方").doesNotContain("撤回");
    assertThat(pages.visitor(SUN).reads("/maintenance")).contains("HIS 升级");
  }

  @Test
  void less_than_a_day_of_notice_is_said_to_count_as_an_outage() {
    var path = asked(YE, "2026-03-16T20:00", "2026-03-16T21:00");

    var approved = pages.visitor(SHEN).sends(path, path + "/approve");

    assertThat(approved.body()).contains("提前不足24小时，计入非计划停机");
  }

  @Test
  void nobody_approves_what_they_asked_for() {
    var path = asked(SHEN, "2026-03-20T01:00", "2026-03-20T02:00");

    var director = pages.visitor(SHEN);

    assertThat(director.reads(path)).doesNotContain("批准并通知");
    assertThat(director.sends(path, path + "/approve").statusCode()).isEqualTo(409);
  }

  @Test
  void times_that_make_no_sense_are_refused_and_the_form_stays_filled_in() {
    var page =
        pages
            .visitor(YE)
            .sends(
                "/maintenance/new", "/maintenance", form("2026-03-19T03:00", "2026-03-19T01:00"));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body()).contains("结束要晚于开始", "HIS 升级", "先手写处方");
  }

  @Test
  void the_ward_plans_nothing() {
    assertThat(pages.visitor(SUN).status("/maintenance/new")).isEqualTo(403);
  }

  @Test
  void both_languages_say_the_same_things_and_every_refusal_has_words() {
    var texts = Texts.of(MaintenancePages.class);
    assertThat(texts.incomplete()).isEmpty();
    for (var refusal : Refusal.values())
      assertThat(texts.has("maintenance.refused." + refusal)).isTrue();
    for (var state : State.values())
      assertThat(texts.has("maintenance.state." + state.code())).isTrue();
  }

  private static String asked(PersonId by, String from, String until) {
    var page = pages.visitor(by).sends("/maintenance/new", "/maintenance", form(from, until));
    assertThat(page.body()).contains("待审批", "HIS");
    return page.uri().getPath();
  }

  private static String[] form(String from, String until) {
    return new String[] {
      "title", "HIS 升级",
      "system", "his",
      "extent", "campus",
      "campus", "main",
      "from", from,
      "until", until,
      "meanwhile", "先手写处方"
    };
  }
}
