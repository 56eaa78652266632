package org.apricotdesk.desk.ticket.web;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.PagesFixture;
import org.apricotdesk.desk.web.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Pages that hear by themselves what happens to the tickets they show.
class LivePagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  private static final PersonId COLLEAGUE = new PersonId("hejiayi");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @Test
  void an_open_queue_hears_of_a_new_report() throws IOException {
    try (var queue = visitor(SHAO).hears("/live")) {
      queue.upTo("queue");
      var number = reports("腕带打印机亮红灯");

      assertThat(queue.upTo("ticket-" + number)).contains("ticket-" + number);
    }
  }

  @Test
  void somebody_elses_report_is_not_even_named_to_a_colleague() throws IOException {
    try (var colleague = visitor(COLLEAGUE).hears("/live")) {
      colleague.upTo("queue");
      var foreign = reports("电脑开不了机");
      var own = visitor(COLLEAGUE).sends("/report", "/report", "what", "扫码枪没反应").uri();
      var number = own.getPath().replaceAll("\\D", "");

      assertThat(colleague.upTo("ticket-" + number)).doesNotContain("ticket-" + foreign);
    }
  }

  @Test
  void a_dispatcher_hears_of_the_campuses_in_their_scope_only() throws IOException {
    pages.scope(YE, "east");
    try (var dispatcher = visitor(YE).hears("/live")) {
      dispatcher.upTo("queue");
      var foreign = reports("护士站电脑蓝屏");
      visitor(YE).sends("/report", "/report", "what", "值班室电话没声音");

      assertThat(dispatcher.upTo("queue")).doesNotContain("ticket-" + foreign);
    } finally {
      pages.scope(YE, "main", "east", "river");
    }
  }

  @Test
  void a_note_among_engineers_is_not_announced_to_the_reporter() throws IOException {
    var number = reports("打印机卡纸");
    var path = "/tickets/" + number;
    try (var nurse = visitor(SUN).hears("/live")) {
      nurse.upTo("queue");
      visitor(SHAO).sends(path, path + "/note", "text", "内部：备件在库房", "audience", "internal");
      visitor(SHAO).sends(path, path + "/claim");

      assertThat(nurse.upTo("ticket-" + number)).containsOnlyOnce("ticket-" + number);
    }
  }

  @Test
  void what_somebody_took_leaves_the_other_engineers_queues() throws IOException {
    var number = reports("鼠标坏了");
    try (var other = visitor(GONG).hears("/live")) {
      other.upTo("queue");
      visitor(SHAO).sends("/tickets/" + number, "/tickets/" + number + "/claim");

      assertThat(other.upTo("queue")).contains("queue");
    }
  }

  @Test
  void a_page_left_open_says_that_the_ticket_has_moved_on() {
    var number = reports("键盘失灵");
    var path = "/tickets/" + number;
    var asked = visitor(SUN).reads(path).replaceAll("(?s).*hx-get=\"([^\"]+)\".*", "$1");

    assertThat(visitor(SUN).reads(asked)).doesNotContain("刚有新动态");
    visitor(SHAO).sends(path, path + "/claim");
    assertThat(visitor(SUN).reads(asked)).contains("刚有新动态");
    assertThat(visitor(COLLEAGUE).status(asked)).isEqualTo(404);
  }

  @Test
  void a_filter_is_kept_for_its_owner_and_found_again_with_one_tap() {
    var engineer = visitor(SHAO);
    reports("腕带打印机色带用完");

    assertThat(engineer.reads("/queue?system=printer")).contains("腕带打印机色带用完");
    assertThat(engineer.reads("/queue?system=network")).doesNotContain("腕带打印机色带用完");
    var saved =
        engineer.sends(
            "/queue?system=network&urgent=1",
            "/queue/filters",
            "name",
            "网络急件",
            "system",
            "network",
            "urgent",
            "1");
    assertThat(saved.body()).contains("href=\"/queue?urgent=1&amp;system=network\"", "网络急件");
    assertThat(visitor(GONG).reads("/queue")).doesNotContain("网络急件");
    assertThat(engineer.sends("/queue", "/queue/filters/remove", "name", "网络急件").body())
        .doesNotContain("网络急件");
  }

  @Test
  void the_ticket_page_shows_on_whom_the_time_was_spent() {
    var number = reports("显示器花屏");
    var path = "/tickets/" + number;
    pages.clock.advance(java.time.Duration.ofMinutes(10));
    visitor(SHAO).sends(path, path + "/claim");
    pages.clock.advance(java.time.Duration.ofMinutes(20));
    visitor(SHAO)
        .sends(path, path + "/pause", "kind", "pending_vendor", "text", "等厂商上门", "vendor", "某厂");
    pages.clock.advance(java.time.Duration.ofMinutes(90));

    assertThat(visitor(SHAO).reads(path))
        .contains("own-unclaimed", "10 分钟", "own-engineer", "20 分钟", "own-vendor", "1 小时 30 分钟");
    assertThat(visitor(SUN).reads(path)).doesNotContain("own-vendor");
  }

  private static long reports(String what) {
    var page = visitor(SUN).sends("/report", "/report", "what", what);
    return Long.parseLong(page.uri().getPath().replaceAll("\\D", ""));
  }

  private static Visitor visitor(PersonId person) {
    return pages.visitor(person);
  }
}
