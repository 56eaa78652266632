package org.apricotdesk.desk.flaw;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SUN;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.DirectorySync;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.PagesFixture;

/// What one ward has with the desk, and people whom it does not concern.
final class Ward {
  /// Engineer of another team, nurse of another ward, nurse of another campus, reviewer of
  /// clinical wording, somebody new.
  static final List<PersonId> STRANGERS =
      List.of(
          new PersonId("linxiaoyu"),
          new PersonId("hejiayi"),
          new PersonId("caoyun"),
          new PersonId("yanqiu"),
          new PersonId("newcomer"));

  static final String SECRET = "内部：备件在库房第三格";

  private final TestDatabase db;
  private final PagesFixture pages;
  private final Desk desk;

  Ward(TestDatabase db, PagesFixture pages) {
    this.db = db;
    this.pages = pages;
    this.desk = pages.desk;
  }

  /// Nurse Sun's, which engineer Shao has in hand and has written a note about to his colleagues.
  Ticket inHand(String what) {
    var path = pages.visitor(SUN).sends("/report", "/report", "what", what).uri().getPath();
    var engineer = pages.visitor(SHAO);
    engineer.sends(path, path + "/claim");
    engineer.sends(path, path + "/note", "text", SECRET, "audience", "internal");
    return ticket(Long.parseLong(path.replaceAll("\\D", "")));
  }

  Ticket ticket(long number) {
    return desk.tickets().find(new TicketNumber(number)).orElseThrow();
  }

  /// One whose trouble is another team's.
  Ticket ofTeam(String team, PersonId reporter, String what) {
    var category =
        desk.catalogue().leaves().stream()
            .filter(leaf -> leaf.team().value().equals(team) && !leaf.request())
            .map(Category::code)
            .findFirst();
    return desk.tickets().open(report(reporter, what, category));
  }

  private static NewTicket report(PersonId reporter, String what, Optional<CategoryCode> category) {
    return new NewTicket(
        TicketKind.INCIDENT,
        what,
        what,
        category,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reporter,
        reporter,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Channel.WEB,
        Optional.empty(),
        List.of(),
        new JsonObject());
  }

  /// Somebody who joins and is given this role.
  PersonId joins(String id, Role role) {
    var person = new PersonId(id);
    desk.join(new DirectorySync.Member(person, id, Optional.empty()));
    var pool = db.database().pool();
    pool.query("UPDATE desk.person SET roles = '{%s}' WHERE id = '%s'".formatted(role.code(), id))
        .execute()
        .await();
    pool.query("UPDATE desk.revision SET value = value + 1 WHERE name = 'people'")
        .execute()
        .await();
    desk.people().refresh();
    return person;
  }

  Person person(PersonId id) {
    return desk.people().orStranger(id, id.value());
  }
}
