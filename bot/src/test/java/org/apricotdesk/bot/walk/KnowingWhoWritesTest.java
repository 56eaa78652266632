package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.simulator.Department;
import org.apricotdesk.bot.simulator.Member;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who writes, joins and leaves, as the platform's address book says.
class KnowingWhoWritesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  private Hospital hospital;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK);
    hospital.sim.add(new Department(3, "骨一科", 1));
    hospital.sim.add(new Department(4, "护理组", 3));
  }

  @AfterEach
  void close() {
    assertThat(hospital.sim.violations()).isEmpty();
    hospital.close();
  }

  @Test
  void a_newcomer_has_a_name_and_a_department_at_the_first_word() {
    hospital.sim.faults().fail("/cgi-bin/user/list", -1, 100);
    var newcomer = hospital.sim.add(new Member("liuyang", "柳扬", List.of(4), ""));

    newcomer.says("三楼护士站腕带打不出来 急");
    newcomer.hears("已登记 #");

    var known = person("liuyang").orElseThrow();
    assertThat(known.name()).isEqualTo("柳扬");
    assertThat(known.department()).contains(new DepartmentId("main-guyi"));
    assertThat(known.roles()).containsExactly(Role.STAFF);
    assertThat(ticket().report().place().department()).contains(new DepartmentId("main-guyi"));
  }

  @Test
  void somebody_the_address_book_does_not_know_or_while_it_is_away_is_served_all_the_same() {
    var newcomer = hospital.sim.add(new Member("moumou", "某某", List.of(4), ""));
    hospital.sim.faults().fail("/cgi-bin/user/get", -1, 1);

    newcomer.says("三楼护士站腕带打不出来 急");

    newcomer.hears("已登记 #");
  }

  @Test
  void whoever_leaves_loses_sessions_rights_and_open_work_at_once() {
    hospital.nurse().says("三楼护士站腕带打不出来 急");
    var engineer = hospital.asked();
    engineer.taps("接单");
    hospital.nurse().hears("已接单");
    new Sessions(db.database(), hospital.clock).open(new PersonId(engineer.userid()));
    assertThat(sessions(engineer.userid())).isEqualTo(1);

    hospital.sim.remove(engineer.userid());
    hospital.sim.contactChanged("delete_user", engineer.userid());

    assertThat(person(engineer.userid()).orElseThrow().active()).isFalse();
    assertThat(sessions(engineer.userid())).isZero();
    assertThat(ticket().assignee()).as("the work is free again").isEmpty();
    back(engineer.userid(), engineer.name());
  }

  @Test
  void a_leaver_nobody_told_of_is_gone_within_the_hour() {
    new Sessions(db.database(), hospital.clock).open(new PersonId("tianyukun"));
    var name = person("tianyukun").orElseThrow().name();
    hospital.sim.remove("tianyukun");

    hospital.clock.advance(Duration.ofMinutes(61));

    Hospital.await("still here", () -> !person("tianyukun").orElseThrow().active());
    Hospital.await("still signed in", () -> sessions("tianyukun") == 0);
    back("tianyukun", name);
  }

  @Test
  void an_app_that_is_shown_almost_nobody_dismisses_nobody() {
    var everybody = hospital.desk.people().page("", 200);
    everybody.stream()
        .filter(one -> !one.id().value().equals("sunlili"))
        .forEach(one -> hospital.sim.remove(one.id().value()));
    hospital.sim.add(new Member("luhan", "陆涵", List.of(3), ""));

    hospital.clock.advance(Duration.ofMinutes(61));

    Hospital.await("nobody read it", () -> person("luhan").isPresent());
    assertThat(hospital.desk.people().page("", 200))
        .filteredOn(Person::active)
        .hasSizeGreaterThan(30);
  }

  /// The register outlives a test: whoever left is back for the next one.
  private void back(String userid, String name) {
    hospital.sim.add(new Member(userid, name, List.of(2), ""));
    hospital.sim.contactChanged("create_user", userid);
    assertThat(person(userid).orElseThrow().active()).isTrue();
  }

  private Optional<Person> person(String userid) {
    return hospital.desk.people().find(new PersonId(userid));
  }

  private org.apricotdesk.desk.ticket.Ticket ticket() {
    return hospital.desk.tickets().find(new TicketNumber(1001)).orElseThrow();
  }

  private static long sessions(String userid) {
    return db.database()
        .pool()
        .preparedQuery("SELECT count(*) FROM desk.session WHERE person = $1")
        .execute(Tuple.of(userid))
        .await()
        .iterator()
        .next()
        .getLong(0);
  }
}
