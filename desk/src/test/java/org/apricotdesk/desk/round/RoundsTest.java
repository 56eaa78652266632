package org.apricotdesk.desk.round;

import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.round.web.RoundPages;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.suggestion.Origin;
import org.apricotdesk.desk.suggestion.SuggestionNumber;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");
  private static final DepartmentId WARD = new DepartmentId("main-guyi");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

  @TempDir static Path folder;
  private static PagesFixture pages;
  private Rounds rounds;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @BeforeEach
  void nothingHasHappened() {
    pages.clock.set(DeskFixture.MONDAY_MORNING);
    db.database()
        .pool()
        .query("TRUNCATE desk.visit, desk.finding, desk.round_week, desk.event")
        .execute()
        .await();
    rounds = pages.desk.rounds();
  }

  @Test
  void on_friday_afternoon_the_next_week_is_planned_once_without_clashes() {
    pages.clock.set(Instant.parse("2026-03-20T07:59:00Z"));
    assertThat(rounds.work()).isZero();
    pages.clock.set(Instant.parse("2026-03-20T08:00:00Z"));

    assertThat(rounds.work()).isEqualTo(8);
    assertThat(rounds.work()).isZero();

    var plan = rounds.between(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 3, 30));
    assertThat(plan).hasSize(8).allMatch(visit -> visit.date().getDayOfWeek().getValue() < 6);
    var taken = new HashSet<String>();
    assertThat(plan)
        .allMatch(visit -> taken.add(visit.date() + " " + visit.slot() + visit.engineer()));
    assertThat(plan).extracting(Visit::department).doesNotHaveDuplicates();
    assertThat(pages.visitor(SUN).reads("/rounds")).contains("下周", "已安排");
  }

  @Test
  void the_wards_that_need_it_most_come_first() {
    var wards = List.of(ward("icu", true), ward("a", false), ward("b", false), ward("c", false));
    var visited = new HashMap<DepartmentId, LocalDate>();
    for (var ward : wards) visited.put(ward.id(), TODAY.minusDays(60));
    visited.put(new DepartmentId("c"), TODAY.minusDays(150));
    var planner = new Planner(wards, visited, Map.of(new DepartmentId("b"), 30L));
    var engineer = pages.desk.people().find(SHAO).orElseThrow();

    var week = planner.week(List.of(TODAY), List.of(engineer));

    // One engineer has a morning and an afternoon: first what broke most, then who waited longest.
    assertThat(week).extracting(draft -> draft.department().value()).containsExactly("b", "c");
    var days = List.of(TODAY, TODAY.plusDays(1), TODAY.plusDays(2), TODAY.plusDays(3));
    assertThat(planner.week(days, List.of(engineer)))
        .extracting(draft -> draft.department().value())
        .containsExactly("b", "c", "icu", "a");
  }

  @Test
  void each_button_of_the_notebook_leads_to_what_it_promises() {
    var number = planned();
    note(number, Kind.FAULT, "护士站第二台电脑蓝屏");
    note(number, Kind.WISH, "希望交班单能按床号排序");
    note(number, Kind.TRAINING, "新护士不会用移动护理扫码");
    note(number, Kind.PRAISE, "上周换的打印机好用");
    note(number, Kind.OBSERVATION, "大家把密码贴在屏幕上");

    var findings = rounds.findings(number);

    var ticket = new TicketNumber(Long.parseLong(findings.get(0).result()));
    var reported = pages.desk.tickets().find(ticket).orElseThrow().report();
    assertThat(reported.source()).isEqualTo(Channel.ROUND);
    assertThat(reported.requester()).isEqualTo(SUN);
    assertThat(reported.place().department()).contains(WARD);
    var wish = new SuggestionNumber(Long.parseLong(findings.get(1).result()));
    var suggestion = pages.desk.suggestions().find(wish).orElseThrow();
    assertThat(suggestion.origin()).isEqualTo(Origin.ROUND);
    assertThat(suggestion.department()).contains(WARD);
    assertThat(findings.get(2).outcome()).contains(Outcome.TRAINING);
    assertThat(findings.get(3).outcome()).isEmpty();
    assertThat(findings.get(4).outcome()).isEmpty();
    assertThat(rounds.settle(person(SHAO), findings.get(4).id(), Outcome.ARTICLE, ""))
        .isEqualTo(new Answer.Refused(Refusal.TEXT_MISSING));
    rounds.settle(person(SHAO), findings.get(4).id(), Outcome.ARTICLE, "写一篇密码保管");
    assertThat(rounds.settle(person(SHAO), findings.get(4).id(), Outcome.TICKET, ""))
        .isEqualTo(new Answer.Refused(Refusal.ALREADY_SETTLED));
    assertThat(rounds.settle(person(SHAO), findings.get(3).id(), Outcome.TICKET, ""))
        .isEqualTo(new Answer.Refused(Refusal.ALREADY_SETTLED));
  }

  @Test
  void what_is_mended_on_the_spot_needs_no_ticket() {
    var number = planned();

    rounds.find(person(SHAO), number, new Found(Kind.FAULT, "鼠标没电，换了电池", Optional.empty(), true));

    assertThat(rounds.findings(number).getFirst().outcome()).contains(Outcome.EXPLAINED);
  }

  @Test
  void a_visit_counts_once_the_ward_confirms_it() {
    var number = planned();
    assertThat(rounds.confirm(person(SUN), number)).isEqualTo(new Answer.Refused(Refusal.NOT_NOW));
    assertThat(rounds.close(person(SUN), number, true, "见了护士长"))
        .isEqualTo(new Answer.Refused(Refusal.NOT_ALLOWED));
    rounds.close(person(SHAO), number, true, "见了护士长，下周带培训");
    assertThat(rounds.confirm(person(SHAO), number))
        .isEqualTo(new Answer.Refused(Refusal.NOT_ALLOWED));

    assertThat(rounds.confirm(person(SUN), number)).isEqualTo(new Answer.Done(number));

    assertThat(rounds.visit(number).orElseThrow().state()).isEqualTo(State.CONFIRMED);
    assertThat(
            rounds.find(person(SHAO), number, new Found(Kind.FAULT, "x", Optional.empty(), false)))
        .isEqualTo(new Answer.Refused(Refusal.NOT_NOW));
  }

  @Test
  void nobody_is_in_two_places() {
    planned();

    assertThat(
            rounds.add(person(JIANG), TODAY, Slot.MORNING, SHAO, new DepartmentId("main-icu"), ""))
        .isEqualTo(new Answer.Refused(Refusal.CLASH));
    assertThat(rounds.add(person(SHAO), TODAY, Slot.AFTERNOON, SHAO, WARD, ""))
        .isEqualTo(new Answer.Refused(Refusal.NOT_ALLOWED));
    assertThat(rounds.add(person(JIANG), TODAY.minusDays(1), Slot.AFTERNOON, SHAO, WARD, ""))
        .isEqualTo(new Answer.Refused(Refusal.DATE_PAST));
  }

  @Test
  void the_notebook_on_the_phone() {
    var lead = pages.visitor(JIANG);
    var plan =
        lead.sends(
            "/rounds",
            "/rounds",
            "date",
            "2026-03-17",
            "slot",
            "handover",
            "engineer",
            "shaojiale",
            "department",
            "main-guyi",
            "topics",
            "腕带打印");
    assertThat(plan.body()).contains("骨一科", "晨会", "邵嘉乐");
    var number = rounds.between(TODAY, TODAY.plusDays(2)).getLast().number();
    var path = "/rounds/" + number;
    var engineer = pages.visitor(SHAO);

    var noted =
        engineer.sends(path, path + "/find", "text", "患者王建国 13912345678 的腕带打不出", "kind", "fault");
    assertThat(noted.body()).contains("故障", "转工单").doesNotContain("13912345678", "王建国");
    assertThat(engineer.sends(path, path + "/close", "notes", "见了护士长").body()).contains("待科室确认");
    var nurse = pages.visitor(SUN);
    assertThat(nurse.sends(path, path + "/confirm").body()).contains("已完成");
    assertThat(pages.visitor(new PersonId("hejiayi")).status(path)).isEqualTo(404);
    assertThat(engineer.sends("/report", path + "/nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void the_pages_are_complete_in_both_languages() {
    assertThat(Texts.of(RoundPages.class).incomplete()).isEmpty();
    for (var refusal : Refusal.values())
      assertThat(Texts.of(RoundPages.class).has("refused." + refusal)).isTrue();
  }

  private long planned() {
    var answer = rounds.add(person(JIANG), TODAY, Slot.MORNING, SHAO, WARD, "晨会问需求");
    return ((Answer.Done) answer).visit();
  }

  private void note(long number, Kind kind, String text) {
    assertThat(rounds.find(person(SHAO), number, new Found(kind, text, Optional.empty(), false)))
        .isEqualTo(new Answer.Done(number));
  }

  private Person person(PersonId id) {
    return pages.desk.people().find(id).orElseThrow();
  }

  private Department ward(String id, boolean critical) {
    var like = pages.desk.people().department(WARD).orElseThrow();
    return new Department(
        new DepartmentId(id),
        id,
        like.campus(),
        "",
        "",
        "inpatient",
        critical,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        List.of());
  }
}
