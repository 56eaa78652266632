package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.target.Priority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkingTicketsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static DeskFixture desk;

  @BeforeAll
  static void open() {
    desk = new DeskFixture(db);
  }

  @Test
  void linked_tickets_show_each_other_and_stay_what_they_are() {
    var one = desk.wristband().number();
    var other = desk.wristband().number();
    assertThat(link(YE, one, other)).isInstanceOf(Decision.Accepted.class);

    assertThat(linked(YE, one)).containsExactly(other);
    assertThat(linked(YE, other)).containsExactly(one);
    assertThat(desk.tickets.find(one).orElseThrow().status()).isEqualTo(Status.NEW);
    assertThat(refusal(link(YE, other, one))).isEqualTo(Refusal.ALREADY_LINKED);

    desk.tickets.handle(other, new Command.Unlink(YE, one));
    assertThat(linked(YE, one)).isEmpty();
    assertThat(linked(YE, other)).isEmpty();
    assertThat(desk.tickets.isTrue(one)).isTrue();
  }

  /// Flaws 8, 9 and 17: a link neither needs less than the right on both tickets, nor gives any.
  @Test
  void a_link_needs_the_right_on_both_tickets_and_gives_none() {
    var visible = desk.wristband().number();
    desk.tickets.handle(visible, new Command.Claim(SHAO));
    var foreign = desk.tickets.open(desk.report(new PersonId("caoyun"), Priority.P3)).number();
    var stranger = engineerOfAnotherTeam();
    desk.tickets.handle(foreign, new Command.Claim(SHAO));

    assertThat(refusal(link(stranger.id(), visible, foreign))).isEqualTo(Refusal.NOT_ALLOWED);
    var own = desk.wristband().number();
    desk.tickets.handle(own, new Command.Assign(SHEN, stranger.id()));
    assertThat(refusal(link(stranger.id(), own, foreign))).isEqualTo(Refusal.UNKNOWN_OTHER);
    assertThat(refusal(link(stranger.id(), own, new TicketNumber(999_999))))
        .isEqualTo(Refusal.UNKNOWN_OTHER);
    assertThat(refusal(link(SUN, visible, own))).isEqualTo(Refusal.NOT_ALLOWED);

    link(SHEN, own, foreign);
    assertThat(linked(stranger.id(), own)).isEmpty();
    assertThat(desk.tickets.find(stranger, foreign)).isEmpty();
    var reporter = desk.people.find(SUN).orElseThrow();
    assertThat(desk.tickets.history(reporter, desk.tickets.find(own).orElseThrow()))
        .noneMatch(event -> event.what() instanceof TicketEvent.What.Linked);
  }

  @Test
  void a_ticket_is_merged_only_into_one_that_its_merger_may_merge_too() {
    var dispatcher = desk.people.find(YE).orElseThrow();
    assertThat(dispatcher.is(Role.DISPATCHER)).isTrue();
    var lead =
        desk.people.having(Role.TEAM_LEAD).stream()
            .filter(one -> !one.is(Role.DISPATCHER) && !one.is(Role.DIRECTOR))
            .filter(one -> !one.team().equals(desk.people.find(SHAO).orElseThrow().team()))
            .findFirst()
            .orElseThrow();
    var parent = desk.wristband().number();
    desk.tickets.handle(parent, new Command.Claim(SHAO));
    var child = desk.wristband().number();
    desk.tickets.handle(
        child,
        new Command.Transfer(
            SHEN, new Receiver.Pool(lead.team().orElseThrow(), java.util.Optional.empty()), "归你们"));

    var decision = desk.tickets.handle(child, new Command.Merge(lead.id(), parent));

    assertThat(refusal(decision)).isEqualTo(Refusal.UNKNOWN_PARENT);
  }

  @Test
  void two_people_linking_from_both_ends_at_once_make_one_link() throws Exception {
    var one = desk.wristband().number();
    var other = desk.wristband().number();
    Callable<Decision> there = () -> link(YE, one, other);
    Callable<Decision> back = () -> link(SHEN, other, one);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var decisions = threads.invokeAll(List.of(there, back, there, back));
      var accepted = 0;
      for (var decision : decisions) if (decision.get() instanceof Decision.Accepted) accepted++;
      assertThat(accepted).isEqualTo(1);
    }
    assertThat(linked(YE, one)).containsExactly(other);
  }

  private static Person engineerOfAnotherTeam() {
    var team = desk.people.find(SHAO).orElseThrow().team();
    return desk.people.having(Role.ENGINEER).stream()
        .filter(one -> !one.team().equals(team) && !one.is(Role.DISPATCHER))
        .filter(one -> !one.is(Role.TEAM_LEAD))
        .filter(one -> one.campusScope().contains(desk.people.campuses().getFirst().id()))
        .findFirst()
        .orElseThrow();
  }

  private static Decision link(PersonId by, TicketNumber one, TicketNumber other) {
    return desk.tickets.handle(one, new Command.Link(by, other));
  }

  private static List<TicketNumber> linked(PersonId viewer, TicketNumber number) {
    var person = desk.people.find(viewer).orElseThrow();
    return desk.tickets.linkedWith(person, number).stream().map(Ticket::number).toList();
  }

  private static Refusal refusal(Decision decision) {
    return ((Decision.Refused) decision).why();
  }
}
