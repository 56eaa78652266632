package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Bodies;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.bot.simulator.Bubble;
import org.apricotdesk.bot.simulator.Member;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.bot.simulator.SimulatedMember;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.incident.Answer;
import org.apricotdesk.desk.incident.Area;
import org.apricotdesk.desk.incident.Extent;
import org.apricotdesk.desk.incident.IncidentNumber;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Wish;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Three hundred people suffer from one outage, and each of them has something else waiting too.
class TellingManyTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");
  private static final int MANY = 300;
  private static final PersonId YE = new PersonId("yejiaojiao");
  private static final Duration LONG = Duration.ofSeconds(60);

  private Hospital hospital;
  private List<SimulatedMember> reporters;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK);
    reporters =
        IntStream.range(0, MANY)
            .mapToObj(i -> new Member("nurse%03d".formatted(i), "护士" + i, List.of(2), ""))
            .map(hospital.sim::add)
            .toList();
  }

  @AfterEach
  void close() {
    assertThat(hospital.sim.violations()).isEmpty();
    hospital.close();
    // the address book has taken them over meanwhile
    db.database().pool().query("DELETE FROM desk.person WHERE id LIKE 'nurse%'").execute().await();
  }

  @Test
  void all_are_told_before_anything_less_urgent_and_nobody_twice() {
    hospital.sim.faults().unreachable(true);
    somethingElseWaits();
    var number = declared();
    reporters.forEach(one -> joins(number, one));
    assertThat(handle(number, new Wish.Update(YE, "已切到备用线路", "", Optional.empty())))
        .isInstanceOf(Answer.Done.class);
    Hospital.await("bulletins are not written", LONG, () -> waiting() >= MANY);
    hospital.sim.faults().unreachable(false);
    hospital.clock.advance(Duration.ofMinutes(2));

    Hospital.await("not everybody was told", LONG, () -> reporters.stream().allMatch(this::hasAll));

    assertThat(reporters)
        .allSatisfy(
            one -> {
              assertThat(texts(one)).hasSize(2);
              assertThat(texts(one).getFirst()).contains("医保结算中断", "已切到备用线路");
              assertThat(texts(one).getLast()).isEqualTo("您的报修已排到周三");
            });
  }

  @Test
  void at_recovery_each_is_asked_whether_it_works() {
    var number = declared();
    joins(number, hospital.nurse());
    handle(number, new Wish.Restore(YE, "线路已恢复", "24小时内补结"));

    assertThat(hospital.nurse().seesCard("还没好").text()).contains("你们那边好了吗", "线路已恢复", "24小时内补结");
  }

  @Test
  void who_leads_hears_that_a_promise_was_not_kept() {
    var number = declared();
    hospital.clock.advance(Duration.ofMinutes(31));
    hospital.desk.incidents().work(10);

    Hospital.await(
        "nobody minded",
        LONG,
        () ->
            texts(hospital.member("yejiaojiao")).stream()
                .anyMatch(text -> text.contains("还没有发布进展")));
    assertThat(number.value()).isPositive();
  }

  private IncidentNumber declared() {
    var area = new Area(Extent.CAMPUS, Set.of(new CampusId("main")), Set.of());
    var wish =
        new Wish.Declare(
            YE,
            Level.B,
            "医保结算中断",
            Set.of("insurance"),
            area,
            "所有窗口超时",
            "正在重启前置机",
            "先自费",
            Optional.empty(),
            Optional.empty());
    return hospital.desk.incidents().declare(wish).incident().number();
  }

  private Answer handle(IncidentNumber number, Wish wish) {
    return hospital.desk.incidents().handle(number, wish);
  }

  private void joins(IncidentNumber number, SimulatedMember member) {
    var person = hospital.desk.people().orStranger(new PersonId(member.userid()), member.name());
    db.database()
        .inTransaction(tx -> hospital.desk.incidents().join(tx, number, person, Optional.empty()));
  }

  private void somethingElseWaits() {
    var all =
        reporters.stream()
            .map(
                one ->
                    new Delivery(
                        "other:" + one.userid(),
                        new Address.Member(one.userid()),
                        "state",
                        Optional.empty(),
                        4,
                        Optional.empty(),
                        Bodies.text("您的报修已排到周三"),
                        hospital.clock.instant().plusSeconds(60)))
            .toList();
    db.database()
        .inTransaction(
            tx -> {
              new Deliveries(db.database(), hospital.clock).add(tx, all);
              return all.size();
            });
  }

  private static long waiting() {
    return db.database()
        .pool()
        .query(
            """
            SELECT count(DISTINCT address) AS waiting FROM bot.delivery
             WHERE purpose = 'incident' AND state = 'due'
               AND body->>'text' LIKE '%备用线路%' AND address LIKE 'member:nurse%'
            """)
        .execute()
        .await()
        .iterator()
        .next()
        .getLong("waiting");
  }

  private boolean hasAll(SimulatedMember member) {
    return texts(member).size() >= 2;
  }

  private static List<String> texts(SimulatedMember member) {
    return member.chat().stream()
        .filter(bubble -> !bubble.isCard() && bubble.from().equals("app"))
        .map(Bubble::text)
        .toList();
  }
}
