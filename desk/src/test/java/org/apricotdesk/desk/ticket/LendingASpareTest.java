package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketEvent.What;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LendingASpareTest {
  private static final Duration USUAL = Duration.ofDays(14);

  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static DeskFixture desk;
  private TicketNumber number = new TicketNumber(1);
  private Instant due = Instant.EPOCH;

  @BeforeAll
  static void open() {
    desk = new DeskFixture(db);
  }

  @BeforeEach
  void anEngineerHasATicket() {
    number = desk.wristband().number();
    desk.tickets.handle(number, new Command.Claim(SHAO));
    due = desk.clock.instant().plus(USUAL);
  }

  @Test
  void a_spare_is_lent_once_and_comes_back() {
    assertThat(lend(SHAO, "SP-0012")).isInstanceOf(Decision.Accepted.class);
    assertThat(refusal(lend(SHAO, "SP-0012"))).isEqualTo(Refusal.ASSET_OUT);
    assertThat(out()).extracting(Loan::asset).contains("SP-0012");

    resolved();
    var back = desk.tickets.handle(number, new Command.TakeBack(GONG, "SP-0012", "完好"));
    assertThat(back).as("also when the ticket is over").isInstanceOf(Decision.Accepted.class);
    assertThat(out()).extracting(Loan::asset).doesNotContain("SP-0012");
    assertThat(desk.tickets.isTrue(number)).isTrue();
    assertThat(refusal(lend(SHAO, "SP-0013"))).isEqualTo(Refusal.ALREADY_OVER);
  }

  @Test
  void of_many_who_lend_the_same_spare_at_once_one_does_and_the_others_are_told() throws Exception {
    var numbers = Stream.generate(() -> desk.wristband().number()).limit(8).toList();
    numbers.forEach(one -> desk.tickets.handle(one, new Command.Claim(SHAO)));
    var tries = new ArrayList<Callable<Decision>>();
    for (var one : numbers)
      tries.add(
          () ->
              desk.tickets.handle(
                  one, new Command.Lend(SHAO, "SP-0050", due, "", Optional.empty())));
    var decisions = new ArrayList<Decision>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : threads.invokeAll(tries)) decisions.add(each.get());
    }
    assertThat(decisions).filteredOn(one -> one instanceof Decision.Accepted).hasSize(1);
    assertThat(decisions)
        .filteredOn(one -> one instanceof Decision.Refused)
        .hasSize(7)
        .allMatch(one -> refusal(one) == Refusal.ASSET_OUT);
  }

  @Test
  void it_is_extended_once_and_not_for_ever() {
    lend(SHAO, "SP-0020");
    assertThat(refusal(extend("SP-0020", due.plus(Duration.ofDays(60)))))
        .isEqualTo(Refusal.LOAN_TOO_LONG);
    assertThat(extend("SP-0020", due.plus(USUAL))).isInstanceOf(Decision.Accepted.class);
    assertThat(refusal(extend("SP-0020", due.plus(USUAL).plus(USUAL))))
        .isEqualTo(Refusal.EXTENDED_ALREADY);
    assertThat(refusal(extend("SP-0099", due))).isEqualTo(Refusal.NOT_LENT);
  }

  @Test
  void only_who_works_on_the_ticket_lends_for_it() {
    assertThat(refusal(lend(GONG, "SP-0030"))).isEqualTo(Refusal.NOT_YOURS);
    assertThat(refusal(lend(SUN, "SP-0030"))).isEqualTo(Refusal.NOT_ALLOWED);
    assertThat(lend(YE, "SP-0030")).isInstanceOf(Decision.Accepted.class);
    assertThat(refusal(lend(YE, " "))).isEqualTo(Refusal.ASSET_MISSING);
    var byHand = desk.tickets.handle(number, new Command.RemindOfLoan(YE, "SP-0030", due));
    assertThat(refusal(byHand)).isEqualTo(Refusal.NOT_ALLOWED);
  }

  @Test
  void two_days_before_and_on_the_day_everybody_is_reminded_once() {
    lend(SHAO, "SP-0040");
    remind();
    assertThat(reminders()).isZero();

    desk.clock.advance(USUAL.minusDays(2));
    remind();
    remind();
    assertThat(reminders()).isEqualTo(1);

    desk.clock.advance(Duration.ofDays(2));
    remind();
    remind();
    assertThat(reminders()).isEqualTo(2);
    assertThat(out().stream().filter(loan -> loan.asset().equals("SP-0040")))
        .allMatch(loan -> loan.isOverdue(desk.clock.instant()));
  }

  @Test
  void
      a_spare_that_does_all_the_work_counts_as_restored_and_the_repair_goes_on_in_the_same_hands() {
    var asked = desk.clock.instant();
    desk.clock.advance(Duration.ofMinutes(30));
    var instead = new Command.Instead("已借备用机，可正常使用", "维修：腕带打印机");
    var lend = new Command.Lend(SHAO, "SP-0060", due, "", Optional.of(instead));

    assertThat(desk.tickets.handle(number, lend)).isInstanceOf(Decision.Accepted.class);

    var fault = desk.tickets.find(number).orElseThrow();
    assertThat(fault.status()).isEqualTo(Status.RESOLVED);
    assertThat(fault.resolution().met()).contains(true);
    assertThat(fault.times().resolved()).contains(asked.plus(Duration.ofMinutes(30)));
    var repair = desk.tickets.linkedWith(desk.people.find(SHAO).orElseThrow(), number).getFirst();
    assertThat(repair.report().title()).isEqualTo("维修：腕带打印机");
    assertThat(repair.kind()).isEqualTo(TicketKind.REQUEST);
    assertThat(repair.status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(repair.assignee()).contains(SHAO);
    assertThat(repair.requester()).isEqualTo(SUN);
    assertThat(desk.tickets.isTrue(number) && desk.tickets.isTrue(repair.number())).isTrue();
  }

  @Test
  void what_cannot_be_resolved_is_not_lent_for_either() {
    var instead = new Command.Instead("好了", "维修：腕带打印机");
    var lend = new Command.Lend(SHAO, "SP-0061", due, "", Optional.of(instead));

    assertThat(refusal(desk.tickets.handle(number, lend))).isEqualTo(Refusal.SOLUTION_TOO_SHORT);

    assertThat(out()).extracting(Loan::asset).doesNotContain("SP-0061");
  }

  private void resolved() {
    desk.tickets.handle(
        number, new Command.Resolve(SHAO, "换了打印头并测试", Optional.empty(), Cause.HARDWARE));
  }

  private static void remind() {
    desk.tickets.remindOfLoans(100);
  }

  private long reminders() {
    return desk.tickets.history(desk.database.pool(), number).stream()
        .filter(event -> event.what() instanceof What.LoanDue)
        .count();
  }

  private Decision lend(PersonId by, String asset) {
    var lend = new Command.Lend(by, asset, due, "带电源线", Optional.empty());
    return desk.tickets.handle(number, lend);
  }

  private Decision extend(String asset, Instant until) {
    return desk.tickets.handle(number, new Command.ExtendLoan(SHAO, asset, until));
  }

  private static List<Loan> out() {
    var campus = desk.people.find(SUN).orElseThrow().campus();
    return desk.tickets.loansOut(Set.of(campus), 50);
  }

  private static Refusal refusal(Decision decision) {
    return ((Decision.Refused) decision).why();
  }
}
