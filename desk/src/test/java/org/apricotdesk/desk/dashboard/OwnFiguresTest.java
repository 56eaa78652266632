package org.apricotdesk.desk.dashboard;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Engineer Shao solves a ticket each working day of a week; the last one is rated later. Of the
/// same person one rating a day counts.
class OwnFiguresTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;
  private static String last = "";

  @BeforeAll
  static void aWeek() {
    pages = new PagesFixture(db, folder);
    for (var i = 0; i < 5; i++) {
      last = pages.visitor(SUN).sends("/report", "/report", "what", "打印机坏了 " + i).uri().getPath();
      pages.visitor(SHAO).sends(last, last + "/claim");
      pages.clock.advance(Duration.ofMinutes(20));
      pages.visitor(SHAO).sends(last, last + "/resolve", "solution", "换了色带", "cause", "consumable");
      if (i == 4) break;
      pages.visitor(SUN).sends(last, last + "/rate", "score", "5");
      pages.clock.advance(Duration.ofDays(1).minusMinutes(20));
    }
  }

  @Test
  void satisfaction_is_told_only_when_five_have_rated() {
    assertThat(pages.visitor(SHAO).reads("/my/figures"))
        .contains("响应及时率", "100.00%", "样本不足", "只有您本人、组长和科室主任能看到");
    pages.visitor(SUN).sends(last, last + "/rate", "score", "1");
    assertThat(pages.visitor(SHAO).reads("/my/figures")).contains("80.00%").doesNotContain("样本不足");
  }

  @Test
  void the_weeks_show_what_was_taken_on_and_solved() {
    assertThat(pages.visitor(SHAO).reads("/my/figures"))
        .contains("2026-03-16</td><td class=\"number\">5</td><td class=\"number\">5</td>")
        .contains("手上还有 0 件");
  }

  @Test
  void all_that_is_in_hand_is_counted() {
    var path = pages.visitor(SUN).sends("/report", "/report", "what", "扫码枪坏了").uri().getPath();
    pages.visitor(GONG).sends(path, path + "/claim");
    var copies =
        """
        INSERT INTO desk.ticket
        SELECT (jsonb_populate_record(t, jsonb_build_object('number', 100000 + n))).*
          FROM desk.ticket t, generate_series(1, 249) n WHERE t.number = $1
        """;
    var number = Tuple.of(Long.valueOf(path.replaceAll("\\D", "")));
    db.database().pool().preparedQuery(copies).execute(number).await();

    assertThat(pages.visitor(GONG).reads("/my/figures")).contains("手上还有 250 件");
    assertThat(pages.visitor(GONG).reads("/shift")).contains("250");
  }

  @Test
  void nobody_reads_them_but_the_engineer_the_lead_and_the_directors() {
    var page = "/my/figures/" + SHAO.value();
    var team = pages.desk.people().find(SHAO).orElseThrow().team();
    for (var lead : pages.desk.people().having(Role.TEAM_LEAD))
      assertThat(pages.visitor(lead.id()).status(page))
          .as(lead.id().value())
          .isEqualTo(lead.team().equals(team) || directs(lead.id()) ? 200 : 404);
    assertThat(pages.visitor(SHEN).reads(page)).contains("的数据", "100.00%");
    assertThat(pages.visitor(YE).status(page)).isEqualTo(404);
    var mate =
        pages.desk.people().having(Role.ENGINEER).stream()
            .filter(one -> one.team().equals(team) && !one.is(Role.TEAM_LEAD))
            .filter(one -> !one.id().equals(SHAO) && !directs(one.id()))
            .findFirst()
            .orElseThrow();
    assertThat(pages.visitor(mate.id()).status(page)).isEqualTo(404);
    assertThat(pages.visitor(SUN).status(page)).isEqualTo(403);
  }

  private static boolean directs(PersonId who) {
    var person = pages.desk.people().find(who).orElseThrow();
    return person.is(Role.DIRECTOR) || person.is(Role.DEPUTY_DIRECTOR);
  }

  @Test
  void who_works_with_whom_leads_on_from_the_leads_own_page() {
    assertThat(pages.visitor(SHEN).reads("/my/figures"))
        .contains("组员的数据", "/my/figures/" + SHAO.value());
    assertThat(pages.visitor(SHAO).reads("/my/figures")).doesNotContain("组员的数据");
  }
}
