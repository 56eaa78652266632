package org.apricotdesk.desk;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.CatalogueImport;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.duty.Duty;
import org.apricotdesk.desk.routing.Routing;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.OrgImport;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.target.Policies;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.Media;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketKind;

/// The sample hospital with its desk, on a real database. Sun Lili reports for ward 骨一;
/// Shao and Gong mend hardware; Ye dispatches; Jiang leads the team; Shen directs.
public final class DeskFixture {
  public static final Instant MONDAY_MORNING = Instant.parse("2026-03-16T01:00:00Z");
  public static final PersonId SUN = new PersonId("sunlili");
  public static final PersonId SHAO = new PersonId("shaojiale");
  public static final PersonId GONG = new PersonId("gongweiming");
  public static final PersonId JIANG = new PersonId("jiangbowen");
  public static final PersonId YE = new PersonId("yejiaojiao");
  public static final PersonId SHEN = new PersonId("shenguangyuan");
  public static final CategoryCode WRISTBAND = new CategoryCode("printer.label.wristband");

  public final AdjustableClock clock = AdjustableClock.at(MONDAY_MORNING);
  public final Database database;
  public final People people;
  public final Catalogue catalogue;
  public final Access access;
  public final Duty duty;
  public final Calendars calendars;
  public final Policies policies;
  public final Media media;
  public final TicketDesk tickets;

  public DeskFixture(TestDatabase db) {
    database = db.database();
    people = new People(database, List.of());
    catalogue = new Catalogue(database);
    access = new Access(people);
    duty = new Duty(database);
    calendars = new Calendars(database, ZoneId.of("Asia/Shanghai"));
    policies = new Policies(database, clock);
    media = new Media(database.pool(), temporaryFolder(), clock);
    new OrgImport(database, people).load(SampleHospital.org(), (_, _) -> {});
    new CatalogueImport(database, people, catalogue, clock).load(SampleHospital.catalogue());
    tickets =
        new TicketDesk(
            database,
            new EventLog("desk"),
            people,
            catalogue,
            access,
            media,
            new Routing(people, duty, calendars::of, clock),
            calendars::of,
            policies::at,
            clock);
  }

  private static java.nio.file.Path temporaryFolder() {
    try {
      return Files.createTempDirectory("apricot-media-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static CategoryCode category(String code) {
    return new CategoryCode(code);
  }

  /// Nurse Sun's wristband printer.
  public Ticket wristband() {
    return tickets.open(report(SUN, Priority.P3));
  }

  public NewTicket report(PersonId requester, Priority priority) {
    return new NewTicket(
        TicketKind.INCIDENT,
        "腕带打印机不走纸",
        "骨一护士站腕带打印机红灯闪烁，HIS 能登录，打不出来",
        Optional.of(WRISTBAND),
        Optional.empty(),
        Optional.empty(),
        Optional.of("三楼护士站"),
        Optional.empty(),
        requester,
        requester,
        Optional.of(priority),
        Optional.empty(),
        Optional.empty(),
        Channel.DIRECT,
        Optional.empty(),
        List.of(),
        new JsonObject());
  }
}
