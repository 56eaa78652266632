package org.apricotdesk.deploy.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What people do on the pages, done by tapping.
@ExtendWith(OneSite.class)
class WalkTest {
  private static final String NURSE = "sunlili";

  private final Site site;

  WalkTest(Site site) {
    this.site = site;
  }

  @Test
  void a_report_is_made_taken_solved_and_rated_by_tapping() {
    try (var nurses = site.browserOf(NURSE, Look.PHONE_LIGHT)) {
      var nurse = nurses.newPage();
      var number = report(nurse, "示教室投影仪没有画面");
      solve(number);

      nurse.reload();
      tap(nurse, "确认已好");
      tap(nurse, "满意");

      assertThat(nurse.locator("[role=alert]")).hasCount(0);
      assertThat(site.demo().service().desk().tickets().find(new TicketNumber(number)))
          .hasValueSatisfying(ticket -> assertThat(ticket.rating()).isPresent());
    }
  }

  @Test
  void the_queue_shows_what_comes_in_without_being_asked() {
    var engineer = site.anEngineer();
    try (var nurses = site.browserOf(NURSE, Look.PHONE_LIGHT);
        var engineers = site.browserOf(engineer, Look.DESKTOP_LIGHT)) {
      var queue = engineers.newPage();
      queue.navigate("/queue");
      var number = report(nurses.newPage(), "图书室电脑开不了机");

      assertThat(queue.locator("#lanes").getByText("#" + number).first()).isVisible();
    }
  }

  private static long report(Page page, String what) {
    page.navigate("/report");
    page.locator("#what").fill(what);
    tap(page, "提交");
    page.waitForURL("**/tickets/*");
    return Long.parseLong(page.url().replaceAll(".*/", ""));
  }

  private void solve(long number) {
    try (var browser = site.browserOf(site.asked(number), Look.PHONE_LIGHT)) {
      var page = browser.newPage();
      page.navigate("/queue");
      page.locator("a[href='/tickets/" + number + "']").first().click();
      tap(page, "接单");
      page.locator("summary").getByText("已解决").click();
      page.locator("#solution").fill("换了信号线，画面正常");
      tap(page, "已解决");
      assertThat(page.locator("[role=alert]")).hasCount(0);
    }
  }

  private static void tap(Page page, String label) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(label).setExact(true)).click();
  }
}
