package org.apricotdesk.desk.console;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.ticket.TicketFilter;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Trying sentences, looking after the product, posters, and handing over.
class UpkeepPagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @Test
  void a_sentence_is_tried_without_anything_happening() {
    var answer =
        pages
            .visitor(YE)
            .sends("/admin/whatif", "/admin/whatif", "sentence", "腕带打不出来", "speaker", SUN.value());

    assertThat(answer.body())
        .contains("报修", "把握 90%", "骨一科", "先问谁", "最晚接单", "tag p")
        .doesNotContain("现在没有人可问");
    var director = pages.desk.people().find(SHEN).orElseThrow();
    assertThat(pages.desk.tickets().count(director, TicketFilter.EVERYTHING)).isZero();
    assertThat(pages.visitor(SHAO).sends("/report", "/report", "what", "网络不通").uri().getPath())
        .as("no number was used up")
        .endsWith("/1001");
    assertThat(
            pages
                .visitor(YE)
                .sends("/admin/whatif", "/admin/whatif", "sentence", "x", "speaker", "nobody9")
                .body())
        .contains("没有这个在岗人员");
  }

  @Test
  void a_letter_that_did_not_arrive_is_sent_again_and_the_log_says_by_whom() {
    pages.letters.fail(7, "errcode 81013");
    var director = pages.visitor(SHEN);

    assertThat(director.reads("/admin/health"))
        .contains("从未", "要处理", "1 毫秒", "工单通知：落后 1 小时 1 分钟，搁置 2 条", "newcomers：落后", "errcode 81013");
    assertThat(director.sends("/admin/health", "/admin/health/retry", "id", "7").body())
        .doesNotContain("errcode 81013");
    assertThat(director.sends("/more", "/admin/health/retry", "id", "7").statusCode())
        .isEqualTo(409);
    assertThat(director.reads("/admin/audit?object=delivery%207")).contains("重发消息");
  }

  @Test
  void what_could_not_be_followed_up_is_heard_again_and_the_log_says_who_asked() {
    pages.visitor(SUN).sends("/suggestions/new", "/suggestions", "text", "建议交班报告自动带出危急值");
    db.database()
        .pool()
        .query(
            """
            INSERT INTO desk.parked_event (listener, position, tries, error)
            SELECT 'notices', max(position), 8, 'java.lang.IllegalStateException' FROM desk.event
            """)
        .execute()
        .await();
    var position =
        pages.desk.events().parked(db.database().pool(), 1).getFirst().event().position();
    var director = pages.visitor(SHEN);
    String[] which = {"listener", "notices", "position", "" + position};

    assertThat(director.reads("/admin/health")).contains("没跟进的事件", "→ 工单通知", "试过 8 次");
    assertThat(director.sends("/admin/health", "/admin/health/hear", which).body()).contains("已排队");
    assertThat(director.sends("/more", "/admin/health/hear", which).statusCode()).isEqualTo(409);
    assertThat(director.reads("/admin/audit?object=event%20" + position)).contains("重新跟进事件");
  }

  @Test
  void a_poster_leads_to_the_report_form_with_the_place_filled_in() throws Exception {
    var page =
        pages
            .visitor(YE)
            .reads("/admin/posters?department=main-guyi&places=%E6%8A%A4%E5%A3%AB%E7%AB%99");

    var address = address(page);

    assertThat(address).isEqualTo(scanned(page));
    var form = pages.visitor(SUN).reads(address.substring(address.indexOf("/report")));
    assertThat(form).contains("护士站\"");
  }

  private static String address(String page) {
    var found = Pattern.compile("aria-label=\"(http[^\"]+)\"").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1).replace("&amp;", "&");
  }

  /// Reads the drawn code as a telephone would.
  private static String scanned(String page) throws Exception {
    var size = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"").matcher(page);
    assertThat(size.find()).isTrue();
    var modules = new BitMatrix(Integer.parseInt(size.group(1)) - 8);
    Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
        .matcher(page)
        .results()
        .forEach(
            one ->
                modules.set(
                    Integer.parseInt(one.group(1)) - 4, Integer.parseInt(one.group(2)) - 4));
    DecoderResult read = new Decoder().decode(modules);
    return read.getText();
  }

  @Test
  void one_shift_leaves_a_note_and_the_next_says_it_has_read_it() {
    pages.visitor(SHAO).sends("/shift", "/shift/notes", "text", "患者王小明住院号 00123456 的腕带，9点前回话");

    var page = pages.visitor(GONG).reads("/shift");
    assertThat(page).contains("9点前回话", "邵嘉乐").doesNotContain("00123456");
    var note = page.replaceAll("(?s).*name=\"note\" value=\"(\\d+)\".*", "$1");
    pages.visitor(GONG).sends("/shift", "/shift/notes/seen", "note", note);

    assertThat(pages.visitor(SHAO).reads("/shift")).contains("龚维鸣 已读");
    assertThat(pages.visitor(SHAO).sends("/shift", "/shift/notes", "text", " ").statusCode())
        .isEqualTo(400);
  }
}
