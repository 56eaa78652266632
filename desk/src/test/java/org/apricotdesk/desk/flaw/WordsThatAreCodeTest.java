package org.apricotdesk.desk.flaw;

import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.incident.Area;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Wish;
import org.apricotdesk.desk.staff.DirectorySync;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Whatever people write, are called, or put into an address stays words: on every page, part of a
/// page, picture and table of the product.
class WordsThatAreCodeTest {
  private static final Instant THE_DAY_OF_THE_SURVEY = Instant.parse("2026-03-02T01:00:00Z");
  private static final PersonId HOSTILE = new PersonId("hostile");

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");
  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
    pages.clock.set(THE_DAY_OF_THE_SURVEY);
    pages.desk.surveys().work();
    join(HOSTILE, Poison.LONG);
    join(SUN, Poison.SHORT + "孙莉莉");
    reports(HOSTILE);
    var path = reports(SUN);
    var engineer = pages.visitor(SHAO);
    engineer.sends(path, path + "/claim");
    engineer.sends(path, path + "/resolve", "solution", Poison.LONG, "cause", "hardware");
    var next = reports(SUN);
    engineer.sends(next, next + "/claim");
    publishes();
    declares();
  }

  private static void publishes() {
    String[] days = {"kind", "monthly", "first", "2026-02-01", "last", "2026-02-15"};
    var path = pages.visitor(YE).sends("/admin/briefs", "/admin/briefs", days).uri().getPath();
    var words = "# " + Poison.LONG + "\n\n![x](https://hx.example/x)\n\n<hx onx=1>\n";
    String[] text = {"revision", "1", "title", Poison.SHORT, "body", words};
    pages.visitor(YE).sends(path, path, text);
    pages.visitor(YE).sends(path, path + "/submit", "revision", "2");
    pages.visitor(SHEN).sends(path, path + "/publish", "revision", "2");
  }

  private static void declares() {
    var wish =
        new Wish.Declare(
            SHEN,
            Level.B,
            Poison.SHORT,
            Set.of("insurance"),
            Area.hospital(),
            Poison.LONG,
            Poison.LONG,
            Poison.LONG,
            Optional.empty(),
            Optional.empty());
    pages.desk.incidents().declare(wish);
  }

  private static void join(PersonId id, String name) {
    pages.desk.join(new DirectorySync.Member(id, name, Optional.empty()));
  }

  private static String reports(PersonId who) {
    return pages
        .visitor(who)
        .sends("/report", "/report", "what", Poison.LONG, "where", Poison.LONG)
        .uri()
        .getPath();
  }

  @Test
  @DisplayName("1, 2, 5, 6: what is written into any form, and any name, is shown as words only")
  void what_is_written_into_any_form_is_shown_as_words_only() {
    var sent = new TreeSet<String>();
    for (var writer : List.of(SHAO, SUN, YE, JIANG, SHEN))
      sent.addAll(new Crawl(pages, person(writer)).writes());
    for (var reader : List.of(HOSTILE, SUN, SHAO, SHEN)) new Crawl(pages, person(reader)).reads();

    assertThat(sent)
        .contains("/report", "/suggestions", "/incidents", "/survey", "/admin/teams")
        .contains("/tickets/:number/note", "/tickets/:number/resolve", "/tickets/:number/pause")
        .contains("/incidents/:number/update", "/briefs/:issue/verdict")
        .hasSizeGreaterThan(50);
  }

  @Test
  @DisplayName("3: what stands in an address is never echoed as markup")
  void what_stands_in_an_address_is_never_echoed_as_markup() {
    var names =
        List.of(
            "q",
            "to",
            "place",
            "before",
            "after",
            "from",
            "until",
            "by",
            "at",
            "span",
            "show",
            "seen",
            "actor",
            "object",
            "system",
            "campus",
            "team",
            "urgent",
            "cursor",
            "period",
            "state",
            "name",
            "month",
            "day",
            "week",
            "judged",
            "department",
            "status",
            "error");
    var query =
        names.stream()
            .map(name -> name + "=" + encoded(Poison.LONG))
            .collect(Collectors.joining("&", "?", ""));
    var director = pages.visitor(SHEN);
    for (var line : pages.web.routes().lines()) {
      if (!line.method().equals(HttpMethod.GET) || line.path().equals("/live")) continue;
      var path = line.path().replaceAll(":[a-z]+", encoded(Poison.SHORT));
      Crawl.look("GET " + path, director.answer(path));
      Crawl.look("GET " + path + "?…", director.answer(path + query));
      Crawl.look("GET " + path + " as a stranger", pages.stranger().answer(path + query));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Person person(PersonId id) {
    return pages.desk.people().orStranger(id, id.value());
  }
}
