package org.apricotdesk.deploy.pages;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Opens pages in one tab and notes what a member of the hospital would stumble over.
final class Inspection {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int LONGEST = 1600;
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private static final String WIDER_THAN_THE_SCREEN =
      """
      () => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        return [...document.querySelectorAll("body *")]
          .filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest(".scroll, .chips"))
          .slice(0, 3).map(e => "too wide: " + e.outerHTML.slice(0, 90));
      }
      """;

  private static final String TOO_LOW_TO_TAP =
      """
      () => [...document.querySelectorAll("a, button, input, select, textarea, summary")]
        .filter(e => !e.matches(".skip, .visually-hidden, [type=hidden], [type=radio], [type=checkbox]"))
        .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44)
        .map(e => "low (" + e.getBoundingClientRect().height + " px): " + e.outerHTML.slice(0, 90))
      """;

  private final Page page;
  private final Look look;
  private final List<String> complaints = new ArrayList<>();
  private String path = "";

  Inspection(Page page, Look look) {
    this.page = page;
    this.look = look;
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) complain("console: " + message.text());
        });
    page.onPageError(error -> complain("script: " + error));
  }

  List<String> complaints() {
    return complaints;
  }

  /// Opens everything that can be unfolded, too.
  void look(String path, String picture) {
    this.path = path;
    var answer = page.navigate(path);
    if (answer.status() != 200) complain("answers " + answer.status());
    shoot(picture);
    page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
    widthAndTaps();
    new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .forEach(
                rule ->
                    complain(rule.getId() + ": " + rule.getNodes().getFirst().getHtml().strip()));
  }

  private void shoot(String picture) {
    var file = SCREENSHOTS.resolve(look.folder()).resolve(picture + ".png");
    page.screenshot(
        new ScreenshotOptions()
            .setPath(file)
            .setFullPage(true)
            .setClip(0, 0, look.width(), LONGEST));
  }

  private void widthAndTaps() {
    for (var script : List.of(WIDER_THAN_THE_SCREEN, TOO_LOW_TO_TAP)) {
      ((List<?>) page.evaluate(script)).forEach(found -> complain(String.valueOf(found)));
    }
  }

  private void complain(String what) {
    complaints.add(look.folder() + " " + path + " " + what);
  }
}
