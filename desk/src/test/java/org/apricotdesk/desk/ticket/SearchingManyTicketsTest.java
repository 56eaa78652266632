package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Words that thousands of tickets have: the search goes back from the newest in stretches.
class SearchingManyTicketsTest {
  private static final String COPIES =
      """
      INSERT INTO desk.ticket
      SELECT (jsonb_populate_record(t, jsonb_build_object('number', 2000 + n * 70, 'status', 'closed',
               'requester', CASE WHEN n % 3 = 0 THEN 'caoyun' ELSE t.requester END,
               'team', CASE WHEN n % 5 = 0 THEN 'elsewhere' ELSE t.team END))).*
        FROM desk.ticket t, generate_series(1, 2400) n
       WHERE t.number = $1
      """;

  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static DeskFixture desk;

  @BeforeAll
  static void thousands() {
    desk = new DeskFixture(db);
    var one = desk.wristband().number().value();
    desk.database.pool().preparedQuery(COPIES).execute(Tuple.of(one)).await();
  }

  @Test
  void everybody_finds_page_by_page_exactly_what_they_may_read() {
    var filter = TicketFilter.EVERYTHING.containing("打印机");
    for (var who : List.of(SUN, SHAO, YE, SHEN, new PersonId("caoyun"))) {
      var viewer = desk.people.find(who).orElseThrow();
      var found = pages(viewer, filter);

      assertThat(found).as(who.value()).doesNotHaveDuplicates();
      assertThat(found).isSortedAccordingTo(Comparator.<Long>naturalOrder().reversed());
      assertThat((long) found.size()).as(who.value()).isEqualTo(desk.tickets.count(viewer, filter));
    }
  }

  private static List<Long> pages(Person viewer, TicketFilter filter) {
    var found = new ArrayList<Long>();
    var before = Optional.<TicketNumber>empty();
    while (true) {
      var page = desk.tickets.list(viewer, filter, before, 400);
      page.forEach(ticket -> found.add(ticket.number().value()));
      if (page.size() < 400) return found;
      before = Optional.of(page.getLast().number());
    }
  }
}
