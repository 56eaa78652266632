package org.apricotdesk.deploy.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.CancelReason;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What happens on wards: slow networks, impatient thumbs, the way back, two people at once.
@Tag("slow")
@ExtendWith(OneSite.class)
class UnderWayTest {
  private static final String NURSE = "sunlili";
  private static final int FIRST_VIEW = 150_000;

  private final Site site;

  UnderWayTest(Site site) {
    this.site = site;
  }

  @Test
  void the_first_page_is_light_enough_for_a_ward_phone_on_a_slow_network() {
    try (var browser = site.browserOf(NURSE, Look.PHONE_LIGHT)) {
      var page = browser.newPage();
      slow(page);

      page.navigate("/my");

      assertThat(page.locator("main")).isVisible();
      var bytes =
          page.evaluate(
              """
              () => performance.getEntries().filter(e => e.transferSize)
                .reduce((sum, e) => sum + e.transferSize, 0)
              """);
      assertThat(((Number) bytes).intValue()).isPositive().isLessThanOrEqualTo(FIRST_VIEW);
    }
  }

  private static void slow(Page page) {
    var limits = new JsonObject();
    limits.addProperty("offline", false);
    limits.addProperty("latency", 400);
    limits.addProperty("downloadThroughput", 50_000);
    limits.addProperty("uploadThroughput", 20_000);
    var session = page.context().newCDPSession(page);
    session.send("Network.enable");
    session.send("Network.emulateNetworkConditions", limits);
  }

  @Test
  void an_impatient_thumb_reports_once() {
    try (var browser = site.browserOf(NURSE, Look.PHONE_LIGHT)) {
      var page = browser.newPage();
      page.navigate("/report");
      var before = reports();
      page.locator("#what").fill("走廊电子屏不亮");
      page.evaluate(
          """
          () => { const form = document.querySelector("form.card");
                  const body = new FormData(form);
                  return Promise.all([1, 2, 3].map(() =>
                    fetch(form.action, { method: "POST", body }))); }
          """);

      assertThat(reports()).isEqualTo(before + 1);
    }
  }

  @Test
  void who_goes_back_after_sending_does_not_report_again() {
    try (var browser = site.browserOf(NURSE, Look.PHONE_LIGHT)) {
      var page = browser.newPage();
      page.navigate("/report");
      page.locator("#what").fill("会议室话筒没声音");
      tap(page, "提交");
      page.waitForURL("**/tickets/*");
      var after = reports();

      page.goBack();
      page.goForward();

      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/tickets/\\d+"));
      assertThat(reports()).isEqualTo(after);
    }
  }

  @Test
  void whose_session_has_run_out_is_led_to_sign_in() {
    try (var browser = site.browserOf(NURSE, Look.PHONE_LIGHT)) {
      var page = browser.newPage();
      page.navigate("/my");
      browser.clearCookies();

      page.navigate("/report");

      assertThat(page.getByText("企业微信登录")).isVisible();
    }
  }

  @Test
  void of_two_on_one_ticket_the_second_is_told_who_has_it() {
    var number = reported("抽血窗口叫号屏黑屏");
    var first = site.anEngineer();
    var second = site.anotherEngineer();
    try (var one = site.browserOf(first, Look.DESKTOP_LIGHT);
        var two = site.browserOf(second, Look.PHONE_LIGHT)) {
      var quick = one.newPage();
      var late = two.newPage();
      quick.navigate("/tickets/" + number);
      late.navigate("/tickets/" + number);

      tap(quick, "接单");
      assertThat(late.getByText("刚有新动态")).isVisible();
      tap(late, "接单");

      assertThat(late.locator("[role=alert]")).containsText(site.person(first).name());
    }
  }

  @Test
  void a_queue_that_is_being_read_stays_where_it_is() {
    for (var i = 0; i < 12; i++) reported("图书室" + i + "号电脑没有网络");
    try (var browser = site.browserOf(site.anEngineer(), Look.PHONE_LIGHT)) {
      var page = browser.newPage();
      page.navigate("/queue");
      page.evaluate("() => scrollTo(0, 500)");
      var row = page.locator("a.cell[id^=waiting-]").nth(6);
      var before = top(row);

      var number = reported("新来的：阅览室打印机卡纸");

      assertThat(page.locator("#fresh")).isVisible();
      assertThat(top(row)).isEqualTo(before);
      page.locator("#fresh").click();
      assertThat(page.locator("#waiting-" + number)).isVisible();
    }
  }

  @Test
  void what_was_fetched_of_a_lane_stays_there_when_something_happens() {
    var many = IntStream.range(0, 60).mapToObj(i -> opened("自助机" + i + "号黑屏")).toList();
    try (var browser = site.browserOf(site.anEngineer(), Look.PHONE_LIGHT)) {
      var page = browser.newPage();
      page.navigate("/queue");
      var rows = page.locator("[data-lane=waiting] a.cell");
      assertThat(rows).hasCount(50);
      page.locator("[data-lane=waiting] [data-most]").click();
      assertThat(rows.nth(50)).isVisible();
      var fetched = rows.count();
      var row = rows.nth(55);
      row.scrollIntoViewIfNeeded();
      var before = top(row);

      var number = opened("新来的：自助机吞卡");

      assertThat(page.locator("#fresh")).isVisible();
      assertThat(rows).hasCount(fetched);
      assertThat(page.locator("[data-lane=waiting] a.gone")).hasCount(0);
      assertThat(top(row)).isEqualTo(before);
      page.locator("#fresh").click();
      assertThat(page.locator("#waiting-" + number.value())).isVisible();
      assertThat(rows).hasCount(fetched + 1);
      cancel(number);
    } finally {
      many.forEach(this::cancel);
    }
  }

  private TicketNumber opened(String what) {
    var nurse = new PersonId(NURSE);
    return site.demo()
        .service()
        .desk()
        .tickets()
        .open(
            new NewTicket(
                TicketKind.INCIDENT,
                what,
                what,
                Optional.of(CategoryCode.UNCLEAR),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                nurse,
                nurse,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Channel.WEB,
                Optional.empty(),
                List.of(),
                new io.vertx.core.json.JsonObject()))
        .number();
  }

  private void cancel(TicketNumber number) {
    var wish = new Command.Cancel(new PersonId(NURSE), CancelReason.WITHDRAWN, "不用了");
    site.demo().service().desk().tickets().handle(number, wish);
  }

  private static double top(Locator row) {
    return ((Number) row.evaluate("row => row.getBoundingClientRect().top")).doubleValue();
  }

  private long reported(String what) {
    try (var browser = site.browserOf(NURSE, Look.PHONE_LIGHT)) {
      var page = browser.newPage();
      page.navigate("/report");
      page.locator("#what").fill(what);
      tap(page, "提交");
      page.waitForURL("**/tickets/*");
      return Long.parseLong(page.url().replaceAll(".*/", ""));
    }
  }

  private int reports() {
    return site.demo()
        .service()
        .desk()
        .tickets()
        .ofRequester(site.demo().service().desk().database().pool(), new PersonId(NURSE), 200)
        .size();
  }

  private static void tap(Page page, String label) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(label).setExact(true)).click();
  }
}
