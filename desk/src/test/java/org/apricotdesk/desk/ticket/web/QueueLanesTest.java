package org.apricotdesk.desk.ticket.web;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.PagesFixture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Lanes with more tickets than a page: 120 wait, a quarter of them in the east; 60 are in the
/// hands of Shao, and 55 wait for others. Many are due at the same time, some at none.
class QueueLanesTest {
  private static final String COPIES =
      """
      INSERT INTO desk.ticket
      SELECT (jsonb_populate_record(t, jsonb_build_object('number', $2::int + n,
               'campus', CASE WHEN n % 4 = 0 THEN 'east' ELSE t.campus END,
               'priority', CASE WHEN n % 2 = 0 THEN 'P2' ELSE 'P3' END,
               'response_due_at', CASE WHEN n % 10 > 0
                 THEN t.created_at + make_interval(mins => n % 7, secs => 0.000001) END,
               'resolution_due_at', CASE WHEN n % 10 > 0
                 THEN t.created_at + make_interval(hours => n % 30) END))).*
        FROM desk.ticket t, generate_series(1, $3::int) n
       WHERE t.number = $1
      """;
  private static final String IN_ORDER =
      """
      SELECT number FROM desk.ticket
       WHERE CASE $1 WHEN 'waiting' THEN status IN ('new', 'assigned')
                     WHEN 'mine' THEN status = 'in_progress'
                     WHEN 'others' THEN status = 'pending_vendor'
                     ELSE status IN ('in_progress', 'pending_vendor')
                          AND resolution_due_at < '2026-03-17T00:00+08' END
       ORDER BY CASE WHEN status IN ('new', 'assigned') THEN response_due_at
                     ELSE resolution_due_at END NULLS LAST, number
      """;

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void manyTickets() {
    pages = new PagesFixture(db, folder);
    copies(reports(), 10_000, 120);
    var path = "/tickets/" + reports();
    pages.visitor(SHAO).sends(path, path + "/claim");
    copies(number(path), 20_000, 60);
    pages
        .visitor(SHAO)
        .sends(path, path + "/pause", "kind", "pending_vendor", "text", "等厂商", "vendor", "某厂");
    copies(number(path), 30_000, 55);
  }

  @Test
  void every_lane_goes_on_page_by_page_in_its_order_without_gap_or_repeat() {
    for (var lane : List.of("waiting", "mine", "others", "today"))
      assertThat(walked(SHAO, "/queue", lane))
          .as(lane)
          .isEqualTo(inOrder(lane))
          .hasSizeGreaterThan(50);
  }

  @Test
  void a_page_says_how_many_there_are_in_all_and_leads_back() {
    var second = read(SHAO, more(read(SHAO, "/queue?urgent=1"), "waiting"));

    assertThat(second.text()).contains("共 60 张", "筛选：P1、P2");
    assertThat(second.select("#further a.cell")).hasSize(10);
    assertThat(second.select("header.bar a").attr("href")).isEqualTo("/queue?urgent=1");
    assertThat(second.select("a:containsOwn(从头看)").attr("href"))
        .isEqualTo("/queue/waiting?urgent=1");
    assertThat(read(SHAO, "/queue").select("#lane-waiting .number").text())
        .isEqualTo("" + inOrder("waiting").size());
  }

  @Test
  void what_is_filtered_stays_filtered_on_every_page() {
    var urgent = walked(SHAO, "/queue?urgent=1", "waiting");

    assertThat(urgent)
        .isEqualTo(
            inOrder("waiting").stream()
                .filter(number -> number > 10_000 && number % 2 == 0)
                .toList());
    assertThat(walked(SHAO, "/queue?system=network", "waiting")).isEmpty();
  }

  @Test
  void what_leaves_the_lane_between_two_pages_makes_no_other_be_skipped() {
    var first = read(GONG, "/queue");
    var last = shown(lane(first, "waiting")).getLast();
    var expected = inOrder("waiting");
    sql("UPDATE desk.ticket SET response_due_at = NULL WHERE number = $1", Tuple.of(last));

    var next = shown(read(GONG, more(first, "waiting")));

    assertThat(next).startsWith(expected.get(50), expected.get(51)).hasSize(50);
  }

  @Test
  void nobody_sees_on_a_later_page_what_is_outside_their_campuses() {
    pages.scope(YE, "east");
    try {
      var seen = walked(YE, "/queue", "waiting");
      var foreign = read(YE, "/queue/waiting?after=1");
      assertThat(seen).isNotEmpty().allMatch(number -> number % 4 == 0);
      assertThat(shown(foreign)).allMatch(number -> number % 4 == 0);
    } finally {
      pages.scope(YE, "main", "east", "river");
    }
    assertThat(pages.visitor(SUN).status("/queue/waiting")).isEqualTo(403);
    assertThat(walked(GONG, "/queue", "mine")).isEmpty();
  }

  @Test
  void an_open_queue_asks_for_as_much_of_a_lane_as_it_shows() {
    var lanes = read(SHAO, "/queue/lanes?waiting=70&others=55&mine=0&today=x");

    assertThat(shown(lane(lanes, "waiting"))).isEqualTo(inOrder("waiting").subList(0, 100));
    assertThat(shown(lane(lanes, "others"))).isEqualTo(inOrder("others"));
    assertThat(shown(lane(lanes, "mine"))).hasSize(50);
    assertThat(shown(lane(lanes, "today"))).hasSize(50);
  }

  @Test
  void a_malformed_address_begins_at_the_first_page() {
    for (var query : List.of("after=x", "after=12&due=tomorrow", "due=2026-03-16T01:00:00Z"))
      assertThat(shown(read(SHAO, "/queue/waiting?" + query)))
          .as(query)
          .isEqualTo(inOrder("waiting").subList(0, 50));
  }

  private static List<Long> walked(PersonId person, String queue, String lane) {
    var first = read(person, queue);
    var seen = new ArrayList<>(shown(lane(first, lane)));
    var further = more(first, lane);
    while (!further.isEmpty()) {
      var page = read(person, further);
      seen.addAll(shown(page));
      further = page.select("#further a[data-most]").attr("href");
    }
    return seen;
  }

  private static Element lane(Element page, String lane) {
    return page.expectFirst("[data-lane=" + lane + "]");
  }

  private static String more(Element page, String lane) {
    return lane(page, lane).select("a[data-most]").attr("href");
  }

  private static List<Long> shown(Element part) {
    return part.select("a.cell[href^=/tickets/]").stream()
        .map(row -> number(row.attr("href")))
        .toList();
  }

  private static Element read(PersonId person, String path) {
    return Jsoup.parse(pages.visitor(person).reads(path));
  }

  private static List<Long> inOrder(String lane) {
    return sql(IN_ORDER, Tuple.of(lane));
  }

  private static List<Long> sql(String statement, Tuple values) {
    var rows = db.database().pool().preparedQuery(statement).execute(values).await();
    return rows.stream().map(row -> row.getLong(0)).toList();
  }

  private static void copies(long original, int above, int many) {
    sql(COPIES, Tuple.of(original, above, many));
  }

  private static long reports() {
    var page = pages.visitor(SUN).sends("/report", "/report", "what", "腕带打印机不走纸");
    return number(page.uri().getPath());
  }

  private static long number(String path) {
    return Long.parseLong(path.replaceAll("\\D", ""));
  }
}
