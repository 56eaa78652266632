package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apricotdesk.bot.simulator.Bubble;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The platform delivers everything three times, out of order, to two instances at once: encrypted
/// requests in, one database behind. Over the long connection nothing is repeated.
class RepeatsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  private static final int PEOPLE = 14;

  @ParameterizedTest
  @EnumSource(names = {"APP", "ROBOT_CALLBACK"})
  void each_report_is_one_ticket_and_answered_once(Way way) throws Exception {
    try (var walk = Walk.by(way, db)) {
      walk.hospital.open();
      walk.hospital.sim.faults().copies(3);
      walk.hospital.sim.faults().outOfOrder(true);
      var people = people(walk);
      assertThat(people).hasSize(PEOPLE);

      allAtOnce(people.stream().map(person -> says(walk, person, "护士站腕带打不出来 急")).toList());

      assertThat(rows("bot.inbox")).isEqualTo(people.size());
      for (var person : people) {
        assertThat(tickets(walk, person)).as(person).isEqualTo(1);
        assertThat(answers(walk, person)).as(person).singleElement().asString().contains("已登记 #");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"APP", "ROBOT_CALLBACK"})
  void the_second_half_of_a_report_may_come_before_the_first(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.hospital.open();
      walk.hospital.sim.faults().copies(3);
      walk.hospital.sim.faults().outOfOrder(true);

      walk.nurse().says("三楼护士站的腕带打印机坏了");
      walk.nurse().says("红灯一直闪，纸卡住了");

      walk.nurse().hears("#1001");
      assertThat(walk.tickets()).hasSize(1);
      assertThat(rows("bot.inbox")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"APP", "ROBOT_CALLBACK"})
  void a_tap_and_a_word_count_once(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.hospital.open();
      walk.hospital.sim.faults().copies(3);
      var engineer = walk.taken();

      walk.nurse().taps("催一下");
      walk.told(engineer).hears("报修人在催（第1次）");
      walk.nurse().says("催一下");
      walk.told(engineer).hears("报修人在催（第2次）");
      walk.nurse().says("进度");

      assertThat(happened(walk, "nudged")).isEqualTo(2);
      assertThat(happened(walk, "claimed")).isEqualTo(1);
    }
  }

  private static long happened(Walk walk, String type) {
    return walk.hospital.desk.events().of(db.database().pool(), "ticket", "1001").stream()
        .filter(event -> event.type().equals(type))
        .count();
  }

  private static List<String> people(Walk walk) {
    return walk.hospital.desk.people().page("", 200).stream()
        .filter(person -> person.department().isPresent())
        .map(person -> person.id().value())
        .limit(PEOPLE)
        .toList();
  }

  private static Callable<Boolean> says(Walk walk, String person, String words) {
    return () -> {
      walk.chat(person).says(words);
      return true;
    };
  }

  private static void allAtOnce(List<Callable<Boolean>> acts) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var act : threads.invokeAll(acts)) {
        assertThat(act.get()).isTrue();
      }
    }
  }

  private static int tickets(Walk walk, String person) {
    var of = new PersonId(person);
    return walk.hospital.desk.tickets().ofRequester(db.database().pool(), of, 20).size();
  }

  private static List<String> answers(Walk walk, String person) {
    return walk.chat(person).chat().stream()
        .filter(bubble -> !bubble.isCard() && !bubble.from().equals(person))
        .map(Bubble::text)
        .toList();
  }

  private static long rows(String table) {
    var rows = db.database().pool().query("SELECT count(*) AS n FROM " + table).execute().await();
    return rows.iterator().next().getLong("n");
  }
}
