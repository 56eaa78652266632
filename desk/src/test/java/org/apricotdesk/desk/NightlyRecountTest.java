package org.apricotdesk.desk;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.target.CalendarImport;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Decision;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What stands in the rows is what the events make of it, and a night finds out if not.
class NightlyRecountTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private DeskFixture desk;
  private TicketNumber closed;
  private TicketNumber open;

  @BeforeEach
  void twoTickets() {
    db.database()
        .pool()
        .query(
            """
            TRUNCATE desk.ticket, desk.event, desk.calendar, desk.ticket_fact, desk.figure,
                     desk.figure_time CASCADE
            """)
        .execute()
        .await();
    desk = new DeskFixture(db);
    assertThat(load(SampleHospital.calendar())).isTrue();
    closed = desk.wristband().number();
    done(closed, new Command.Claim(SHAO));
    desk.clock.advance(Duration.ofHours(26));
    done(closed, new Command.Resolve(SHAO, "更换走纸胶辊", Optional.empty(), Cause.HARDWARE));
    done(closed, new Command.Confirm(SUN));
    open = desk.wristband().number();
    done(open, new Command.Claim(SHAO));
  }

  @Test
  void tomorrows_calendar_changes_no_closed_ticket_and_every_open_one() {
    var before = desk.tickets.find(closed).orElseThrow();
    var due = desk.tickets.find(open).orElseThrow().resolution().due();
    desk.clock.advance(Duration.ofHours(1));

    assertThat(load(withoutWednesday())).isTrue();
    desk.tickets.measureAnew();

    assertThat(desk.tickets.find(closed)).contains(before);
    assertThat(desk.tickets.isTrue(closed)).isTrue();
    assertThat(desk.tickets.find(open).orElseThrow().resolution().due())
        .contains(due.orElseThrow().plus(Duration.ofDays(1)));
    assertThat(desk.tickets.isTrue(open)).isTrue();
    done(closed, new Command.Rate(SUN, 5, List.of(), ""));
    assertThat(desk.tickets.find(closed).orElseThrow().resolution()).isEqualTo(before.resolution());
  }

  @Test
  void a_row_that_is_not_what_its_events_make_of_it_is_found_in_the_night() {
    var indicators = new Indicators(desk.database, desk.access, desk.calendars, desk.clock, ZONE);
    var recount =
        new NightlyRecount(
            desk.database,
            desk.tickets,
            indicators,
            new Audit(desk.database, desk.clock),
            desk.clock,
            ZONE);
    desk.clock.advance(Duration.ofHours(18));
    assertThat(recount.getAsInt()).isZero();
    assertThat(recount.getAsInt()).isZero();

    desk.database
        .pool()
        .query(
            "UPDATE desk.ticket SET resolution_met = NOT resolution_met WHERE number = "
                + closed.value())
        .execute()
        .await();
    desk.clock.advance(Duration.ofDays(1));

    assertThat(recount.getAsInt()).isEqualTo(2); // the row, and what figures had kept of it
    assertThat(recount.getAsInt()).isZero();
  }

  @Test
  void a_sum_that_is_not_what_its_tickets_add_up_to_is_found_in_the_night_and_put_right() {
    var indicators = new Indicators(desk.database, desk.access, desk.calendars, desk.clock, ZONE);
    var recount =
        new NightlyRecount(
            desk.database,
            desk.tickets,
            indicators,
            new Audit(desk.database, desk.clock),
            desk.clock,
            ZONE);
    countAll(indicators);
    run("UPDATE desk.figure SET counted = counted + 1 WHERE tally = 'opened' AND dimension = ''");
    run("DELETE FROM desk.figure_time WHERE dimension = 'team'");
    desk.clock.advance(Duration.ofHours(18));

    assertThat(recount.getAsInt()).isZero();
    assertThat(recount.getAsInt()).isEqualTo(2);
    assertThat(indicators.recount(LocalDate.of(2026, 3, 1))).isZero();
    assertThat(count("SELECT count(*) FROM desk.audit WHERE object = 'sums'")).isOne();
  }

  @Test
  void counting_everything_anew_makes_the_same_sums() {
    var indicators = new Indicators(desk.database, desk.access, desk.calendars, desk.clock, ZONE);
    countAll(indicators);
    done(open, new Command.Resolve(SHAO, "更换走纸胶辊", Optional.empty(), Cause.HARDWARE));
    done(open, new Command.Reopen(SUN, "还是不行"));
    countAll(indicators);
    var before = sums();
    indicators.rebuild();
    assertThat(sums()).isEqualTo(before).isNotEmpty();
  }

  @Test
  void much_that_happened_is_counted_a_little_at_a_time() {
    var indicators = new Indicators(desk.database, desk.access, desk.calendars, desk.clock, ZONE);
    countAll(indicators);
    for (var i = 0; i < 160; i++) desk.wristband(); // 320 events: opened, and somebody asked
    var before = sums();

    assertThat(indicators.countSome()).isTrue();
    var some = sums();
    assertThat(some).isNotEqualTo(before);
    countAll(indicators);
    assertThat(sums()).isNotEqualTo(some);
    var all = sums();
    indicators.rebuild();
    assertThat(sums()).isEqualTo(all);
  }

  private static void countAll(Indicators indicators) {
    var more = true;
    while (more) more = indicators.countSome();
  }

  private List<String> sums() {
    return db
        .database()
        .pool()
        .query("SELECT f::text AS sum FROM desk.figure f WHERE counted <> 0 ORDER BY 1")
        .execute()
        .await()
        .stream()
        .map(row -> row.getString("sum"))
        .toList();
  }

  private static void run(String statement) {
    db.database().pool().query(statement).execute().await();
  }

  private static long count(String query) {
    return db.database().pool().query(query).execute().await().iterator().next().getLong(0);
  }

  /// The sample year, with Wednesday the 18th of March off.
  private static String withoutWednesday() {
    return SampleHospital.calendar()
        .replaceFirst(
            "\"holidays\": \\[",
            "\"holidays\": [{\"name\": \"停电\", \"from\": \"2026-03-18\", \"to\": \"2026-03-18\"},")
        .replace("\"03\": 22", "\"03\": 21")
        .replace("\"total\": 248", "\"total\": 247");
  }

  private boolean load(String json) {
    return new CalendarImport(desk.database, desk.people, desk.calendars, desk.clock)
        .load(json)
        .stored();
  }

  private void done(TicketNumber number, Command command) {
    assertThat(desk.tickets.handle(number, command)).isInstanceOf(Decision.Accepted.class);
  }
}
