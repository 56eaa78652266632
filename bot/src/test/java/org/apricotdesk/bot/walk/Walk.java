package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apricotdesk.bot.dialogue.Advice;
import org.apricotdesk.bot.simulator.Robot.Transport;
import org.apricotdesk.bot.simulator.Talk;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketNumber;

/// One walk from a report to its end: everybody writes by the same way in, and is told what
/// happens by the application.
final class Walk implements AutoCloseable {
  static final String REPORT = "三楼护士站腕带打不出来 急";

  final Hospital hospital;
  private final Way way;
  private final TestDatabase db;

  private Walk(Way way, TestDatabase db, Advice advice) {
    this.way = way;
    this.db = db;
    this.hospital = Hospital.on(db, way.transport, advice);
    if (way.transport == Transport.SOCKET) hospital.awaitSocket();
  }

  static Walk by(Way way, TestDatabase db) {
    return new Walk(way, db, Advice.SILENT);
  }

  static Walk by(Way way, TestDatabase db, Advice advice) {
    return new Walk(way, db, advice);
  }

  /// The chat in which somebody writes.
  Talk chat(String userid) {
    return way.of(hospital.member(userid));
  }

  /// Where the reporter writes.
  Talk nurse() {
    return chat("sunlili");
  }

  /// The chat in which somebody is told what others did.
  Talk told(String userid) {
    return hospital.member(userid).app();
  }

  /// Ticket 1001 has been reported.
  void reported() {
    nurse().says(REPORT);
    nurse().hears("已登记 #1001");
  }

  /// An engineer has taken it; the userid.
  String taken() {
    reported();
    var engineer = hospital.asked();
    engineer.taps("接单");
    told("sunlili").hears(engineer.name() + "已接单");
    return engineer.userid();
  }

  /// And has solved it.
  String solved() {
    var engineer = taken();
    chat(engineer).says("解决 1001 已换碳带");
    told("sunlili").seesCard("满意");
    return engineer;
  }

  Ticket ticket() {
    return hospital.desk.tickets().find(new TicketNumber(1001)).orElseThrow();
  }

  List<Ticket> tickets() {
    return hospital.desk.tickets().ofRequester(db.database().pool(), new PersonId("sunlili"), 20);
  }

  @Override
  public void close() {
    try (hospital) {
      assertThat(hospital.sim.violations()).isEmpty();
    }
  }
}
