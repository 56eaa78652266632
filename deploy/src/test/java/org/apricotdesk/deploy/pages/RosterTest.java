package org.apricotdesk.deploy.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apricotdesk.desk.duty.Roster;
import org.apricotdesk.desk.duty.Shift;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The duty roster, planned with the hand: dragged on a desktop, tapped on a phone.
@ExtendWith(OneSite.class)
class RosterTest {
  private static final String DIRECTOR = "shenguangyuan";
  private static final String CHIPS = "[data-cell] [data-shift]";

  private final Site site;

  RosterTest(Site site) {
    this.site = site;
  }

  @Test
  void a_person_dragged_onto_a_shift_has_it_and_keeps_it() {
    try (var browser = site.browserOf(DIRECTOR, Look.DESKTOP_LIGHT)) {
      var page = browser.newPage();
      page.navigate("/admin/duty");
      var shift = shift(page.locator(CHIPS).first().getAttribute("data-shift"));
      var other = whoIsFree(shift);

      drag(inPalette(page, other), chip(page, shift));

      page.waitForURL("**/admin/duty?day=*");
      var now =
          new Shift(other, shift.name(), shift.line(), shift.campus(), shift.start(), shift.end());
      page.reload();
      assertThat(chip(page, now)).hasText(site.person(other.value()).name());
      assertThat(chip(page, shift)).hasCount(0);
      assertThat(onDuty(shift)).contains(now).doesNotContain(shift);
    }
  }

  @Test
  void on_a_phone_somebody_else_takes_a_shift_from_the_list() {
    try (var browser = site.browserOf(DIRECTOR, Look.PHONE_LIGHT)) {
      var page = browser.newPage();
      page.navigate("/admin/duty");
      assertThat(page.locator("[data-board]")).isHidden();
      var row = page.locator("#day a[href*='shift=']").last(); // at night few are busy
      var shift = shift(row.getAttribute("href").replaceAll(".*shift=|#.*", ""));
      var other = whoIsFree(shift);

      row.click();
      page.locator("form[action='/admin/duty/change'] select").selectOption(other.value());
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("换成").setExact(true)).click();

      page.waitForURL("**/admin/duty?day=*");
      page.reload();
      var now =
          new Shift(other, shift.name(), shift.line(), shift.campus(), shift.start(), shift.end());
      assertThat(page.locator("#day a[href*='shift=" + Roster.key(now) + "#']"))
          .containsText(site.person(other.value()).name());
      assertThat(onDuty(shift)).contains(now).doesNotContain(shift);
    }
  }

  /// By hand, as a mouse does it: the board hears of every step.
  private static void drag(Locator what, Locator onto) {
    what.scrollIntoViewIfNeeded();
    what.dragTo(onto);
  }

  private static Locator inPalette(Page page, PersonId person) {
    return page.locator(".palette [data-person='" + person.value() + "']");
  }

  private static Locator chip(Page page, Shift shift) {
    return page.locator(selector(shift));
  }

  private static String selector(Shift shift) {
    return "[data-cell] [data-shift='" + Roster.key(shift) + "']";
  }

  private Shift shift(String key) {
    var start = Instant.ofEpochSecond(Long.parseLong(key.replaceAll(".*@", "")));
    return site.demo().service().desk().duty().between(start, start.plusSeconds(1)).stream()
        .filter(shift -> Roster.key(shift).equals(key))
        .findFirst()
        .orElseThrow();
  }

  private PersonId whoIsFree(Shift shift) {
    var busy = onDuty(shift).stream().map(Shift::person).collect(Collectors.toSet());
    return site.demo().service().desk().people().having(Role.ENGINEER).stream()
        .map(person -> person.id())
        .filter(person -> !busy.contains(person))
        .findFirst()
        .orElseThrow();
  }

  private List<Shift> onDuty(Shift shift) {
    return site.demo().service().desk().duty().between(shift.start(), shift.end());
  }
}
