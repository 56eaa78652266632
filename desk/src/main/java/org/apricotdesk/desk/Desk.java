package org.apricotdesk.desk;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.CatalogueImport;
import org.apricotdesk.desk.duty.Duty;
import org.apricotdesk.desk.routing.Routing;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.desk.staff.Machine;
import org.apricotdesk.desk.staff.OrgImport;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.Tokens;
import org.apricotdesk.desk.ticket.Media;
import org.apricotdesk.desk.ticket.Ticker;
import org.apricotdesk.desk.ticket.TicketDesk;

/// The service desk: everything the bot, the pages and the commands ask it for.
public final class Desk implements AutoCloseable {
  private final Database database;
  private final Clock clock;
  private final EventLog events = new EventLog("desk");
  private final People people;
  private final Access access;
  private final Catalogue catalogue;
  private final Duty duty;
  private final Media media;
  private final Routing routing;
  private final TicketDesk tickets;
  private final List<Runnable> running = new ArrayList<>();

  private Desk(Database database, Clock clock, Path dataDir, List<Machine> machines) {
    this.database = database;
    this.clock = clock;
    people = new People(database, machines);
    access = new Access(people);
    catalogue = new Catalogue(database);
    duty = new Duty(database);
    media = new Media(database.pool(), dataDir.resolve("media"), clock);
    routing = new Routing(people, duty, clock);
    tickets = new TicketDesk(database, events, people, catalogue, access, media, routing, clock);
  }

  /// Opens the desk on a migrated database. It does nothing by itself yet: see [#start].
  public static Desk open(Database database, Clock clock, Settings settings) {
    var machines =
        settings.apiTokens().stream()
            .map(token -> new Machine(token.name(), Role.of(token.role()), token.sha256()))
            .toList();
    return new Desk(database, clock, settings.dataDir(), machines);
  }

  public People people() {
    return people;
  }

  public Access access() {
    return access;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Duty duty() {
    return duty;
  }

  public Media media() {
    return media;
  }

  public Routing routing() {
    return routing;
  }

  public TicketDesk tickets() {
    return tickets;
  }

  /// The log of everything that happens at the desk; tickets are its stream `ticket`.
  public EventLog events() {
    return events;
  }

  public Tokens tokens() {
    return new Tokens(database, people, clock);
  }

  /// Loads the hospital's register, all or nothing.
  public ImportReport importOrganisation(String json) {
    return new OrgImport(database, people).load(json);
  }

  /// Loads the service catalogue, all or nothing. The teams it names must be there.
  public ImportReport importCatalogue(String json) {
    return new CatalogueImport(database, people, catalogue, clock).load(json);
  }

  /// Starts what the desk does by itself: escalating, closing, keeping in step with the others.
  public Desk start() {
    running.add(new Refresher(people, catalogue)::close);
    running.add(new Ticker(database, tickets)::close);
    return this;
  }

  @Override
  public void close() {
    running.reversed().forEach(Runnable::run);
    running.clear();
  }
}
