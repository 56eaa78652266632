package org.apricotdesk.desk.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.indicator.Fact.Outcome;
import org.apricotdesk.desk.indicator.Fact.Place;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Scope;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.target.Hours;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever mixture of sums and single tickets serves a viewer, it says what comes out if all
/// tickets are looked at one after the other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountingTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant BEGIN = day("2026-01-20");
  private static final Instant NOW = Instant.parse("2026-05-13T07:20:30.123456Z");
  private static final List<Period> PERIODS =
      List.of(
          period("2026-01-01", "2027-01-01"),
          period("2026-03-01", "2026-04-01"),
          period("2026-05-01", "2026-06-01"),
          period("2026-05-11", "2026-05-18"),
          period("2026-02-10", "2026-05-03"),
          new Period(Instant.parse("2026-02-26T03:17:00Z"), Instant.parse("2026-05-12T09:30:05Z")),
          new Period(Instant.parse("2026-03-03T01:00:00Z"), Instant.parse("2026-03-03T09:00:00Z")));
  private static final List<Scope> SCOPES =
      List.of(
          Scope.EVERYTHING,
          scope("p1", Set.of(), Optional.of("t1"), Set.of()),
          scope("p2", Set.of("d1", "d2"), Optional.of("t2"), Set.of()),
          scope("p1", Set.of(), Optional.empty(), Set.of("main")),
          scope("p3", Set.of("d3"), Optional.of("t1"), Set.of("main", "east")),
          scope("p4", Set.of(), Optional.empty(), Set.of()));

  private Calendars calendars;
  private List<Kept> all;

  @BeforeAll
  void tickets() {
    calendars = new Calendars(db.database(), ZONE);
    var random = new Random(20260513);
    all = LongStream.rangeClosed(1001, 1400).mapToObj(number -> ticket(number, random)).toList();
    var cells = new Cells(ZONE);
    all.forEach(cells::add);
    cells.store(db.database().pool());
    new FactStore(db.database().pool()).save(all);
  }

  @Test
  void everybody_gets_what_their_tickets_add_up_to() {
    for (var scope : SCOPES)
      for (var period : PERIODS) {
        holds(Part.of(scope), one -> sees(scope, one), period, Optional.empty());
        for (var by : Dimension.values())
          holds(Part.of(scope), one -> sees(scope, one), period, Optional.of(by));
      }
  }

  @Test
  void periods_read_together_are_what_they_are_one_by_one() {
    for (var scope : SCOPES)
      for (var by : Dimension.values()) {
        var asked = new Counting.Together(PERIODS, Optional.of(by));
        var sql = db.database().pool();
        var together = new Counting(sql, calendars, ZONE, Part.of(scope), NOW, asked);
        for (var period : PERIODS) {
          var alone = counting(Part.of(scope));
          assertThat(told(Map.of("", together.whole(period))))
              .isEqualTo(told(Map.of("", alone.whole(period))));
          assertThat(told(together.of(period, Optional.of(by), false)))
              .isEqualTo(told(alone.of(period, Optional.of(by), false)));
        }
      }
  }

  @Test
  void all_campuses_together_are_the_hospital() {
    var campuses = scope("p5", Set.of(), Optional.empty(), Set.of("main", "east", "river"));
    for (var period : PERIODS) {
      var added = counting(Part.of(campuses));
      var whole = counting(Part.of(Scope.EVERYTHING));
      assertThat(told(Map.of("", added.whole(period))))
          .isEqualTo(told(Map.of("", whole.whole(period))));
      for (var by : Dimension.values())
        assertThat(told(added.of(period, Optional.of(by), true)))
            .as(period + " " + by)
            .isEqualTo(told(whole.of(period, Optional.of(by), true)));
    }
    var sums = new CellStore(db.database().pool());
    assertThat(sums.areAll(campuses.campuses())).isTrue();
    assertThat(sums.areAll(Set.of(new CampusId("main"), new CampusId("river")))).isFalse();
  }

  @Test
  void an_engineer_gets_what_is_or_was_last_in_their_hands() {
    for (var period : PERIODS)
      holds(
          Part.of(new PersonId("p2")),
          one -> one.place().assignee().equals("p2"),
          period,
          Optional.empty());
  }

  @Test
  void what_happened_when_is_told_alike_from_sums_and_from_tickets() {
    for (var scope : SCOPES)
      for (var period : PERIODS) {
        var flow = new Flow(db.database().pool(), counting(Part.of(scope)), period, ZONE);
        var seen = all.stream().filter(one -> sees(scope, one)).toList();
        var opened = marks(seen, Tally.OPENED, period);
        assertThat(total(flow.opened(true))).isEqualTo(opened).isEqualTo(total(flow.opened(false)));
        assertThat(total(flow.solved(true)))
            .isEqualTo(marks(seen, Tally.SOLVED, period))
            .isEqualTo(total(flow.solved(false)));
        assertThat(flow.heat().values().stream().flatMapToLong(LongStream::of).sum())
            .isEqualTo(opened);
      }
  }

  @Test
  void a_wrong_sum_of_a_day_is_found_and_put_right() {
    var wrong =
        """
        UPDATE desk.figure SET counted = counted + 1
         WHERE dimension IN ('day/', 'day/campus') AND first_day BETWEEN '2026-04-10' AND '2026-04-11'
           AND tally = 'opened' AND key IN ('', 'east')
        """;
    var changed = db.database().pool().query(wrong).execute().await().rowCount();
    var april = new Cells(ZONE);
    all.forEach(april::add);
    var store = new CellStore(db.database().pool());
    assertThat(changed).isPositive();
    assertThat(store.correct(LocalDate.parse("2026-04-01"), april, ZONE)).isEqualTo(changed);
    assertThat(store.correct(LocalDate.parse("2026-04-01"), april, ZONE)).isZero();
  }

  @Test
  void what_is_kept_is_read_as_it_was_written() {
    var numbers = all.stream().map(Kept::number).toList();
    assertThat(new FactStore(db.database().pool()).of(numbers))
        .containsExactlyInAnyOrderElementsOf(all);
  }

  private void holds(Part part, Predicate<Kept> sees, Period period, Optional<Dimension> by) {
    var counting = counting(part);
    var expected = new TreeMap<String, Sums>();
    for (var one : all)
      if (sees.test(one))
        for (var mark : marks(one, period, counting.asOf(period)))
          expected
              .computeIfAbsent(by.map(d -> d.key(one, ZONE)).orElse(""), _ -> new Sums())
              .add(mark);
    assertThat(told(counting.of(period, by, true)))
        .as(part + " " + period + " " + by)
        .isEqualTo(told(expected));
  }

  /// All that a ticket counts for, by the words of its record.
  private List<Mark> marks(Kept one, Period period, Instant asOf) {
    var marks = new ArrayList<>(one.marks());
    marks.removeIf(mark -> !period.holds(mark.at()));
    for (var pending : one.pending())
      if (pending.due().isBefore(asOf)
          && one.created().isBefore(period.to())
          && (pending.tally() == Tally.OVERDUE || period.holds(pending.due())))
        marks.add(Mark.of(pending.tally(), pending.due(), false));
    one.waiting()
        .filter(_ -> period.holds(one.created()))
        .ifPresent(
            clock -> {
              var hours =
                  clock.equals("business")
                      ? calendars.of(new CampusId(one.place().campus()))
                      : Hours.AROUND_THE_CLOCK;
              var used = hours.elapsed(one.created(), asOf);
              marks.add(new Mark(Tally.ANSWER_TIME, one.created(), false, used));
            });
    return marks;
  }

  /// Counts, hits and three ranks of the times, by slice and tally, without what is empty.
  private static Map<String, Map<Tally, String>> told(Map<String, Sums> sums) {
    var told = new TreeMap<String, Map<Tally, String>>();
    sums.forEach(
        (slice, some) -> {
          var lines = new EnumMap<Tally, String>(Tally.class);
          for (var tally : Tally.values()) {
            var sum = some.of(tally);
            var times = some.times(tally);
            if (sum.counted() > 0)
              lines.put(
                  tally,
                  sum.counted()
                      + " "
                      + sum.hits()
                      + " "
                      + Stream.of(50, 90, 95).map(times::percentile).toList());
          }
          if (!lines.isEmpty()) told.put(slice, lines);
        });
    return told;
  }

  private static long marks(List<Kept> some, Tally tally, Period period) {
    return some.stream()
        .flatMap(one -> one.marks().stream())
        .filter(mark -> mark.tally() == tally && period.holds(mark.at()))
        .count();
  }

  private static long total(Map<String, Long> steps) {
    return steps.values().stream().mapToLong(Long::longValue).sum();
  }

  private Counting counting(Part part) {
    return new Counting(db.database().pool(), calendars, ZONE, part, NOW);
  }

  private static boolean sees(Scope scope, Kept one) {
    var place = one.place();
    return scope.everything()
        || scope.self().value().equals(one.requester())
        || scope.self().value().equals(place.assignee())
        || scope.departments().stream().anyMatch(id -> id.value().equals(place.department()))
        || scope.team().filter(id -> id.value().equals(place.team())).isPresent()
        || scope.campuses().stream().anyMatch(id -> id.value().equals(place.campus()));
  }

  private static Kept ticket(long number, Random random) {
    var created = BEGIN.plusSeconds(random.nextLong(113L * 24 * 3600));
    var open = random.nextInt(4) == 0;
    var place =
        new Place(
            one(random, "main", "east", "river"),
            one(random, "d1", "d2", "d3", "d4"),
            one(random, "", "t1", "t2", "t3"),
            one(random, "", "p1", "p2", "p3", "p4"),
            one(random, "", "printer.paper", "printer.ribbon", "his.login"));
    return new Kept(
        number,
        open ? Outcome.OPEN : Outcome.SOLVED,
        created,
        one(random, "p1", "p2", "p4", "p5", "p6", "p7"),
        place,
        open ? List.of(Mark.of(Tally.OPENED, created)) : settled(created, random),
        open ? pending(created, random) : List.of(),
        Optional.of(one(random, "business", Hours.AROUND_THE_CLOCK.code()))
            .filter(_ -> open && random.nextBoolean()));
  }

  private static List<Mark> settled(Instant created, Random random) {
    var done = created.plusSeconds(random.nextLong(20L * 24 * 3600));
    var used = Duration.ofSeconds(random.nextLong(9000));
    return List.of(
        Mark.of(Tally.OPENED, created),
        new Mark(Tally.ANSWER_TIME, created, random.nextBoolean(), used),
        Mark.of(Tally.SOLVED, done),
        Mark.of(Tally.RESOLUTION, done, random.nextBoolean()),
        new Mark(Tally.WAITED_VENDOR, done, true, used));
  }

  private static List<Pending> pending(Instant created, Random random) {
    var due = created.plusSeconds(random.nextLong(20L * 24 * 3600));
    return List.of(
        new Pending(Tally.RESOLUTION, due),
        new Pending(Tally.OVERDUE, due),
        new Pending(Tally.VENDOR, created.plusSeconds(random.nextLong(9L * 24 * 3600))));
  }

  private static String one(Random random, String... some) {
    return some[random.nextInt(some.length)];
  }

  private static Scope scope(
      String self, Set<String> departments, Optional<String> team, Set<String> campuses) {
    return new Scope(
        false,
        new PersonId(self),
        departments.stream().map(DepartmentId::new).collect(Collectors.toUnmodifiableSet()),
        team.map(TeamId::new),
        false,
        false,
        campuses.stream().map(CampusId::new).collect(Collectors.toUnmodifiableSet()));
  }

  private static Period period(String from, String to) {
    return new Period(day(from), day(to));
  }

  private static Instant day(String date) {
    return LocalDate.parse(date).atStartOfDay(ZONE).toInstant();
  }
}
