package org.apricotdesk.desk.incident;

import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.incident.IncidentEvent.What;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnIncidentTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static final CategoryCode INSURANCE = new CategoryCode("insurance.settle.outpatient");
  private static final CampusId MAIN = new CampusId("main");
  private static final AtomicInteger REPORTERS = new AtomicInteger();

  private DeskFixture desk;
  private Incidents incidents;
  private List<Department> wards;

  @BeforeEach
  void openTheDesk() {
    db.database()
        .pool()
        .query("TRUNCATE desk.incident, desk.incident_report, desk.ticket, desk.event CASCADE")
        .execute()
        .await();
    desk = new DeskFixture(db);
    incidents =
        new Incidents(
            desk.database,
            new EventLog("desk"),
            desk.tickets,
            desk.people,
            desk.catalogue,
            desk.clock,
            ZoneId.of("Asia/Shanghai"));
    wards = desk.people.departments().stream().filter(d -> d.campus().equals(MAIN)).toList();
  }

  @Test
  void reports_that_pile_up_are_suspected_once_and_told_with_what_they_rest_on() {
    var reports = reported(6);

    incidents.work(100);
    incidents.work(100);

    var suspected = incidents.list(Optional.empty(), true, 10);
    assertThat(suspected).hasSize(1);
    assertThat(suspected.getFirst().stage()).isEqualTo(Stage.SUSPECTED);
    assertThat(suspected.getFirst().evidence()).containsAll(numbers(reports));
    assertThat(reports).allMatch(ticket -> now(ticket).status() != Status.MERGED);
    assertThat(incidents.list(Optional.empty(), false, 10)).isEmpty();
  }

  @Test
  void more_reports_make_a_suspicion_grow() {
    reported(5);
    incidents.work(100);
    reported(4);
    incidents.work(100);

    var grown = incidents.list(Optional.empty(), true, 10);
    assertThat(grown).hasSize(1);
    assertThat(grown.getFirst().reporters()).isEqualTo(9);
    assertThat(grown.getFirst()).isEqualTo(incidents.rebuilt(grown.getFirst().number()));
  }

  @Test
  void another_part_of_the_same_makes_the_suspicion_grow_instead_of_a_second_one() {
    reported(5);
    incidents.work(100);
    for (var i = 0; i < 6; i++)
      opened(wards.get(i), new CategoryCode("insurance.settle.inpatient"));
    incidents.work(100);

    var grown = incidents.list(Optional.empty(), true, 10);
    assertThat(grown).hasSize(1);
    assertThat(grown.getFirst().categories()).containsExactly("insurance.settle");
    assertThat(grown.getFirst().evidence()).hasSize(11);
    assertThat(grown.getFirst()).isEqualTo(incidents.rebuilt(grown.getFirst().number()));
  }

  @Test
  void a_dismissed_suspicion_does_not_come_back_at_once() {
    reported(5);
    incidents.work(100);
    var number = incidents.list(Optional.empty(), true, 10).getFirst().number();

    assertThat(incidents.handle(number, new Wish.Dismiss(YE, "各自网线问题")))
        .isInstanceOf(Answer.Done.class);
    reported(3);
    incidents.work(100);

    assertThat(incidents.list(Optional.empty(), true, 10)).hasSize(1);
  }

  @Test
  void once_declared_all_reports_are_linked_and_so_are_those_that_come_later() {
    var before = reported(4);
    var other = opened(wards.getLast(), new CategoryCode("emr.record.save"));
    var incident = declared();
    incidents.work(100);
    assertThat(before).allMatch(ticket -> now(ticket).status() == Status.MERGED);
    assertThat(now(other).status()).isNotEqualTo(Status.MERGED);

    var later = reported(2);
    incidents.work(100);

    assertThat(later).allMatch(ticket -> now(ticket).status() == Status.MERGED);
    assertThat(incidents.reports(incident.number())).hasSize(6);
    assertThat(incidents.known().of(incident.parent().map(TicketNumber::value).stream().toList()))
        .containsEntry(incident.parent().orElseThrow().value(), incident.number().value());
  }

  @Test
  void a_new_report_is_answered_with_what_is_known() {
    var incident = declared();

    var known = known(INSURANCE, wards.getFirst().id()).orElseThrow();

    assertThat(known.number()).isEqualTo(incident.number());
    assertThat(known.action()).isEqualTo("正在重启医保前置机");
    assertThat(known.workaround()).isEqualTo("先自费，稍后补结");
    assertThat(known.next()).contains(desk.clock.instant().plus(Duration.ofMinutes(30)));
    assertThat(known(new CategoryCode("lis.report.result"), wards.getFirst().id())).isEmpty();
    var east =
        incidents
            .known()
            .matching(db.database().pool(), INSURANCE, Optional.empty(), new CampusId("east"));
    assertThat(east).isEmpty();
  }

  @Test
  void who_only_says_that_it_is_the_same_with_them_is_counted_once() {
    var incident = declared();
    var nurse = desk.people.find(SUN).orElseThrow();

    assertThat(join(incident, nurse)).isTrue();
    assertThat(join(incident, nurse)).isFalse();

    assertThat(incidents.rollCall(incident.number()).places()).hasSize(1);
  }

  @Test
  void a_promise_that_was_not_kept_is_noticed_once_by_the_minute() {
    var incident = declared();
    desk.clock.advance(Duration.ofMinutes(29));
    incidents.work(100);
    assertThat(types(incident)).doesNotContain("update_missed");

    desk.clock.advance(Duration.ofMinutes(1));
    incidents.work(100);
    incidents.work(100);

    assertThat(types(incident)).containsOnlyOnce("update_missed");
    incidents.handle(incident.number(), new Wish.Update(YE, "已切备用线路", "", Optional.empty()));
    assertThat(find(incident).promised())
        .contains(desk.clock.instant().plus(Duration.ofMinutes(30)));
    assertThat(find(incident).stage()).isEqualTo(Stage.MITIGATING);
  }

  /// The example of domain §9.3; who declares speaks to those affected at once, so 09:05 is the
  /// second word.
  @Test
  void the_times_of_the_handbooks_example_come_out() {
    desk.clock.set(local("08:55"));
    reported(6);
    incidents.work(100);
    var incident = incidents.list(Optional.empty(), true, 10).getFirst();
    desk.clock.set(local("09:02"));
    var declaration = declaration(SHEN, Level.A, campus(), Optional.of(local("08:52")));
    done(incidents.handle(incident.number(), declaration));
    for (var time : List.of("09:05", "09:20", "09:34", "09:50")) {
      desk.clock.set(local(time).minusSeconds(1));
      incidents.work(100);
      desk.clock.set(local(time));
      done(incidents.handle(incident.number(), new Wish.Update(YE, "正在切换", "", Optional.empty())));
    }
    desk.clock.set(local("09:58"));
    done(incidents.handle(incident.number(), new Wish.Restore(YE, "医保线路已恢复", "")));

    var times = find(incident).times();
    var detected = times.detected();
    assertThat(Duration.between(times.started().orElseThrow(), detected)).hasMinutes(3);
    assertThat(Duration.between(detected, times.declared().orElseThrow())).hasMinutes(7);
    assertThat(Duration.between(detected, times.restored().orElseThrow())).hasMinutes(63);
    assertThat(times.longestGap()).hasMinutes(16);
    assertThat(types(incident)).as("09:49 was promised").containsOnlyOnce("update_missed");
  }

  private static Instant local(String time) {
    return Instant.parse("2026-03-16T" + time + ":00+08:00");
  }

  @Test
  void the_hospital_wide_level_is_the_directors_to_declare() {
    var wish = declaration(YE, Level.A, campus());

    assertThat(incidents.declare(wish))
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.why()).isEqualTo(Refusal.DIRECTOR_DECLARES));
    assertThat(incidents.declare(declaration(SHEN, Level.A, campus())))
        .isInstanceOf(Answer.Done.class);
    assertThat(incidents.declare(declaration(SUN, Level.B, campus())))
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.why()).isEqualTo(Refusal.NOT_ALLOWED));
  }

  @Test
  void the_ladder_of_places_takes_in_exactly_what_it_covers() {
    var ward = wards.getFirst();
    var room = new Area(Extent.ROOM, Set.of(MAIN), Set.of(ward.id()));
    var incident = done(incidents.declare(declaration(YE, Level.B, room)));
    var neighbour =
        wards.stream()
            .filter(d -> d.building().equals(ward.building()) && !d.id().equals(ward.id()))
            .findFirst()
            .orElseThrow();
    var elsewhere =
        wards.stream().filter(d -> !d.building().equals(ward.building())).findFirst().orElseThrow();
    assertThat(known(INSURANCE, neighbour.id())).isEmpty();

    widen(incident, new Area(Extent.BUILDING, Set.of(MAIN), Set.of(ward.id())));
    assertThat(known(INSURANCE, neighbour.id())).isPresent();
    assertThat(known(INSURANCE, elsewhere.id())).isEmpty();

    widen(incident, campus());
    assertThat(known(INSURANCE, elsewhere.id())).isPresent();
    widen(incident, Area.hospital());
    assertThat(known(INSURANCE, desk.people.departments().getLast().id())).isPresent();
    assertThat(types(incident)).contains("area_changed");
  }

  @Test
  void where_it_works_again_a_new_report_is_a_report_of_its_own() {
    var reports = reported(4);
    var incident = declared();
    incidents.work(100);
    var well = reports.getFirst().report().place().department().orElseThrow();

    incidents.handle(incident.number(), new Wish.RestorePart(YE, Set.of(well), "一号楼已恢复"));

    assertThat(known(INSURANCE, well)).isEmpty();
    assertThat(find(incident).stage()).isEqualTo(Stage.DECLARED);
  }

  @Test
  void the_roll_call_reopens_only_the_place_that_says_no() {
    var reports = reported(4);
    var incident = declared();
    incidents.work(100);
    incidents.handle(incident.number(), new Wish.Restore(YE, "医保线路已恢复", "24小时内补结"));
    var bad = reports.getFirst();
    var place = bad.report().place().department().orElseThrow();

    answer(incident, YE, place, false);

    assertThat(now(bad).status()).isEqualTo(Status.NEW);
    assertThat(reports.subList(1, 4)).allMatch(one -> now(one).status() == Status.MERGED);
    var call = incidents.rollCall(incident.number());
    assertThat(call.bad()).isEqualTo(1);
    assertThat(call.silent()).isEqualTo(3);
    assertThat(call.passed()).isFalse();
    assertThat(desk.tickets.find(incident.parent().orElseThrow()).orElseThrow().status())
        .isEqualTo(Status.RESOLVED);
  }

  @Test
  void a_ward_answers_for_itself_and_for_nobody_else() {
    var incident = declared();
    var nurse = desk.people.find(SUN).orElseThrow();
    join(incident, nurse);
    reported(2);
    incidents.work(100);
    incidents.handle(incident.number(), new Wish.Restore(YE, "医保线路已恢复", ""));
    var other = incidents.reports(incident.number()).getLast().department().orElseThrow();

    assertThat(answer(incident, SUN, nurse.department().orElseThrow(), true))
        .isInstanceOf(Answer.Done.class);
    assertThat(answer(incident, SUN, other, true))
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.why()).isEqualTo(Refusal.NOT_ALLOWED));
  }

  @Test
  void it_closes_with_a_review_and_when_the_places_are_well() {
    var reports = reported(3);
    var incident = declared();
    incidents.work(100);
    incidents.handle(incident.number(), new Wish.Restore(YE, "医保线路已恢复", ""));
    assertThat(refusal(incident, new Wish.Close(SHEN, ""))).isEqualTo(Refusal.NOT_NOW);
    assertThat(
            refusal(incident, new Wish.WriteReview(YE, new Review("专线中断", "", "", "", List.of()))))
        .isEqualTo(Refusal.REVIEW_INCOMPLETE);

    var measure = new Review.Measure("专线加监控", YE, LocalDate.of(2026, 4, 1), false);
    var review = new Review("专线中断", "没有线路监控", "切换预案", "已整改", List.of(measure));
    incidents.handle(incident.number(), new Wish.WriteReview(YE, review));
    assertThat(refusal(incident, new Wish.Close(SHEN, ""))).isEqualTo(Refusal.PLACES_OPEN);
    for (var one : reports)
      answer(incident, YE, one.report().place().department().orElseThrow(), true);
    assertThat(refusal(incident, new Wish.Close(YE, ""))).isEqualTo(Refusal.NOT_ALLOWED);
    incidents.handle(incident.number(), new Wish.Close(SHEN, ""));
    incidents.handle(incident.number(), new Wish.FinishMeasure(YE, 0));

    assertThat(find(incident).stage()).isEqualTo(Stage.CLOSED);
    assertThat(find(incident).review().orElseThrow().measures().getFirst().done()).isTrue();
    assertThat(find(incident)).isEqualTo(incidents.rebuilt(incident.number()));
  }

  @Test
  void downtime_is_weighed_by_the_beds_it_hit() {
    var incident = declared();
    desk.clock.advance(Duration.ofMinutes(90));
    incidents.handle(incident.number(), new Wish.Restore(YE, "医保线路已恢复", ""));

    var from = incident.times().detected().minus(Duration.ofHours(1));
    var down = incidents.downtimes(from, desk.clock.instant());

    assertThat(down).hasSize(1);
    assertThat(down.getFirst().weight()).isCloseTo(0.55, within(1e-9));
    assertThat(minutes(down, from)).isCloseTo(49.5, within(1e-6));
  }

  @Test
  void two_downtimes_at_once_count_once() {
    var ten = Instant.parse("2026-03-16T02:00:00Z");
    var number = new IncidentNumber(1);
    var down =
        List.of(
            new Downtime(number, "his", ten, Optional.of(ten.plusSeconds(1800)), 1),
            new Downtime(
                number, "his", ten.plusSeconds(1200), Optional.of(ten.plusSeconds(3000)), 1));

    var minutes = Downtime.minutes(down, "his", ten, ten.plusSeconds(7200), ten.plusSeconds(7200));

    assertThat(minutes).isEqualTo(50);
  }

  @Test
  void every_kind_of_event_is_read_as_it_was_written() {
    var area = new Area(Extent.CAMPUS, Set.of(MAIN), Set.of());
    var report = new Report(SUN, MAIN, Optional.empty(), Optional.of(new TicketNumber(1001)));
    for (var what :
        List.of(
            new What.Linked(List.of(report)),
            new What.AreaChanged(area, Area.hospital(), "更多院区"),
            new What.LevelChanged(Level.B, Level.A, "全院"))) {
      assertThat(Facts.read(Facts.of(what), what.getClass())).isEqualTo(what);
    }
  }

  private double minutes(List<Downtime> down, Instant from) {
    var now = desk.clock.instant();
    return Downtime.minutes(down, "insurance", from, now, now);
  }

  private List<Ticket> reported(int many) {
    var first = REPORTERS.getAndAdd(many);
    return java.util.stream.IntStream.range(first, first + many)
        .mapToObj(i -> opened(wards.get(i % wards.size()), INSURANCE))
        .toList();
  }

  private Ticket opened(Department ward, CategoryCode category) {
    var reporter = new PersonId("nurse-" + ward.id().value() + "-" + REPORTERS.get());
    return desk.tickets.open(
        new NewTicket(
            TicketKind.INCIDENT,
            "医保结算超时",
            "窗口医保结算一直超时",
            Optional.of(category),
            Optional.of(ward.id()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            reporter,
            reporter,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Channel.DIRECT,
            Optional.empty(),
            List.of(),
            new JsonObject()));
  }

  private Area campus() {
    return new Area(Extent.CAMPUS, Set.of(MAIN), Set.of());
  }

  private Incident declared() {
    return done(incidents.declare(declaration(YE, Level.B, campus())));
  }

  private static Wish.Declare declaration(PersonId by, Level level, Area area) {
    return declaration(by, level, area, Optional.empty());
  }

  private static Wish.Declare declaration(
      PersonId by, Level level, Area area, Optional<Instant> started) {
    return new Wish.Declare(
        by,
        level,
        "医保结算中断",
        Set.of("insurance"),
        area,
        "所有窗口结算超时",
        "正在重启医保前置机",
        "先自费，稍后补结",
        started,
        Optional.empty());
  }

  private void widen(Incident incident, Area area) {
    assertThat(incidents.handle(incident.number(), new Wish.ChangeArea(YE, area, "更多地方报告")))
        .isInstanceOf(Answer.Done.class);
  }

  private Answer answer(Incident incident, PersonId by, DepartmentId place, boolean works) {
    return incidents.handle(incident.number(), new Wish.AnswerCall(by, place, works));
  }

  private boolean join(Incident incident, Person who) {
    return db.database()
        .inTransaction(tx -> incidents.join(tx, incident.number(), who, Optional.empty()));
  }

  private Optional<Known> known(CategoryCode category, DepartmentId department) {
    var campus = desk.people.department(department).orElseThrow().campus();
    return incidents
        .known()
        .matching(db.database().pool(), category, Optional.of(department), campus);
  }

  private Incident find(Incident incident) {
    return incidents.find(incident.number()).orElseThrow();
  }

  private Refusal refusal(Incident incident, Wish wish) {
    return ((Answer.Refused) incidents.handle(incident.number(), wish)).why();
  }

  private static Incident done(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return answer.incident();
  }

  private List<String> types(Incident incident) {
    return incidents.history(incident.number()).stream().map(event -> event.what().type()).toList();
  }

  private Ticket now(Ticket ticket) {
    return desk.tickets.find(ticket.number()).orElseThrow();
  }

  private static List<TicketNumber> numbers(List<Ticket> tickets) {
    return tickets.stream().map(Ticket::number).toList();
  }
}
