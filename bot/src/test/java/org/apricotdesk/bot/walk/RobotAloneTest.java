package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apricotdesk.bot.simulator.SimulatedMember;
import org.apricotdesk.bot.simulator.Talk;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A hospital that has the robot and no application of its own: whoever has written to the robot
/// once is asked, told and reminded by it.
class RobotAloneTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  private Hospital hospital;
  private Talk nurse;

  @BeforeEach
  void open() {
    hospital = Hospital.ofRobotAlone(db);
    hospital.awaitSocket();
    nurse = hospital.nurse().robot();
    for (var engineer : engineers()) {
      engineer.robot().says("我的工单");
      engineer.robot().hears("没有");
    }
  }

  @AfterEach
  void close() {
    assertThat(hospital.sim.violations()).isEmpty();
    hospital.close();
  }

  private List<SimulatedMember> engineers() {
    return hospital.desk.people().having(Role.ENGINEER).stream()
        .filter(
            person -> person.team().map(team -> team.value().equals("operations")).orElse(false))
        .map(person -> hospital.member(person.id().value()))
        .toList();
  }

  @Test
  void from_the_report_to_the_rating_everything_comes_by_the_robot() {
    nurse.says("三楼护士站腕带打不出来 急");
    nurse.hears("已登记 #1001");
    var engineer = asked();
    engineer.robot().taps("接单");
    nurse.hears(engineer.name() + "已接单");

    engineer.robot().says("等用户 1001 灯是红的还是绿的？");
    nurse.hears("灯是红的");
    hospital.clock.advance(Duration.ofDays(1));
    nurse.hears("还在等你回复");
    nurse.says("红的那盏");
    engineer.robot().hears("红的那盏");

    engineer.robot().says("解决 1001 已换碳带");
    nurse.seesCard("满意");
    nurse.taps("满意");
    Hospital.await("no mark", () -> ticket().rating().isPresent());
    assertThat(ticket().rating().orElseThrow().score()).isEqualTo(5);
    assertThat(ticket().status()).isIn(Status.RESOLVED, Status.CLOSED);
    assertThat(ticket().assignee()).contains(new PersonId(engineer.userid()));
  }

  private SimulatedMember asked() {
    Hospital.await(
        "nobody was asked", () -> engineers().stream().anyMatch(RobotAloneTest::isAsked));
    return engineers().stream().filter(RobotAloneTest::isAsked).findFirst().orElseThrow();
  }

  private static boolean isAsked(SimulatedMember engineer) {
    return engineer.robot().chat().stream()
        .anyMatch(one -> one.isCard() && one.buttons().contains("接单"));
  }

  private Ticket ticket() {
    return hospital.desk.tickets().find(new TicketNumber(1001)).orElseThrow();
  }
}
