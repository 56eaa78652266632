package org.apricotdesk.desk.console;

import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.PagesFixture;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The screen on the wall while 300 tickets wait, every fourth of them in the east.
class LiveBoardTest {
  private static final String COPIES =
      """
      INSERT INTO desk.ticket
      SELECT (jsonb_populate_record(t, jsonb_build_object('number', 10000 + n,
               'campus', CASE WHEN n % 4 = 0 THEN 'east' ELSE t.campus END,
               'created_at', t.created_at + make_interval(mins => n)))).*
        FROM desk.ticket t, generate_series(1, 299) n
       WHERE t.number = $1
      """;

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;
  private static long first;

  @BeforeAll
  static void manyWait() {
    pages = new PagesFixture(db, folder);
    var page = pages.visitor(SUN).sends("/report", "/report", "what", "腕带打印机不走纸");
    first = number(page.uri().getPath());
    db.database().pool().preparedQuery(COPIES).execute(Tuple.of(first)).await();
  }

  @Test
  void it_shows_those_that_have_waited_longest_of_all() {
    assertThat(shown(YE))
        .containsExactly(first, 10_001L, 10_002L, 10_003L, 10_004L, 10_005L, 10_006L, 10_007L);
    assertThat(pages.visitor(YE).reads("/board/now")).contains("<span class=\"figure\">300</span>");
  }

  @Test
  void it_shows_only_those_of_the_campuses_of_who_opened_it() {
    pages.scope(YE, "east");
    try {
      assertThat(shown(YE)).first().isEqualTo(10_004L);
      assertThat(shown(YE)).hasSize(8).allMatch(number -> number % 4 == 0);
    } finally {
      pages.scope(YE, "main", "east", "river");
    }
  }

  private static List<Long> shown(PersonId reader) {
    return Jsoup.parse(pages.visitor(reader).reads("/board")).select("#now a.cell").stream()
        .map(row -> number(row.attr("href")))
        .toList();
  }

  private static long number(String path) {
    return Long.parseLong(path.replaceAll("\\D", ""));
  }
}
