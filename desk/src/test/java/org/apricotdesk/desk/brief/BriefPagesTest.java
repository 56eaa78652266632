package org.apricotdesk.desk.brief;

import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.web.PagesFixture;
import org.apricotdesk.desk.web.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BriefPagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");
  private static final PersonId COLLEAGUE = new PersonId("hejiayi");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @Test
  void from_the_draft_to_the_reader_by_way_of_a_second_person() {
    var path = drafted();
    var dispatcher = visitor(YE);
    var director = visitor(SHEN);

    var saved =
        dispatcher.sends(
            path, path, "revision", "1", "title", "三月简报", "body", "## 好消息\n\n**都修好了**");
    assertThat(saved.body()).contains("三月简报", "<strong>都修好了</strong>");
    assertThat(dispatcher.sends(path, path + "/submit", "revision", "2").body()).contains("待审核");
    assertThat(dispatcher.sends(path, path + "/publish", "revision", "2").statusCode())
        .isEqualTo(403);
    var published = director.sends(path, path + "/publish", "revision", "2", "groups", "");
    assertThat(published.body()).contains("已发布", "阅读情况");

    var nurse = visitor(SUN);
    assertThat(nurse.reads("/briefs")).contains("三月简报");
    var issue =
        "/briefs/"
            + pages.desk.briefs().find(id(path)).orElseThrow().published().orElseThrow().issue();
    assertThat(nurse.reads(issue)).contains("<strong>都修好了</strong>");
    assertThat(nurse.reads(issue + "/pdf")).startsWith("%PDF");
    assertThat(nurse.reads(issue + "/charts/days")).startsWith("<svg");
    assertThat(nurse.sends(issue, issue + "/verdict", "useful", "1").body()).contains("谢谢");
    assertThat(dispatcher.reads(path)).contains("1 人打开", "有用 1，没用 0");
  }

  @Test
  void groups_are_chosen_by_who_writes_there() {
    var plain = new DeskFixture(db).report(SUN, Priority.P3);
    pages.desk.tickets().open(inGroup(plain, "wrGuyiWard"));
    var path = drafted();
    visitor(YE).sends(path, path + "/submit", "revision", "1");
    var director = visitor(SHEN);
    assertThat(director.reads(path)).contains("value=\"wrGuyiWard\">骨一科");

    director.sends(
        path, path + "/publish", "revision", "1", "group", "wrGuyiWard", "groups", "wrOther\n");

    assertThat(pages.desk.briefs().find(id(path)).orElseThrow().audience().groups())
        .containsExactly("wrGuyiWard", "wrOther");
  }

  private static NewTicket inGroup(NewTicket report, String chat) {
    return new NewTicket(
        report.kind(),
        report.title(),
        report.description(),
        report.category(),
        report.department(),
        report.campus(),
        report.place(),
        report.asset(),
        report.requester(),
        report.by(),
        report.priority(),
        report.impact(),
        report.urgency(),
        Channel.GROUP_AT,
        Optional.of(chat),
        report.attachments(),
        report.evidence());
  }

  @Test
  void a_brief_for_some_departments_is_not_there_for_others() {
    var path = drafted();
    visitor(YE).sends(path, path + "/submit", "revision", "1");
    var ward = pages.desk.people().find(SUN).orElseThrow().department().orElseThrow().value();
    visitor(SHEN).sends(path, path + "/publish", "revision", "1", "department", ward);
    var issue =
        "/briefs/"
            + pages.desk.briefs().find(id(path)).orElseThrow().published().orElseThrow().issue();

    assertThat(visitor(SUN).status(issue)).isEqualTo(200);
    assertThat(visitor(COLLEAGUE).status(issue)).isEqualTo(404);
    assertThat(visitor(COLLEAGUE).status(issue + "/pdf")).isEqualTo(404);
    assertThat(visitor(COLLEAGUE).status(issue + "/charts/days")).isEqualTo(404);
    assertThat(visitor(JIANG).status(issue)).isEqualTo(200);
  }

  @Test
  void a_program_reads_what_is_for_everybody() {
    var path = drafted();
    visitor(YE).sends(path, path + "/submit", "revision", "1");
    visitor(SHEN).sends(path, path + "/publish", "revision", "1");
    var issue = pages.desk.briefs().find(id(path)).orElseThrow().published().orElseThrow().issue();
    var token = pages.desk.tokens().create("intranet", Role.STAFF);

    var list = pages.calls(token, "/api/v1/briefs?limit=1").bodyAsJsonObject();
    assertThat(list.getJsonArray("items")).hasSize(1);
    var one = pages.calls(token, "/api/v1/briefs/" + issue).bodyAsJsonObject();
    assertThat(one.getString("body")).contains("## 本期要点");
    assertThat(pages.calls(token, "/api/v1/briefs/999999").statusCode()).isEqualTo(404);
    assertThat(pages.calls(token, "/api/v1/briefs?cursor=x").statusCode()).isEqualTo(400);
    assertThat(pages.calls("none", "/api/v1/briefs").statusCode()).isEqualTo(401);
  }

  @Test
  void a_draft_is_nobodys_business_but_the_writers() {
    var path = drafted();
    assertThat(visitor(SUN).status(path)).isEqualTo(403);
    assertThat(visitor(SHAO).status(path + "/pdf")).isEqualTo(403);
    assertThat(visitor(YE).status(path)).isEqualTo(200);
  }

  @Test
  void what_two_people_write_at_once_is_not_lost() {
    var path = drafted();
    visitor(YE).sends(path, path, "revision", "1", "title", "甲的稿", "body", "甲");
    var late = visitor(JIANG).sends(path, path, "revision", "1", "title", "乙的稿", "body", "乙写了很久");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("别人刚改过", "乙写了很久");
  }

  @Test
  void the_preview_follows_the_typing_and_shows_no_markup_of_its_own() {
    var path = drafted();
    var preview =
        visitor(YE).previews(path, path + "/preview", "body", "*新*的<script>alert(1)</script>");
    assertThat(preview).contains("<em>新</em>的").doesNotContain("<script>");
    assertThat(visitor(YE).previews(path, path + "/preview", "body", "再看一眼")).contains("再看一眼");
  }

  @Test
  void days_that_make_no_period_are_sent_back_with_what_is_wrong() {
    var answer =
        visitor(YE)
            .sends(
                "/admin/briefs",
                "/admin/briefs",
                "kind",
                "monthly",
                "first",
                "2026-03-09",
                "last",
                "2026-03-01");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("请选择类型和起止日期");
  }

  private static String drafted() {
    var page =
        visitor(YE)
            .sends(
                "/admin/briefs",
                "/admin/briefs",
                "kind",
                "monthly",
                "first",
                "2026-03-01",
                "last",
                "2026-03-15");
    assertThat(page.statusCode()).isEqualTo(200);
    return page.uri().getPath();
  }

  private static long id(String path) {
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  private static Visitor visitor(PersonId person) {
    return pages.visitor(person);
  }
}
