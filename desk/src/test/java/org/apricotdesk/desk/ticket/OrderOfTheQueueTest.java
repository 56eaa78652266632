package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.PersonId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Thousands of open tickets: how the database reads the queue.
///
/// Of a few hundred it takes all and puts them in order, which is as good.
class OrderOfTheQueueTest {
  private static final String COPIES =
      """
      INSERT INTO desk.ticket
      SELECT (jsonb_populate_record(t, jsonb_build_object('number', 10000 + n,
               'status', CASE n % 3 WHEN 0 THEN 'new' WHEN 1 THEN 'pending_user'
                              ELSE 'closed' END,
               'response_due_at', t.created_at + make_interval(mins => n % 600),
               'resolution_due_at', CASE WHEN n % 5 > 0
                 THEN t.created_at + make_interval(hours => n % 600) END))).*
        FROM desk.ticket t, generate_series(1, 12000) n
       WHERE t.number = $1
      """;
  private static final Set<Status> UNCLAIMED = Set.of(Status.NEW, Status.ASSIGNED);
  private static final Set<Status> WAITING =
      Set.of(Status.PENDING_USER, Status.PENDING_VENDOR, Status.PENDING_APPROVAL, Status.SCHEDULED);

  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static DeskFixture desk;

  @BeforeAll
  static void thousands() {
    desk = new DeskFixture(db);
    var one = desk.wristband().number().value();
    desk.database.pool().preparedQuery(COPIES).execute(Tuple.of(one)).await();
    desk.database.pool().query("ANALYZE desk.ticket").execute().await();
  }

  @Test
  void a_page_of_a_lane_is_read_by_the_index_that_has_its_order() {
    for (var who : List.of(SHAO, YE, SHEN)) {
      var first = Optional.<QueuePlace>empty();
      var later =
          Optional.of(new QueuePlace(Optional.of(desk.clock.instant()), new TicketNumber(10_300)));
      for (var after : List.of(first, later)) {
        assertThat(plan(who, UNCLAIMED, after))
            .contains("Index Scan using ticket_unclaimed_by_promise")
            .doesNotContain("Sort", "Seq Scan");
        assertThat(plan(who, WAITING, after))
            .contains("Index Scan using ticket_waiting_by_promise")
            .doesNotContain("Sort", "Seq Scan");
      }
      assertThat(plan(who, WAITING, later)).contains("Index Cond: (ROW(");
    }
  }

  @Test
  void what_waits_longest_is_read_by_the_index_of_what_nobody_has_taken() {
    for (var who : List.of(YE, SHEN))
      assertThat(plan(conditions(who, UNCLAIMED), "number LIMIT 8"))
          .contains("Index Scan using ticket_unclaimed on")
          .doesNotContain("Sort", "Seq Scan");
  }

  private static Conditions conditions(PersonId who, Set<Status> statuses) {
    var scope = desk.access.scope(desk.people.find(who).orElseThrow());
    return Conditions.of(scope, TicketFilter.EVERYTHING.in(statuses));
  }

  private static String plan(PersonId who, Set<Status> statuses, Optional<QueuePlace> after) {
    var conditions = conditions(who, statuses);
    after.ifPresent(conditions::behind);
    return plan(conditions, TicketStore.DUE_NOW + ", number LIMIT 51");
  }

  private static String plan(Conditions conditions, String order) {
    var query =
        "EXPLAIN SELECT %s FROM desk.ticket WHERE %s ORDER BY %s"
            .formatted(TicketRow.COLUMNS, conditions.where(), order);
    return desk.database.pool().preparedQuery(query).execute(conditions.values()).await().stream()
        .map(row -> row.getString(0))
        .collect(Collectors.joining("\n"));
  }
}
