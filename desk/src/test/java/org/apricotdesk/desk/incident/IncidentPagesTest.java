package org.apricotdesk.desk.incident;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.incident.web.IncidentPages;
import org.apricotdesk.desk.web.PagesFixture;
import org.apricotdesk.desk.web.Visitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class IncidentPagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @Test
  void from_the_declaration_to_the_wards_answer() {
    var dispatcher = pages.visitor(YE);
    var nurse = pages.visitor(SUN);
    var page =
        dispatcher.sends(
            "/incidents/new",
            "/incidents",
            "level",
            "B",
            "title",
            "医保结算中断",
            "category",
            "insurance",
            "extent",
            "campus",
            "campus",
            "main",
            "symptom",
            "所有窗口超时",
            "action",
            "正在重启前置机",
            "workaround",
            "先自费，稍后补结",
            "started",
            "",
            "next",
            "20");
    assertThat(page.body()).contains("医保结算中断", "二级", "正在重启前置机", "09:20");
    var path = page.uri().getPath();
    var number = new IncidentNumber(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));

    assertThat(nurse.reads("/report")).contains("医保结算中断（本部", "下次通报 09:20");
    assertThat(nurse.reads("/incidents")).contains("医保结算中断");
    assertThat(nurse.reads(path)).contains("先自费，稍后补结").doesNotContain("主单", "恢复点名");

    var sun = pages.desk.people().find(SUN).orElseThrow();
    db.database()
        .inTransaction(tx -> pages.desk.incidents().join(tx, number, sun, Optional.empty()));
    dispatcher.sends(path, path + "/update", "text", "已切到备用线路", "workaround", "", "next", "");
    assertThat(nurse.reads(path)).contains("已切到备用线路").doesNotContain("这边好了吗");
    dispatcher.sends(path, path + "/restore", "text", "线路已恢复", "backfill", "24小时内补结");
    assertThat(nurse.reads("/report")).doesNotContain("医保结算中断");

    assertThat(nurse.reads(path)).contains("骨一科", "这边好了吗", "24小时内补结");
    var answered = nurse.sends(path, path + "/answer", "department", "main-guyi", "works", "yes");
    assertThat(answered.body()).contains("骨一科", "：好了");
    assertThat(dispatcher.reads(path)).contains("1/1 个科室已确认");
  }

  @Test
  void a_declaration_that_is_refused_keeps_all_that_was_typed() {
    var typed =
        Map.of(
            "title",
            "全院断网",
            "symptom",
            "都断了",
            "action",
            "抢修",
            "workaround",
            "先用手工单",
            "started",
            "2026-03-16T08:40",
            "next",
            "25");
    var chosen =
        List.of(
            "level",
            "A",
            "category",
            "network",
            "extent",
            "hospital",
            "campus",
            "east",
            "department",
            "main-guyi");
    var fields =
        Stream.concat(
            chosen.stream(),
            typed.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())));
    var answer =
        pages.visitor(YE).sends("/incidents/new", "/incidents", fields.toArray(String[]::new));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("一级事件由主任或副主任宣布");
    var form = Jsoup.parse(answer.body()).expectFirst("form[action=/incidents]");
    typed.forEach(
        (name, value) ->
            assertThat(form.select("[name=" + name + "]").val()).as(name).isEqualTo(value));
    assertThat(form.select("option[selected]").eachAttr("value")).contains("network", "hospital");
    assertThat(form.select("input[checked]").eachAttr("value"))
        .containsExactly("east", "main-guyi");
  }

  @Test
  void an_act_that_is_refused_stays_open_with_all_that_was_typed() {
    var director = pages.visitor(SHEN);
    var path = declared(director).uri().getPath();
    director.sends(path, path + "/restore", "text", "线路已恢复", "backfill", "");

    var refused =
        director.sends(
            path,
            path + "/review",
            "cause",
            "光缆被挖断",
            "detection",
            "监控",
            "worked",
            "",
            "public",
            "",
            "measure0",
            "双路由",
            "owner0",
            SHAO.value(),
            "due0",
            "下周五");

    assertThat(refused.statusCode()).isEqualTo(400);
    var form = Jsoup.parse(refused.body()).expectFirst("details[open] form[action$=/review]");
    assertThat(form.select("[name=cause]").val()).isEqualTo("光缆被挖断");
    assertThat(form.select("[name=measure0]").val()).isEqualTo("双路由");
    assertThat(form.select("[name=owner0] option[selected]").val()).isEqualTo(SHAO.value());
    assertThat(form.select("[name=due0]").val()).isEqualTo("下周五");
  }

  private static HttpResponse<String> declared(Visitor visitor) {
    return visitor.sends(
        "/incidents/new",
        "/incidents",
        "level",
        "B",
        "title",
        "门诊断网",
        "category",
        "network",
        "extent",
        "hospital",
        "symptom",
        "断了",
        "action",
        "抢修",
        "workaround",
        "",
        "started",
        "",
        "next",
        "");
  }

  @Test
  void who_has_no_say_changes_nothing() {
    var path =
        pages
            .visitor(SHEN)
            .sends(
                "/incidents/new",
                "/incidents",
                "level",
                "A",
                "title",
                "检验系统停机",
                "category",
                "lis",
                "extent",
                "hospital",
                "symptom",
                "打不开",
                "action",
                "重启",
                "workaround",
                "",
                "started",
                "",
                "next",
                "")
            .uri()
            .getPath();

    assertThat(pages.visitor(SUN).status("/incidents/new")).isEqualTo(403);
    assertThat(pages.visitor(SUN).sends("/report", path + "/restore", "text", "我说好了").statusCode())
        .isEqualTo(409);
    assertThat(pages.visitor(SHAO).sends("/report", path + "/nonsense").statusCode())
        .isEqualTo(400);
    assertThat(pages.visitor(SHAO).status("/incidents/999")).isEqualTo(404);
  }

  @Test
  void the_pages_are_complete_in_both_languages() {
    assertThat(Texts.of(IncidentPages.class).incomplete()).isEmpty();
    for (var refusal : Refusal.values())
      assertThat(Texts.of(IncidentPages.class).has("refused." + refusal)).isTrue();
  }
}
