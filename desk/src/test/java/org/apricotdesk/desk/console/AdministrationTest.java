package org.apricotdesk.desk.console;

import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Csv;
import org.apricotdesk.desk.web.PagesFixture;
import org.apricotdesk.desk.web.Visitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What the department runs on, changed on the pages.
class AdministrationTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
    pages.desk.importCalendar(SampleHospital.calendar());
    var monday = LocalDate.of(2026, 3, 16);
    pages.desk.draftRoster(monday, monday.plusDays(3));
  }

  @Test
  void a_nurse_becomes_an_engineer_and_the_log_says_who_made_her_one() {
    var path = "/admin/people/hejiayi";
    var nurse = visitor(new PersonId("hejiayi"));
    assertThat(nurse.status("/queue")).isEqualTo(403);

    var refused =
        director().sends(path, path, "roles", "engineer", "campus", "main", "active", "1");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("工程师和组长要有团队", "aria-invalid=\"true\"", "至少选一个院区");

    director()
        .sends(
            path,
            path,
            "roles",
            "engineer",
            "roles",
            "staff",
            "campus",
            "main",
            "squad",
            "operations:infra",
            "scope",
            "main",
            "active",
            "1");

    var person = pages.desk.people().find(new PersonId("hejiayi")).orElseThrow();
    assertThat(person.is(Role.ENGINEER)).isTrue();
    assertThat(person.team())
        .hasValueSatisfying(t -> assertThat(t.value()).isEqualTo("operations"));
    assertThat(nurse.status("/my")).as("her session with the old rights").isEqualTo(302);
    assertThat(visitor(new PersonId("hejiayi")).status("/queue")).isEqualTo(200);
    assertThat(director().reads(path)).contains("沈广源 改了：");
    assertThat(director().reads("/admin/audit?object=person%20hejiayi")).contains("修改人员", "工程师");
  }

  @Test
  void saving_leads_back_to_the_same_search_with_what_was_saved_marked() {
    var search = "?q=%E6%80%A5%E8%AF%8A";
    var list = director().reads("/admin/departments" + search);
    var id = list.replaceAll("(?s).*?id=\"row-([a-z0-9-]+)\".*", "$1");
    var form = "/admin/departments/" + id;
    var name = pages.desk.people().department(new DepartmentId(id)).orElseThrow().name();
    var campus = pages.desk.people().department(new DepartmentId(id)).orElseThrow().campus();

    var after =
        director()
            .sends(form + search, form, "name", name, "campus", campus.value(), "aliases", "急诊样板");

    assertThat(after.uri().toString()).contains("/admin/departments?q=", "#row-" + id);
    assertThat(after.body()).contains("已保存：" + name, "找到 ", "fresh-row");
    assertThat(director().reads("/admin/departments")).contains("共 ").doesNotContain("已保存");
  }

  @Test
  void people_are_counted_and_found_by_what_the_list_says_of_them() {
    var everybody = pages.desk.people().everybody().size();

    assertThat(director().reads("/admin/people")).contains("共 " + everybody + " 条");
    assertThat(director().reads("/admin/people?q=%E6%9C%8D%E5%8A%A1%E5%8F%B0"))
        .contains("yejiaojiao")
        .doesNotContain("sunlili");
  }

  @Test
  void nobody_changes_their_own_rights() {
    var path = "/admin/people/" + SHEN.value();

    var answer = director().sends(path, path, "roles", "sysadmin", "campus", "main", "active", "1");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("不能修改自己的权限");
    assertThat(pages.desk.people().find(SHEN).orElseThrow().is(Role.SYSADMIN)).isFalse();
  }

  @Test
  void whoever_is_put_out_of_office_is_signed_out_at_once() {
    var path = "/admin/people/" + SUN.value();
    var gone = visitor(SUN);
    assertThat(gone.status("/my")).isEqualTo(200);

    director().sends(path, path, "roles", "staff", "campus", "main");

    assertThat(gone.status("/my")).isEqualTo(302);
    assertThat(pages.desk.people().active(SUN)).isEmpty();
  }

  @Test
  void a_department_gets_another_name_that_people_use() {
    var id = pages.desk.people().departments().getFirst().id();
    var path = "/admin/departments/" + id.value();
    var other = pages.desk.people().departments().get(1);

    var taken =
        director()
            .sends(
                path,
                path,
                "name",
                "样板科",
                "campus",
                other.campus().value(),
                "aliases",
                other.name());
    assertThat(taken.statusCode()).isEqualTo(400);
    assertThat(taken.body()).contains("已有科室用了其中一个名称", "样板科");

    director().sends(path, path, "name", "样板科", "campus", "main", "aliases", "样板\n老样板、样子科");
    assertThat(pages.desk.people().department(id).orElseThrow().aliases())
        .containsExactly("样板", "老样板", "样子科");
  }

  @Test
  void a_new_department_a_campus_a_team_and_a_kind_of_work_are_made_on_the_pages() {
    director()
        .sends("/admin/campuses/new", "/admin/campuses", "id", "north", "name", "北院", "beds", "80");
    director()
        .sends(
            "/admin/departments/new",
            "/admin/departments",
            "id",
            "north-kangfu",
            "name",
            "康复科",
            "campus",
            "north");
    director()
        .sends(
            "/admin/teams/new",
            "/admin/teams",
            "id",
            "outreach",
            "name",
            "外联组",
            "squads",
            "clinics 社区门诊");
    director()
        .sends(
            "/admin/catalogue/new",
            "/admin/catalogue",
            "id",
            "printer.label.test",
            "name",
            "标签测试",
            "squad",
            "outreach:clinics",
            "speciality",
            "hardware",
            "priority",
            "P3",
            "asset",
            "printer",
            "keywords",
            "标签测试");

    var department = pages.desk.people().department(new DepartmentId("north-kangfu")).orElseThrow();
    assertThat(department.campus().value()).isEqualTo("north");
    var category = pages.desk.catalogue().find(new CategoryCode("printer.label.test"));
    assertThat(category).hasValueSatisfying(c -> assertThat(c.path()).endsWith("/标签测试"));
    assertThat(category.orElseThrow().squad()).isEqualTo("clinics");
    var again =
        director()
            .sends(
                "/admin/departments/new",
                "/admin/departments",
                "id",
                "north-kangfu",
                "name",
                "另一个",
                "campus",
                "north");
    assertThat(again.body()).contains("这个编号已经有了", "另一个");
  }

  @Test
  void of_two_who_change_the_same_thing_the_second_is_told() {
    var path = "/admin/campuses/river";
    var stale = "/admin/campuses/main"; // what was seen there does not stand here

    var answer = director().sends(stale, path, "name", "滨江新院", "beds", "300");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("别人已经改过", "滨江新院");
  }

  @Test
  void a_lead_passes_a_shift_on_and_nobody_stands_in_two_places() {
    var page = visitor(JIANG).reads("/admin/duty?day=2026-03-16");
    assertThat(page).contains("白班", "夜班");
    var keys = keysOfOneTime(page);
    var key = keys.getFirst();
    var free = keys.get(1);
    var busy = free.substring(0, free.indexOf('@'));

    var clash =
        visitor(JIANG)
            .sends(
                "/admin/duty?day=2026-03-16&shift=" + key,
                "/admin/duty/change",
                "shift",
                key,
                "to",
                busy);
    assertThat(clash.statusCode()).isEqualTo(409);
    assertThat(clash.body()).contains("这段时间已经有班");

    visitor(JIANG)
        .sends("/admin/duty?day=2026-03-16&shift=" + free, "/admin/duty/remove", "shift", free);
    visitor(JIANG)
        .sends(
            "/admin/duty?day=2026-03-16&shift=" + key,
            "/admin/duty/change",
            "shift",
            key,
            "to",
            busy);

    var after = visitor(JIANG).reads("/admin/duty?day=2026-03-16");
    assertThat(after).contains("shift=" + free).doesNotContain("shift=" + key);
    assertThat(director().reads("/admin/audit")).contains("换班", "取消一班");
    assertThat(visitor(SHAO).reads("/admin/duty")).doesNotContain("加一班");
  }

  @Test
  void the_roster_shows_the_day_by_shifts_and_the_days_after_it_folded() {
    var page = Jsoup.parse(visitor(JIANG).reads("/admin/duty?day=2026-03-17"));

    assertThat(page.select("#day .title").eachText()).doesNotHaveDuplicates().isNotEmpty();
    assertThat(page.select("#day .names > *"))
        .hasSizeGreaterThan(page.select("#day .title").size());
    var after = page.select("#day ~ details:has(.cells)");
    assertThat(after.select("summary").eachText()).hasSize(6).first().asString().contains("3月18日");
    assertThat(after.select("[open]")).isEmpty();
    assertThat(after.select("a[href*='shift=']").attr("href")).contains("day=2026-03-18");
  }

  /// The shifts of the page that begin when most do.
  private static List<String> keysOfOneTime(String page) {
    var byTime =
        Pattern.compile("shift=([a-z0-9]+@\\d+)#")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.groupingBy(key -> key.substring(key.indexOf('@'))));
    return byTime.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
  }

  @Test
  void whoever_makes_or_revokes_a_token_stands_in_the_log() {
    var director = pages.visitor(SHEN);
    director.sends("/admin/tokens", "/admin/tokens", "name", "wall-screen", "role", "auditor");
    director.sends("/admin/tokens", "/admin/tokens/revoke", "name", "wall-screen");

    assertThat(director.reads("/admin/tokens")).doesNotContain("wall-screen");
    assertThat(director.reads("/admin/audit?object=token%20wall-screen"))
        .contains("新建令牌", "角色：审计", "吊销令牌");
  }

  @Test
  void tokens_in_use_are_listed_with_what_they_may_and_a_button_that_ends_them() {
    var path = "/admin/tokens";
    director().sends(path, path, "name", "morning-screen", "role", "auditor");

    assertThat(director().reads(path))
        .contains("morning-screen", "审计", "value=\"morning-screen\"", "吊销令牌");
  }

  @Test
  void what_an_import_did_and_the_log_read_in_the_readers_language() {
    var file = "{\"campuses\":[{\"id\":\"hill\",\"name\":\"山上院区\",\"beds\":10}]}";
    var bytes = file.getBytes(StandardCharsets.UTF_8);

    var answer =
        director().uploads("/admin/exchange", "/admin/exchange", "org.json", bytes, "kind", "org");

    assertThat(answer.body()).contains("院区：新增 1，修改 0，未变 0");
    assertThat(director().reads("/admin/audit?object=import%20org"))
        .contains("沈广源 · 导入", "<span>导入 机构</span>");
  }

  @Test
  void a_line_of_the_ledger_is_numbered_by_itself_and_nothing_new_is_struck_out() {
    var form = director().reads("/admin/ledger/training/new");
    assertThat(director().reads("/admin/ledger/training")).contains("还没有记录");

    assertThat(form).contains("value=\"training-1\"").doesNotContain("作废");
  }

  @Test
  void a_lead_keeps_the_spares_and_sees_where_too_few_are_left() {
    var lead = visitor(JIANG);
    lead.sends(
        "/admin/spares/new",
        "/admin/spares",
        "id",
        "scanner",
        "name",
        "扫码枪",
        "minimum",
        "2",
        "assets",
        "BJ-1\nBJ-2");
    assertThat(lead.reads("/admin/spares")).contains("扫码枪").doesNotContain("低于最低库存");

    lead.sends(
        "/admin/spares/scanner",
        "/admin/spares/scanner",
        "name",
        "扫码枪",
        "minimum",
        "3",
        "assets",
        "BJ-1\nBJ-2");
    assertThat(lead.reads("/admin/spares")).contains("2（低于最低库存）");

    var taken =
        lead.sends(
            "/admin/spares/new",
            "/admin/spares",
            "id",
            "pc",
            "name",
            "电脑",
            "minimum",
            "0",
            "assets",
            "BJ-2");
    assertThat(taken.statusCode()).isEqualTo(400);
    assertThat(taken.body()).contains("已登记在别的类别里");
    assertThat(visitor(SHAO).status("/admin/spares")).isEqualTo(403);
    assertThat(director().reads("/admin/audit?object=spare%20scanner")).contains("修改备用机");
  }

  @Test
  void a_refused_register_is_told_in_the_language_of_whoever_loads_it() {
    var register =
        """
        {"departments":[{"id":"a","name":"","campus":"nowhere"}],
         "staff":[{"userid":"qa","name":"新人","campus":"main","role":"king"}]}
        """;

    var answer =
        director()
            .uploads(
                "/admin/exchange",
                "/admin/exchange",
                "org.json",
                register.getBytes(StandardCharsets.UTF_8),
                "kind",
                "org");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("没有“nowhere”这个院区", "没有名称", "没有“king”这个角色")
        .doesNotContain("names an unknown", "has no name");
    assertThat(Texts.of(ImportReport.class).incomplete()).isEmpty();
  }

  @Test
  void tables_leave_as_files_in_which_no_cell_is_a_formula() {
    var path = "/admin/departments/" + pages.desk.people().departments().get(2).id().value();
    director().sends(path, path, "name", "=HYPERLINK(\"http://x\")", "campus", "main");

    var csv = director().reads("/admin/exchange/departments.csv");

    assertThat(csv).startsWith("\uFEFF\"id\"").contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    assertThat(director().reads("/admin/audit?actor=shenguangyuan")).contains("导出");
    assertThat(visitor(SHAO).status("/admin/exchange/people.csv")).isEqualTo(403);
  }

  @Test
  void no_spreadsheet_takes_a_cell_for_a_formula() {
    for (var nasty :
        new String[] {"=1", "+1", "-1", "@x", "\t=1", " =1", "\"=1", "\uFEFF=1", "＝1"}) {
      var line = new Csv(List.of("x")).row(List.of(nasty)).toString();
      assertThat(line.split("\r\n", 2)[1]).as(nasty).startsWith("\"'");
    }
  }

  @Test
  void the_pages_are_complete_in_both_languages() {
    assertThat(Texts.of(ConsolePages.class).incomplete()).isEmpty();
  }

  private static Visitor director() {
    return visitor(SHEN);
  }

  private static Visitor visitor(PersonId person) {
    return pages.visitor(person);
  }
}
