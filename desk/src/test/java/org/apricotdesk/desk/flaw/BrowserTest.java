package org.apricotdesk.desk.flaw;

import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a browser is told to refuse, should something hostile ever get into a page.
class BrowserTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");
  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @Test
  @DisplayName(
      "53, 31: every answer of every page carries the whole policy, errors and redirects too")
  void every_answer_of_every_page_carries_the_whole_policy() {
    for (var line : pages.web.routes().lines()) {
      if (line.path().equals("/live")) continue;
      var path = line.path().replaceAll(":[a-z]+", "1");
      if (line.method().equals(HttpMethod.GET)) {
        check(line.toString(), pages.visitor(SHEN).answer(path));
        check(line + " as a stranger", pages.stranger().answer(path));
      } else {
        check(line.toString(), pages.visitor(SHEN).sends("/report", path));
      }
    }
    for (var path : List.of("/nowhere", "/tickets/1", "//", "/tickets/..%2f1", "/assets/../x"))
      check(path, pages.visitor(SHEN).answer(path));
  }

  private static void check(String where, HttpResponse<String> answer) {
    assertThat(directives(answer))
        .as(where)
        .containsEntry("default-src", "'self'")
        .containsEntry("object-src", "'none'")
        .containsEntry("base-uri", "'none'")
        .containsEntry("form-action", "'self'")
        .containsEntry("frame-ancestors", "'self'")
        .doesNotContainKeys("script-src", "script-src-elem", "style-src")
        .allSatisfy((_, sources) -> assertThat(sources).doesNotContain("*", "unsafe", "http"));
    assertThat(header(answer, "x-content-type-options")).as(where).isEqualTo("nosniff");
    assertThat(header(answer, "referrer-policy")).as(where).isEqualTo("same-origin");
    if (header(answer, "content-type").startsWith("text/html"))
      assertThat(header(answer, "cache-control")).as(where).isEqualTo("no-store");
  }

  private static Map<String, String> directives(HttpResponse<String> answer) {
    return Arrays.stream(header(answer, "content-security-policy").split(";\\s*", -1))
        .map(directive -> directive.split(" ", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  @DisplayName("53: an answer for programs is taken for no page")
  void an_answer_for_programs_is_taken_for_no_page() {
    var token = pages.desk.tokens().create("reads", Role.STAFF);
    for (var path : List.of("/api/v1/tickets", "/api/v1/tickets/1", "/api/v1/nowhere")) {
      var answer = pages.calls(token, path);
      assertThat(answer.getHeader("content-type")).as(path).contains("json");
      assertThat(answer.getHeader("x-content-type-options")).as(path).isEqualTo("nosniff");
      assertThat(answer.getHeader("access-control-allow-origin")).as(path).isNull();
    }
  }

  @ParameterizedTest(name = "52: the pages'' script {0} makes no code and no markup out of text")
  @ValueSource(strings = {"apricot.js", "figures.js"})
  void the_pages_script_makes_no_code_and_no_markup_out_of_text(String name) {
    assertThat(pages.stranger().reads("/assets/" + name))
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
        .doesNotContain("eval(", "new Function", "__proto__", "setTimeout(\"", "location.hash")
        .doesNotContain("localStorage", "postMessage");
  }

  @Test
  @DisplayName("52: the library that swaps parts of pages evaluates nothing and asks no other host")
  void the_library_that_swaps_parts_evaluates_nothing() {
    assertThat(pages.visitor(SHEN).reads("/queue"))
        .contains("\"allowEval\":false", "\"selfRequestsOnly\":true", "\"historyCacheSize\":0");
  }
}
