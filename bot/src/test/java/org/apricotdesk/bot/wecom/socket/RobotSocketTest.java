package org.apricotdesk.bot.wecom.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apricotdesk.bot.simulator.Robot.Transport;
import org.apricotdesk.bot.simulator.Simulator;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.bot.wecom.Card.Button;
import org.apricotdesk.bot.wecom.Card.Head;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.bot.wecom.RobotBodies;
import org.apricotdesk.bot.wecom.SimulatedCorp;
import org.apricotdesk.bot.wecom.client.Outcome;
import org.apricotdesk.bot.wecom.client.Outcome.Later;
import org.apricotdesk.bot.wecom.client.Outcome.Sent;
import org.apricotdesk.bot.wecom.socket.RobotSocket.Hearing;
import org.apricotdesk.bot.wecom.socket.RobotSocket.State;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.settings.Secret;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.config.settings.Settings.RobotMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RobotSocketTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("bot");

  private static final Pace QUICK =
      new Pace(
          Duration.ofMillis(80),
          Duration.ofMillis(400),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMillis(600));
  private static final Pace CALM =
      new Pace(
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofSeconds(5));

  private final Simulator sim = SimulatedCorp.start(db.vertx(), Transport.SOCKET);
  private final List<RobotSocket> sockets = new ArrayList<>();
  private final List<Incoming> received = new CopyOnWriteArrayList<>();
  private final List<Outgoing> late = new CopyOnWriteArrayList<>();
  private Function<Incoming, Outgoing> answer = _ -> new Outgoing.Nothing();

  @BeforeEach
  void nobodyElected() {
    db.database().pool().query("TRUNCATE bot.lease").execute().await();
  }

  @AfterEach
  void close() {
    sockets.forEach(RobotSocket::close);
    sim.close();
  }

  private RobotSocket connected() {
    var socket = open(SimulatedCorp.settings(sim).robot(), CALM);
    await(socket::holdsSocket);
    return socket;
  }

  private RobotSocket open(Settings.Robot robot, Pace pace) {
    var hearing = new Hearing(this::receive, (_, reply) -> late.add(reply), sim.clock());
    var socket = RobotSocket.open(db.vertx(), db.database(), robot, hearing, pace);
    sockets.add(socket);
    return socket;
  }

  private Outgoing receive(Incoming incoming) {
    received.add(incoming);
    return answer.apply(incoming);
  }

  private static Card.Buttons claim(String task) {
    var head = new Head("#1024 待接单", "骨一科", "腕带打不出来", List.of(), Optional.empty());
    return new Card.Buttons(task, head, List.of(new Button("接单", 1, "take")));
  }

  private static void await(BooleanSupplier effect) {
    var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!effect.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Test
  void a_word_in_the_group_is_answered_in_the_group() {
    connected();
    answer = _ -> new Outgoing.Text("已登记 #1024 🙏");
    var nurse = sim.group(SimulatedCorp.WARD).member("sunlili");

    nurse.says("@杏台 腕带打不出来");

    assertThat(nurse.hears("已登记 #1024 🙏").type()).isEqualTo("stream");
    assertThat(received)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.content())
                  .isEqualTo(new Incoming.Text("腕带打不出来", Optional.empty()));
              assertThat(message.chat()).contains(SimulatedCorp.WARD);
              assertThat(message.via()).isEqualTo(Incoming.Via.ROBOT_SOCKET);
            });
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void words_and_a_card_come_one_after_the_other_and_a_tap_changes_the_card_for_everybody() {
    connected();
    answer =
        incoming ->
            incoming.content() instanceof Incoming.Click
                ? new Outgoing.Changed(
                    new Card.Done("t-1", claim("t-1").head(), "邵嘉乐已接"), List.of())
                : new Outgoing.TextAndCard("谁来接单？", claim("t-1"), false);
    var group = sim.group(SimulatedCorp.WARD);
    var nurse = group.member("sunlili");

    nurse.says("@杏台 腕带打不出来");
    nurse.hears("谁来接单？");
    group.member("shaojiale").seesCard("接单");
    group.member("shaojiale").taps("接单");

    nurse.seesCard("邵嘉乐已接");
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void whoever_opens_the_chat_is_welcomed() {
    connected();
    answer = _ -> new Outgoing.Text("您好，我是杏台");

    sim.member("sunlili").robot().enters();

    sim.member("sunlili").robot().hears("您好，我是杏台");
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void a_tap_may_be_answered_by_words() {
    connected();
    answer =
        incoming ->
            incoming.content() instanceof Incoming.Click
                ? new Outgoing.Text("请说说现象")
                : new Outgoing.Shown(claim("t-2"));
    var nurse = sim.member("sunlili").robot();
    nurse.says("打印机");
    nurse.seesCard("接单");
    nurse.taps("接单");

    nurse.hears("请说说现象");
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void a_chat_that_has_spoken_can_be_told_something_later() {
    var socket = connected();
    var nurse = sim.group(SimulatedCorp.WARD).member("sunlili");
    nurse.says("@杏台 在吗");

    assertThat(socket.send(SimulatedCorp.WARD, RobotBodies.markdown("**#1024** 已解决")))
        .isInstanceOf(Sent.class);
    assertThat(socket.send(SimulatedCorp.WARD, RobotBodies.card(claim("t-3"))))
        .isInstanceOf(Sent.class);
    nurse.hears("已解决");
    nurse.seesCard("接单");
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void a_chat_is_told_at_most_thirty_things_a_minute() {
    var socket = connected();
    sim.group(SimulatedCorp.WARD).member("sunlili").says("@杏台 在吗");
    for (var i = 0; i < 30; i++) {
      assertThat(socket.send(SimulatedCorp.WARD, RobotBodies.markdown("第" + i + "条")))
          .isInstanceOf(Sent.class);
    }

    assertThat(socket.send(SimulatedCorp.WARD, RobotBodies.markdown("多了")))
        .isEqualTo(new Later(Duration.ofMinutes(1), "this chat has been told enough for now"));
    sim.advance(Duration.ofMinutes(1));
    assertThat(socket.send(SimulatedCorp.WARD, RobotBodies.markdown("又可以了")))
        .isInstanceOf(Sent.class);
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void a_broken_connection_comes_back_by_itself_and_its_late_answer_is_pushed() {
    connected();
    var again = new AtomicInteger();
    answer =
        _ -> {
          if (again.getAndIncrement() == 0) {
            sim.faults().unreachable(true);
            await(() -> !sim.robotIsConnected());
            sim.faults().unreachable(false);
            await(sim::robotIsConnected);
            await(() -> sockets.getFirst().holdsSocket());
          }
          return new Outgoing.Text("晚到的回答");
        };
    var nurse = sim.member("sunlili").robot();

    nurse.says("打印机卡纸");

    assertThat(nurse.hears("晚到的回答").type()).isEqualTo("markdown");
  }

  @Test
  void an_answer_that_cannot_be_given_here_any_more_is_not_lost() {
    var socket = connected();
    answer =
        _ -> {
          socket.close();
          return new Outgoing.Text("换一条路");
        };

    sim.member("sunlili").robot().says("打印机卡纸");

    await(() -> late.equals(List.of(new Outgoing.Text("换一条路"))));
  }

  @Test
  void a_message_the_database_could_not_keep_is_tried_again() {
    connected();
    var attempts = new AtomicInteger();
    answer =
        _ -> {
          if (attempts.incrementAndGet() < 3) throw new IllegalStateException("database away");
          return new Outgoing.Text("还是收到了");
        };
    var nurse = sim.member("sunlili").robot();

    nurse.says("打印机卡纸");

    nurse.hears("还是收到了");
  }

  @Test
  void of_two_instances_one_is_connected_and_the_other_takes_over_at_once() {
    var one = connected();
    var other = open(SimulatedCorp.settings(sim).robot(), CALM);
    assertThat(other.holdsSocket()).isFalse();
    assertThat(other.state()).isEqualTo(State.STANDBY);
    assertThat(other.send("sunlili", RobotBodies.markdown("喂"))).isInstanceOf(Later.class);

    one.close();

    await(other::holdsSocket);
    assertThat(one.holdsSocket()).isFalse();
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void who_is_pushed_out_by_another_program_does_not_fight_back() {
    var socket = open(SimulatedCorp.settings(sim).robot(), QUICK);
    await(socket::holdsSocket);
    var intruder = db.vertx().createWebSocketClient();
    var url = java.net.URI.create(sim.socketUrl());
    var theirs = intruder.connect(url.getPort(), url.getHost(), url.getPath()).await();
    theirs.writeTextMessage(subscription());

    await(() -> socket.state() == State.EVICTED);

    assertThat(socket.holdsSocket()).isFalse();
    var before = sim.clock().instant();
    assertThat(socket.state()).as("still at %s", before).isEqualTo(State.EVICTED);
    assertThat(theirs.isClosed()).isFalse();
    intruder.close().await();
  }

  private String subscription() {
    var robot = sim.settings().robot();
    return new JsonObject()
        .put("cmd", "aibot_subscribe")
        .put("headers", new JsonObject().put("req_id", "theirs-1"))
        .put("body", new JsonObject().put("bot_id", robot.id()).put("secret", robot.secret()))
        .encode();
  }

  @Test
  void a_wrong_secret_is_told_and_the_open_connection_closed() {
    var robot = sim.settings().robot();
    var mode =
        new RobotMode.Socket(
            robot.id(),
            new Secret("wrong"),
            java.net.URI.create(sim.socketUrl()),
            Optional.empty());
    var socket = open(new Settings.Robot(mode, robot.name()), QUICK);

    await(() -> socket.state() == State.REFUSED);
    assertThat(socket.holdsSocket()).isFalse();
    assertThat(sim.robotIsConnected()).isFalse();
  }

  @Test
  void a_connection_on_which_two_pings_go_unanswered_is_made_anew() {
    sim.faults().fail("ping", -1, 2);
    var socket = open(SimulatedCorp.settings(sim).robot(), QUICK);
    await(socket::holdsSocket);

    await(() -> !socket.holdsSocket());
    await(socket::holdsSocket);
    assertThat(sim.robotIsConnected()).isTrue();
  }

  @Test
  void pauses_double_up_to_the_longest_and_vary() {
    assertThat(Pace.USUAL.pause(1, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Pace.USUAL.pause(3, 1)).isEqualTo(Duration.ofSeconds(4));
    assertThat(Pace.USUAL.pause(3, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Pace.USUAL.pause(99, 1)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void outcomes_of_unknown_codes_are_final() {
    sim.faults().fail("aibot_send_msg", 846607, 1);
    var socket = connected();
    sim.member("sunlili").robot().says("在吗");
    Outcome first = socket.send("sunlili", RobotBodies.markdown("一"));

    assertThat(first).isInstanceOf(Later.class);
    assertThat(socket.send("wrNOBODY", RobotBodies.markdown("二")))
        .isInstanceOf(Outcome.Rejected.class);
  }
}
