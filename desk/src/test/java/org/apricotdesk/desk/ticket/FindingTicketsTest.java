package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.WRISTBAND;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Priority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FindingTicketsTest {
  private static final PersonId NURSE_OF_ANOTHER_WARD = new PersonId("caoyun");

  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static DeskFixture desk;
  private static final List<Ticket> filed = new ArrayList<>();

  @BeforeAll
  static void fileSomeTickets() {
    desk = new DeskFixture(db);
    for (var i = 0; i < 5; i++) filed.add(desk.wristband());
    filed.add(desk.tickets.open(desk.report(NURSE_OF_ANOTHER_WARD, Priority.P2)));
    filed.add(desk.tickets.open(desk.report(new PersonId("luhaiyan"), Priority.P4)));
    desk.tickets.handle(filed.get(0).number(), new Command.Claim(SHAO));
  }

  @Test
  void pages_follow_one_another_without_gap_or_repeat() {
    var seen = new ArrayList<TicketNumber>();
    var before = Optional.<TicketNumber>empty();
    while (true) {
      var page = desk.tickets.list(person(SHEN), TicketFilter.EVERYTHING, before, 2);
      if (page.isEmpty()) break;
      page.forEach(ticket -> seen.add(ticket.number()));
      before = Optional.of(page.getLast().number());
    }

    assertThat(seen)
        .containsExactlyElementsOf(filed.reversed().stream().map(Ticket::number).toList());
  }

  @Test
  void chinese_words_are_found_where_they_stand_in_a_row() {
    assertThat(found("走纸")).hasSize(7);
    assertThat(found("打印机不走")).hasSize(7);
    assertThat(found("纸走")).isEmpty();
    assertThat(found("his 红灯")).hasSize(7);
    assertThat(found("HIS能")).as("spaces do not part words").hasSize(7);
    assertThat(found("灯")).hasSize(7);
    assertThat(found("%")).isEmpty();
    assertThat(found("' | 'a")).isEmpty();
  }

  @Test
  void a_number_finds_its_ticket() {
    var number = filed.get(3).number();

    assertThat(found("#" + number.value())).extracting(Ticket::number).containsExactly(number);
  }

  @Test
  void list_search_and_count_show_everybody_exactly_what_they_may_read() {
    for (var who : List.of(SUN, NURSE_OF_ANOTHER_WARD, SHAO, YE, SHEN, new PersonId("linxiaoyu"))) {
      var viewer = person(who);
      var readable =
          filed.stream()
              .map(ticket -> desk.tickets.find(ticket.number()).orElseThrow())
              .filter(ticket -> desk.tickets.find(viewer, ticket.number()).isPresent())
              .map(Ticket::number)
              .toList();
      var listed =
          desk.tickets.list(viewer, TicketFilter.EVERYTHING, Optional.empty(), 50).stream()
              .map(Ticket::number)
              .toList();

      assertThat(listed).as("list of " + who).containsExactlyInAnyOrderElementsOf(readable);
      assertThat(desk.tickets.count(viewer, TicketFilter.EVERYTHING)).isEqualTo(readable.size());
    }
    assertThat(desk.tickets.count(person(NURSE_OF_ANOTHER_WARD), TicketFilter.EVERYTHING))
        .isEqualTo(1);
    assertThat(desk.tickets.find(person(SUN), filed.get(5).number())).isEmpty();
  }

  @Test
  void filters_narrow_the_list() {
    assertThat(
            desk.tickets.list(
                person(SHEN),
                TicketFilter.EVERYTHING.in(Set.of(Status.IN_PROGRESS)),
                Optional.empty(),
                50))
        .hasSize(1);
  }

  @Test
  void the_same_trouble_is_known_of_its_reporter_and_of_its_place() {
    var now = desk.clock.instant();
    var since = now.minus(TicketDesk.SAME_TROUBLE);

    assertThat(like(SUN, Optional.empty(), since)).isNotEmpty();
    assertThat(like(SHAO, Optional.empty(), since)).isEmpty();
    var place = like(SUN, Optional.empty(), since).getFirst().report().place().department();
    assertThat(place).isPresent();
    assertThat(like(SHAO, place, since)).isEqualTo(like(SUN, place, since));
    assertThat(like(SUN, place, now.plus(Duration.ofMinutes(1)))).isEmpty();
  }

  private static List<Ticket> like(PersonId who, Optional<DepartmentId> where, Instant since) {
    var alike = new Alike(WRISTBAND, who, where, Optional.empty(), since);
    return desk.tickets.openLike(desk.database.pool(), alike);
  }

  private static List<Ticket> found(String text) {
    return desk.tickets.list(
        person(SHEN), TicketFilter.EVERYTHING.containing(text), Optional.empty(), 50);
  }

  private static Person person(PersonId id) {
    return desk.people.find(id).orElseThrow();
  }
}
