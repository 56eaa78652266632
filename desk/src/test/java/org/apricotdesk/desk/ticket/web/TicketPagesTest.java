package org.apricotdesk.desk.ticket.web;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.settings.SettingsReader;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.web.Identity;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.Sessions;
import org.apricotdesk.desk.web.Visitor;
import org.apricotdesk.desk.web.Web;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TicketPagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final AdjustableClock CLOCK = AdjustableClock.at(DeskFixture.MONDAY_MORNING);

  @TempDir static Path folder;
  private static String base = "";

  @BeforeAll
  static void open() {
    var settings = SettingsReader.read(Map.of("APRICOT_DATA_DIR", folder.toString()));
    var desk = Desk.open(db.database(), CLOCK, settings);
    desk.importOrganisation(SampleHospital.org());
    desk.importCatalogue(SampleHospital.catalogue());
    var pages = Pages.open(Locale.SIMPLIFIED_CHINESE, ZONE, CLOCK);
    var web =
        new Web(
            db.database(),
            CLOCK,
            desk.people(),
            new NoIdentity(),
            URI.create("http://localhost"),
            pages,
            folder);
    ReportReader asTyped =
        (reporter, what, where, attachments) ->
            new NewTicket(
                TicketKind.INCIDENT,
                what,
                what,
                Optional.of(DeskFixture.WRISTBAND),
                Optional.empty(),
                Optional.empty(),
                Optional.of(where).filter(w -> !w.isBlank()),
                Optional.empty(),
                reporter.id(),
                reporter.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Channel.WEB,
                Optional.empty(),
                attachments,
                new JsonObject());
    new TicketPages(desk, pages, asTyped, ZONE, CLOCK).addTo(web.routes());
    var threads = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    db.vertx().deployVerticle(new Server(web), threads).await();
  }

  private static final class Server extends AbstractVerticle {
    private final Web web;

    Server(Web web) {
      this.web = web;
    }

    @Override
    public void start() {
      var router = Router.router(vertx);
      web.mount(router);
      var port = vertx.createHttpServer().requestHandler(router).listen(0).await().actualPort();
      base = "http://127.0.0.1:" + port;
    }
  }

  /// Nobody comes in through WeCom here: the tests open their sessions themselves.
  private static final class NoIdentity implements Identity {
    @Override
    public URI authorize(boolean insideWeCom, URI callback, String state) {
      return callback;
    }

    @Override
    public Optional<PersonId> whoIs(String code) {
      return Optional.empty();
    }
  }

  @Test
  void from_the_form_to_the_rating_without_any_script() {
    var nurse = visitor(SUN);
    var engineer = visitor(SHAO);

    var page = nurse.sends("/report", "/report", "what", "腕带打印机亮红灯", "where", "三楼护士站");
    assertThat(page.body()).contains("腕带打印机亮红灯", "三楼护士站", "还没有人接单");
    var path = page.uri().getPath();

    assertThat(engineer.reads("/queue")).contains("等接单", "腕带打印机亮红灯");
    assertThat(engineer.sends(path, path + "/claim").body()).contains("处理中", "接单");
    assertThat(nurse.reads(path)).contains("邵嘉乐");

    engineer.sends(path, path + "/note", "text", "内部：备件在三楼", "audience", "internal");
    assertThat(engineer.reads(path)).contains("备件在三楼");
    assertThat(nurse.reads(path)).doesNotContain("备件在三楼");

    var solved = engineer.sends(path, path + "/resolve", "solution", "换了色带", "cause", "consumable");
    assertThat(solved.body()).contains("已解决", "换了色带");
    assertThat(nurse.reads("/my")).contains("等您回话", "腕带打印机亮红灯");
    assertThat(nurse.sends(path, path + "/rate", "score", "5").body()).contains("评价 5 分");
  }

  @Test
  void a_colleague_finds_no_trace_of_somebody_elses_report() {
    var path = visitor(SUN).sends("/report", "/report", "what", "电脑开不了机").uri().getPath();
    var colleague = visitor(new PersonId("hejiayi"));

    assertThat(colleague.status(path)).isEqualTo(404);
    assertThat(colleague.status("/queue")).isEqualTo(403);
    assertThat(colleague.reads("/my")).doesNotContain("电脑开不了机");
  }

  @Test
  void a_refusal_says_why_and_keeps_the_page() {
    var path = visitor(SUN).sends("/report", "/report", "what", "鼠标不灵").uri().getPath();
    visitor(SHAO).sends(path, path + "/claim");

    var late = visitor(DeskFixture.GONG).sends(path, path + "/claim");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("已由邵嘉乐接单");
  }

  @Test
  void hostile_words_stay_words_on_every_page() {
    var nasty = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";
    var path = visitor(SUN).sends("/report", "/report", "what", nasty, "where", nasty);

    for (var page : List.of("/my", path.uri().getPath())) {
      assertThat(visitor(SUN).reads(page)).doesNotContain("<img src=x", "<script>alert");
    }
    assertThat(visitor(SHAO).reads("/queue")).doesNotContain("<img src=x", "<script>alert");
    assertThat(visitor(SHAO).reads("/search?q=%3Cscript%3Ealert(2)"))
        .doesNotContain("<script>alert");
  }

  @Test
  void an_empty_report_is_sent_back_with_what_is_wrong() {
    var answer = visitor(SUN).sends("/report", "/report", "what", " ", "where", "三楼");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("请写一句话说明问题", "value=\"三楼\"");
  }

  @Test
  void the_pages_are_complete_in_both_languages() {
    assertThat(Texts.of(TicketPages.class).incomplete()).isEmpty();
  }

  private static Visitor visitor(PersonId person) {
    return new Visitor(base, new Sessions(db.database(), CLOCK).open(person));
  }
}
