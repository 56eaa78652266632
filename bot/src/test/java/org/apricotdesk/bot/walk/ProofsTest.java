package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.ShownCard;
import org.apricotdesk.bot.delivery.ShownCards;
import org.apricotdesk.bot.simulator.Bubble;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What must hold when the platform repeats itself, when everybody taps at once, and when WeCom
/// is away.
class ProofsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  private static final String DUE = "d.state = 'due' AND d.due_at <= $1";

  private Hospital hospital;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK);
  }

  @AfterEach
  void close() {
    hospital.close();
  }

  @Test
  void of_two_hundred_taps_one_wins_and_the_others_see_who() throws Exception {
    hospital.nurse().says("三楼护士站腕带打不出来 急");
    var group = new Address.Chat(Hospital.ENGINEERS);
    var card = new ShownCard("group-card", group, "CLAIM", Optional.of(1001L), new JsonObject());
    new ShownCards(hospital.clock).add(db.database().pool(), List.of(card));
    var engineers = hospital.desk.people().having(Role.ENGINEER);
    var taps =
        IntStream.range(0, 200)
            .<Callable<Outgoing>>mapToObj(
                i ->
                    () ->
                        hospital
                            .receiver(0)
                            .receive(tap(engineers.get(i % engineers.size()).id(), i)))
            .toList();
    List<String> seen;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      seen =
          threads.invokeAll(taps).stream()
              .map(done -> ((Outgoing.Changed) done.resultNow()).card().forRobot().encode())
              .toList();
    }
    var winner = hospital.desk.people().find(tickets("sunlili").getFirst().assignee().get());
    assertThat(seen).hasSize(200).allMatch(text -> text.contains(winner.get().name()));
    var history = hospital.desk.events().of(db.database().pool(), "ticket", "1001");
    assertThat(history.stream().filter(event -> event.type().equals("claimed"))).hasSize(1);
  }

  @Test
  void what_happened_while_wecom_was_away_is_told_afterwards_and_what_was_overtaken_is_not() {
    reportedAndAtRest();
    hospital.sim.faults().unreachable(true);
    var acts = List.of("接单 1001", "转派 1001 龚工 忙", "接单 1001");
    var engineers = List.of("shaojiale", "shaojiale", "gongweiming");
    for (var i = 0; i < acts.size(); i++) {
      hospital.receiver(0).receive(typed(acts.get(i), engineers.get(i), i));
      var steps = i + 1;
      Hospital.await("nobody is told", () -> count("purpose = 'state'") == steps);
      awaitRest();
      Hospital.await("nothing was tried", () -> count("state = 'due' AND attempts > 0") > 0);
    }
    for (var minute = 0; minute < 10; minute++) {
      hospital.clock.advance(Duration.ofMinutes(1));
      awaitRest();
    }
    assertThat(count("state = 'due' AND attempts > 9")).isPositive();
    hospital.sim.faults().unreachable(false);
    hospital.clock.advance(Duration.ofMinutes(1));
    Hospital.await("still waiting", () -> count(DUE) == 0);
    assertThat(count("state IN ('unknown', 'dead')")).isZero();
    hospital.nurse().hears("龚维鸣已接单");
    assertThat(heard("sunlili")).noneMatch(text -> text.contains("邵嘉乐已接单"));
    for (var person : hospital.desk.people().page("", 200)) {
      var id = person.id().value();
      assertThat(heard(id)).as(id).containsSubsequence(sentTo(id));
    }
    var gong = hospital.member("gongweiming").chat().stream().map(this::summary).toList();
    assertThat(gong).containsSubsequence("#1001 转给你：忙", "card");
  }

  private String summary(Bubble bubble) {
    return bubble.isCard() ? "card" : bubble.text();
  }

  /// What the application said in words to that person, in the order it stands on the phone.
  private List<String> heard(String person) {
    return hospital.member(person).chat().stream()
        .filter(bubble -> bubble.from().equals("app") && !bubble.isCard())
        .map(Bubble::text)
        .toList();
  }

  /// The words that were left for that person and not overtaken, in the order they were left.
  private List<String> sentTo(String person) {
    var texts = new ArrayList<String>();
    db.database()
        .pool()
        .preparedQuery(
            """
            SELECT body->>'text' AS text
              FROM bot.delivery
             WHERE address = $1 AND state = 'sent' AND body->>'type' = 'text'
             ORDER BY rank, id
            """)
        .execute(Tuple.of("member:" + person))
        .await()
        .forEach(row -> texts.add(row.getString("text")));
    return texts;
  }

  /// Until nothing is being sent and every address with something due was tried and has to wait.
  private void awaitRest() {
    Hospital.await(
        "not everything was tried",
        () ->
            count("state = 'sending'") == 0
                && count(
                        DUE
                            + """
                             AND NOT EXISTS (SELECT 1 FROM bot.address a
                                              WHERE a.address = d.address AND a.quiet_until > $1)
                            """)
                    == 0);
  }

  @Test
  void a_notice_whose_fate_is_unknown_is_sent_once_more_and_read_once() {
    reportedAndAtRest();
    hospital.sim.faults().dropAfter("/cgi-bin/message/send", 2);
    hospital.receiver(0).receive(typed("接单 1001", "shaojiale", 1));
    Hospital.await("nothing in doubt", () -> count("doubted_at IS NOT NULL") == 2);
    for (var i = 0; i < 6; i++) {
      awaitRest();
      hospital.clock.advance(Duration.ofMinutes(1));
    }
    Hospital.await("still sending", () -> count("state IN ('due', 'sending')") == 0);
    assertThat(count("state IN ('unknown', 'dead')")).isZero();
    hospital.nurse().hears("邵嘉乐已接单");
    assertThat(heard("sunlili")).doesNotHaveDuplicates();
    var cards = hospital.member("shaojiale").chat().stream().filter(Bubble::isCard);
    assertThat(cards.map(card -> card.content().getString("task_id"))).doesNotHaveDuplicates();
  }

  @Test
  void what_an_instance_was_sending_when_it_died_is_sent_once_more_and_read_once() {
    reportedAndAtRest();
    hospital.receiver(0).receive(typed("接单 1001", "shaojiale", 1));
    hospital.nurse().hears("邵嘉乐已接单");
    Hospital.await("still sending", () -> count("state IN ('due', 'sending')") == 0);
    var texts = "body->>'type' = 'text'";
    var before = count(texts + " AND state = 'sent'");
    var dying = "UPDATE bot.delivery SET state = 'sending', settled_at = NULL WHERE " + texts;
    db.database().pool().query(dying).execute().await();

    hospital.clock.advance(Duration.ofMinutes(2));

    Hospital.await("not sent again", () -> count(texts + " AND state = 'sent'") == before);
    assertThat(count("attempts = 2 AND " + texts)).isEqualTo(before).isPositive();
    assertThat(heard("sunlili")).doesNotHaveDuplicates();
  }

  @Test
  void a_notice_whose_fate_stays_unknown_is_not_sent_a_third_time() {
    reportedAndAtRest();
    hospital.sim.faults().dropAfter("/cgi-bin/message/send", 100);
    hospital.receiver(0).receive(typed("接单 1001", "shaojiale", 1));
    Hospital.await("nothing in doubt", () -> count("doubted_at IS NOT NULL") > 0);
    for (var i = 0; i < 6; i++) {
      awaitRest();
      hospital.clock.advance(Duration.ofMinutes(1));
    }
    Hospital.await("still sending", () -> count("state IN ('due', 'sending')") == 0);
    assertThat(count("state = 'unknown'")).isPositive();
    assertThat(count("state = 'unknown' AND attempts <> 2")).isZero();
    assertThat(heard("sunlili")).doesNotHaveDuplicates();
  }

  @Test
  void a_notice_in_doubt_is_not_sent_again_when_the_platform_has_forgotten_it() {
    reportedAndAtRest();
    hospital.sim.faults().dropAfter("/cgi-bin/message/send", 1);
    hospital.receiver(0).receive(typed("接单 1001", "shaojiale", 1));
    Hospital.await("nothing in doubt", () -> count("doubted_at IS NOT NULL") > 0);
    awaitRest();
    hospital.clock.advance(Duration.ofMinutes(26));
    Hospital.await("it is still in line", () -> count("state = 'unknown'") == 1);
    assertThat(count("state = 'unknown' AND trouble LIKE 'too late%'")).isEqualTo(1);
  }

  private void reportedAndAtRest() {
    hospital.nurse().says("三楼护士站腕带打不出来 急");
    hospital.nurse().seesCard("催一下");
    Hospital.await("nobody was asked", () -> count("purpose = 'CLAIM' AND state = 'sent'") > 0);
    awaitRest();
  }

  @Test
  void a_message_that_fails_is_kept_answered_and_tried_again() {
    db.database()
        .pool()
        .query("ALTER TABLE desk.ticket ADD CONSTRAINT broken CHECK (number < 0) NOT VALID")
        .execute()
        .await();
    hospital.nurse().says("三楼护士站腕带打不出来 急");
    assertThat(hospital.nurse().lastHeard().text()).contains("消息已保存");
    db.database().pool().query("ALTER TABLE desk.ticket DROP CONSTRAINT broken").execute().await();
    hospital.clock.advance(Duration.ofMinutes(1));
    hospital.nurse().hears("已登记 #");
    hospital.nurse().seesCard("撤销");
    assertThat(tickets("sunlili")).hasSize(1);
  }

  @Test
  void two_robots_that_answer_each_other_stop() {
    for (var i = 0; i < 8; i++) {
      hospital.nurse().says("您好，请问有什么可以帮您？");
    }
    var answers = hospital.nurse().chat().stream().filter(b -> b.from().equals("app")).count();
    assertThat(answers).isLessThanOrEqualTo(3);
  }

  private long count(String condition) {
    return db.database()
        .pool()
        .preparedQuery(
            "SELECT count(*) AS n FROM bot.delivery d WHERE $1::timestamptz IS NOT NULL AND "
                + condition)
        .execute(Tuple.of(hospital.clock.instant().atOffset(ZoneOffset.UTC)))
        .await()
        .iterator()
        .next()
        .getLong("n");
  }

  private Incoming tap(PersonId engineer, int number) {
    return new Incoming(
        "tap" + number,
        Incoming.Via.ROBOT_CALLBACK,
        engineer.value(),
        Optional.of(Hospital.ENGINEERS),
        hospital.clock.instant(),
        new Incoming.Click("group-card", "take", Map.of(), Optional.empty()),
        Optional.empty());
  }

  private Incoming typed(String text, String person, int number) {
    return incoming(UUID.randomUUID() + "-" + number, person, hospital.clock.instant(), text);
  }

  private static Incoming incoming(String id, String person, Instant at, String text) {
    return new Incoming(
        id,
        Incoming.Via.APP,
        person,
        Optional.empty(),
        at,
        new Incoming.Text(text, Optional.empty()),
        Optional.empty());
  }

  private List<Ticket> tickets(String person) {
    return hospital.desk.tickets().ofRequester(db.database().pool(), new PersonId(person), 20);
  }
}
