package org.apricotdesk.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apricotdesk.bot.signin.PersonalLinks;
import org.apricotdesk.bot.simulator.Robot.Transport;
import org.apricotdesk.bot.simulator.Simulator;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.bot.wecom.SimulatedCorp;
import org.apricotdesk.bot.wecom.client.Outcome;
import org.apricotdesk.bot.wecom.client.WeComClient;
import org.apricotdesk.bot.wecom.socket.RobotSocket;
import org.apricotdesk.bot.wecom.socket.RobotSocket.Hearing;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.settings.Settings.WeCom;
import org.apricotdesk.desk.web.SignInLinks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A hospital that has the robot and no application of its own.
class RobotOnlyTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("bot");

  private static final Address ENGINEER = new Address.Member("shaojiale");

  private Simulator sim;
  private WeComClient client;
  private RobotSocket socket;
  private WeComWire wire;

  @BeforeEach
  void connect() {
    sim = SimulatedCorp.start(db.vertx(), Transport.SOCKET);
    var with = SimulatedCorp.settings(sim);
    var without =
        new WeCom(with.apiUrl(), Optional.empty(), Optional.empty(), with.robot(), with.webhook());
    client = WeComClient.open(db.vertx(), db.database(), without, sim.clock());
    var hearing = new Hearing(_ -> new Outgoing.Nothing(), (_, _) -> {}, sim.clock());
    socket = RobotSocket.open(db.vertx(), db.database(), with.robot(), hearing);
    var cards = new ShownCards(sim.clock());
    var links = new PersonalLinks(new SignInLinks(db.database(), sim.clock()), "http://desk.test");
    wire = new WeComWire(client, line(), cards, db.database().pool(), Optional.of(links));
    var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!wire.reaches(ENGINEER)) {
      assertThat(System.nanoTime()).as("the robot is not connected").isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  @AfterEach
  void close() {
    socket.close();
    client.close();
    sim.close();
  }

  private RobotLine line() {
    return new RobotLine() {
      @Override
      public boolean isLive() {
        return socket.holdsSocket();
      }

      @Override
      public Outcome send(String chat, JsonObject body) {
        return socket.send(chat, body);
      }
    };
  }

  @Test
  void an_engineer_gets_the_card_from_the_robot_and_changes_are_left_out() {
    var engineer = sim.member("shaojiale").robot();
    engineer.says("你好");

    assertThat(send(Bodies.card(claim()))).isEqualTo(new Result.Sent());
    assertThat(engineer.seesCard("接单").isCard()).isTrue();
    assertThat(send(Bodies.change("t-1", claim()))).isEqualTo(new Result.Needless());
    assertThat(send(Bodies.text("已接单"))).isEqualTo(new Result.Sent());
    assertThat(sim.violations()).isEmpty();
    assertThat(sim.advice()).isEmpty();
  }

  private Result send(JsonObject body) {
    return wire.send(new Taken(1, ENGINEER, "test", body, 1, Optional.empty()));
  }

  private static Card claim() {
    var head = new Card.Head("#1024 待接单", "骨一科", "腕带打不出来", List.of(), Optional.empty());
    return new Card.Buttons("t-1", head, List.of(new Card.Button("接单", 1, "take")));
  }
}
