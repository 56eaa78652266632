package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Decision.Accepted;
import org.apricotdesk.desk.ticket.Decision.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkingOnATicketTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static DeskFixture desk;

  @BeforeAll
  static void openTheDesk() {
    desk = new DeskFixture(db);
  }

  @Test
  void a_report_becomes_a_ticket_of_the_team_in_charge_at_the_reporters_ward() {
    var ticket = desk.wristband();

    assertThat(ticket.status()).isEqualTo(Status.NEW);
    assertThat(ticket.hands().squad()).contains("infra");
    assertThat(ticket.report().place().department().orElseThrow().value()).isEqualTo("main-guyi");
    assertThat(ticket.number().value()).isGreaterThan(1000);
    assertThat(desk.tickets.find(ticket.number())).contains(ticket);
  }

  @Test
  void the_first_person_is_asked_at_once() {
    var ticket = desk.wristband();

    assertThat(types(ticket)).containsExactly("created", "escalated");
    var asked = (TicketEvent.What.Escalated) history(ticket).get(1).what();
    assertThat(asked.rung()).isEqualTo("person");
    assertThat(asked.to()).hasSize(1);
  }

  @Test
  void from_report_to_rating() {
    var number = desk.wristband().number();

    accepted(number, new Command.Claim(SHAO));
    accepted(number, new Command.Note(SHAO, "马上到，请把打印机电源开着", false, List.of()));
    accepted(number, new Command.Resolve(SHAO, "更换走纸胶辊", Optional.empty(), Cause.HARDWARE));
    accepted(number, new Command.Confirm(SUN));
    var end = accepted(number, new Command.Rate(SUN, 5, List.of(RatingReason.FAST), ""));

    assertThat(end.status()).isEqualTo(Status.CLOSED);
    assertThat(end.assignee()).contains(SHAO);
    assertThat(end.rating().orElseThrow().score()).isEqualTo(5);
    assertThat(types(end))
        .containsExactly(
            "created", "escalated", "claimed", "noted", "resolved", "confirmed", "rated");
  }

  @Test
  void of_two_hundred_taps_one_wins_and_everybody_else_hears_who() throws Exception {
    var number = desk.wristband().number();
    var engineers = desk.people.having(org.apricotdesk.desk.staff.Role.ENGINEER);
    var taps =
        java.util.stream.IntStream.range(0, 200)
            .mapToObj(i -> engineers.get(i % engineers.size()).id())
            .<Callable<Decision>>map(
                who -> () -> desk.tickets.handle(number, new Command.Claim(who)))
            .toList();

    List<Decision> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers = threads.invokeAll(taps).stream().map(done -> done.resultNow()).toList();
    }

    assertThat(answers.stream().filter(Accepted.class::isInstance)).hasSize(1);
    var winner = desk.tickets.find(number).orElseThrow().assignee();
    assertThat(answers.stream().filter(Refused.class::isInstance))
        .hasSize(199)
        .allSatisfy(answer -> assertThat(answer.ticket().assignee()).isEqualTo(winner));
  }

  @Test
  void a_nurse_cannot_claim() {
    assertThat(refused(desk.wristband().number(), new Command.Claim(SUN)))
        .isEqualTo(Refusal.NOT_ALLOWED);
  }

  @Test
  void an_engineer_cannot_resolve_what_another_has_in_hand() {
    var number = desk.wristband().number();
    accepted(number, new Command.Claim(SHAO));

    assertThat(refused(number, new Command.Resolve(GONG, "更换胶辊", Optional.empty(), Cause.HARDWARE)))
        .isEqualTo(Refusal.NOT_YOURS);
  }

  @Test
  void an_assigned_engineer_accepts_by_claiming() {
    var number = desk.wristband().number();

    assertThat(accepted(number, new Command.Assign(YE, GONG)).status()).isEqualTo(Status.ASSIGNED);
    assertThat(refused(number, new Command.Claim(SHAO))).isEqualTo(Refusal.ALREADY_CLAIMED);
    assertThat(accepted(number, new Command.Claim(GONG)).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(refused(number, new Command.Claim(GONG))).isEqualTo(Refusal.ALREADY_YOURS);
  }

  @Test
  void hands_on_work_is_not_assigned_to_another_campus() {
    assertThat(
            refused(desk.wristband().number(), new Command.Assign(YE, new PersonId("mengfanrui"))))
        .isEqualTo(Refusal.OUT_OF_CAMPUS);
  }

  @Test
  void an_engineer_hands_over_within_the_squad_but_not_to_others() {
    var number = desk.wristband().number();
    accepted(number, new Command.Claim(SHAO));
    var far = new Receiver.Engineer(new PersonId("linxiaoyu"));

    assertThat(refused(number, new Command.Transfer(SHAO, far, "是 HIS 的问题")))
        .isEqualTo(Refusal.OTHER_SQUAD);
    var moved = accepted(number, new Command.Transfer(SHAO, new Receiver.Engineer(GONG), "我在手术室"));
    assertThat(moved.status()).isEqualTo(Status.ASSIGNED);
    assertThat(moved.assignee()).contains(GONG);
    assertThat(moved.times().firstResponded()).isPresent();
  }

  @Test
  void an_engineer_passes_on_what_nobody_has_taken_yet() {
    var number = desk.wristband().number();
    var colleague = new Receiver.Engineer(GONG);

    assertThat(refused(number, new Command.Transfer(SUN, colleague, "请龚工看")))
        .isEqualTo(Refusal.NOT_ALLOWED);
    assertThat(refused(number, new Command.Resolve(SHAO, "好了", Optional.empty(), Cause.HARDWARE)))
        .isEqualTo(Refusal.NOT_ALLOWED);
    var moved = accepted(number, new Command.Transfer(SHAO, colleague, "他就在三楼"));
    assertThat(moved.status()).isEqualTo(Status.ASSIGNED);
    assertThat(moved.assignee()).contains(GONG);
    assertThat(refused(number, new Command.Transfer(SHAO, new Receiver.Engineer(SHAO), "还是我来")))
        .isEqualTo(Refusal.NOT_YOURS);
  }

  @Test
  void work_handed_to_another_teams_pool_is_offered_there() {
    var number = desk.wristband().number();
    accepted(number, new Command.Claim(SHAO));
    var pool =
        new Receiver.Pool(
            new org.apricotdesk.desk.staff.TeamId("clinical"), Optional.of("inpatient"));

    var moved = accepted(number, new Command.Transfer(SHAO, pool, "打印服务没有下发"));

    assertThat(moved.status()).isEqualTo(Status.NEW);
    assertThat(moved.hands().squad()).contains("inpatient");
    assertThat(types(moved)).endsWith("transferred", "escalated");
  }

  @Test
  void the_reporters_answer_lets_paused_work_go_on() {
    var number = desk.wristband().number();
    accepted(number, new Command.Claim(SHAO));
    var question =
        new Command.Pause(
            SHAO,
            PauseKind.PENDING_USER,
            "标签纸是哪一种？",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(accepted(number, question).status()).isEqualTo(Status.PENDING_USER);
    assertThat(accepted(number, new Command.Note(SUN, "宽的那种", false, List.of())).status())
        .isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void waiting_for_a_vendor_needs_the_vendors_name() {
    var number = desk.wristband().number();
    accepted(number, new Command.Claim(SHAO));

    assertThat(
            refused(
                number,
                new Command.Pause(
                    SHAO,
                    PauseKind.PENDING_VENDOR,
                    "主板返修",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())))
        .isEqualTo(Refusal.VENDOR_MISSING);
  }

  @Test
  void what_comes_back_within_seven_days_is_reopened_and_a_second_later_is_not() {
    var number = desk.wristband().number();
    accepted(number, new Command.Claim(SHAO));
    accepted(number, new Command.Resolve(SHAO, "更换走纸胶辊", Optional.empty(), Cause.HARDWARE));
    var resolved = desk.clock.instant();

    desk.clock.advance(Duration.ofDays(7));
    assertThat(accepted(number, new Command.Reopen(SUN, "又不走纸了")).status())
        .isEqualTo(Status.IN_PROGRESS);
    accepted(number, new Command.Resolve(SHAO, "更换打印头", Optional.empty(), Cause.HARDWARE));
    desk.clock.advance(Duration.ofDays(7).plusSeconds(1));
    assertThat(refused(number, new Command.Reopen(SUN, "又不走纸了")))
        .isEqualTo(Refusal.REOPEN_TOO_LATE);
    assertThat(resolved).isBefore(desk.clock.instant());
  }

  @Test
  void nobody_rates_their_own_work_nor_twice_nor_after_three_days() {
    var own = desk.tickets.open(desk.report(SHAO, Priority.P3)).number();
    accepted(own, new Command.Claim(SHAO));
    accepted(own, new Command.Resolve(SHAO, "自己修好了", Optional.empty(), Cause.HARDWARE));
    assertThat(refused(own, new Command.Rate(SHAO, 5, List.of(), ""))).isEqualTo(Refusal.OWN_WORK);
    assertThat(refused(own, new Command.Confirm(SHAO))).isEqualTo(Refusal.OWN_WORK);

    var number = desk.wristband().number();
    accepted(number, new Command.Claim(SHAO));
    accepted(number, new Command.Resolve(SHAO, "更换走纸胶辊", Optional.empty(), Cause.HARDWARE));
    accepted(number, new Command.Rate(SUN, 1, List.of(), ""));
    accepted(number, new Command.Rate(SUN, 1, List.of(RatingReason.SLOW), "等了一上午"));
    assertThat(refused(number, new Command.Rate(SUN, 5, List.of(), "")))
        .isEqualTo(Refusal.ALREADY_RATED);

    var late = desk.wristband().number();
    accepted(late, new Command.Claim(SHAO));
    accepted(late, new Command.Resolve(SHAO, "更换走纸胶辊", Optional.empty(), Cause.HARDWARE));
    desk.clock.advance(Duration.ofDays(3).plusSeconds(1));
    assertThat(refused(late, new Command.Rate(SUN, 5, List.of(), "")))
        .isEqualTo(Refusal.RATING_TOO_LATE);
  }

  @Test
  void merged_tickets_follow_the_rules_of_parents_and_children() {
    var parent = desk.wristband().number();
    var child = desk.wristband().number();
    var other = desk.wristband().number();
    accepted(child, new Command.Claim(SHAO));

    assertThat(refused(child, new Command.Merge(SHAO, parent))).isEqualTo(Refusal.NOT_ALLOWED);
    assertThat(refused(child, new Command.Merge(YE, child))).isEqualTo(Refusal.SAME_TICKET);
    accepted(child, new Command.Merge(YE, parent));
    assertThat(refused(child, new Command.Merge(YE, other))).isEqualTo(Refusal.ALREADY_OVER);
    assertThat(refused(other, new Command.Merge(YE, child))).isEqualTo(Refusal.PARENT_IS_CHILD);
    assertThat(refused(parent, new Command.Merge(YE, other))).isEqualTo(Refusal.HAS_CHILDREN);
    assertThat(accepted(child, new Command.Unmerge(YE)).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void an_engineer_moves_a_priority_one_step_and_a_dispatcher_freely() {
    var number = desk.wristband().number();
    accepted(number, new Command.Claim(SHAO));

    assertThat(refused(number, new Command.ChangePriority(SHAO, Priority.P1, "抢救中")))
        .isEqualTo(Refusal.STEP_TOO_BIG);
    assertThat(accepted(number, new Command.ChangePriority(SHAO, Priority.P2, "抢救中")).priority())
        .isEqualTo(Priority.P2);
    assertThat(accepted(number, new Command.ChangePriority(YE, Priority.P4, "有备用机")).priority())
        .isEqualTo(Priority.P4);
  }

  @Test
  void the_reporter_cancels_before_work_starts_but_not_after() {
    var early = desk.wristband().number();
    assertThat(accepted(early, new Command.Cancel(SUN, CancelReason.SELF_RESOLVED, "")).status())
        .isEqualTo(Status.CANCELLED);

    var late = desk.wristband().number();
    accepted(late, new Command.Claim(SHAO));
    assertThat(refused(late, new Command.Cancel(SUN, CancelReason.SELF_RESOLVED, "")))
        .isEqualTo(Refusal.NOT_NOW);
  }

  @Test
  void a_stale_version_is_refused() {
    var ticket = desk.wristband();
    accepted(ticket.number(), new Command.Nudge(SUN));

    var answer =
        desk.database.inTransaction(
            tx ->
                desk.tickets.handle(
                    tx, ticket.number(), ticket.version(), new Command.Claim(SHAO)));

    assertThat(answer).isInstanceOf(Refused.class);
    assertThat(((Refused) answer).why()).isEqualTo(Refusal.STALE);
  }

  @Test
  void a_ticket_nobody_has_ever_seen_is_an_error_not_a_refusal() {
    assertThatThrownBy(() -> desk.tickets.handle(new TicketNumber(999_999), new Command.Nudge(SUN)))
        .isInstanceOf(NoSuchTicket.class);
  }

  @Test
  void the_row_is_the_fold_of_its_events() {
    var number = desk.wristband().number();
    accepted(number, new Command.Claim(SHAO));
    accepted(number, new Command.Release(SHAO, "要去手术室"));
    accepted(number, new Command.Assign(SHEN, GONG));
    accepted(number, new Command.Claim(GONG));
    accepted(number, new Command.Nudge(SUN));
    accepted(number, new Command.ChangeCategory(GONG, DeskFixture.category("printer.label.tube")));
    accepted(number, new Command.Resolve(GONG, "清洁传感器", Optional.empty(), Cause.HARDWARE));
    accepted(number, new Command.Rate(SUN, 3, List.of(), ""));

    assertThat(desk.tickets.rebuilt(desk.database.pool(), number))
        .isEqualTo(desk.tickets.find(number).orElseThrow());
  }

  private static Ticket accepted(TicketNumber number, Command command) {
    var decision = desk.tickets.handle(number, command);
    assertThat(decision).isInstanceOf(Accepted.class);
    return decision.ticket();
  }

  private static Refusal refused(TicketNumber number, Command command) {
    var decision = desk.tickets.handle(number, command);
    assertThat(decision).isInstanceOf(Refused.class);
    return ((Refused) decision).why();
  }

  private static List<TicketEvent> history(Ticket ticket) {
    return desk.tickets.history(desk.database.pool(), ticket.number());
  }

  private static List<String> types(Ticket ticket) {
    return history(ticket).stream().map(event -> event.what().type()).toList();
  }
}
