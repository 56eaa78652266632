package org.apricotdesk.desk;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.Elected;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.config.event.Tail;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.config.work.Loop;
import org.apricotdesk.desk.api.Api;
import org.apricotdesk.desk.api.ApiPart;
import org.apricotdesk.desk.api.DutyCalls;
import org.apricotdesk.desk.api.OnlyOnce;
import org.apricotdesk.desk.api.PeopleCalls;
import org.apricotdesk.desk.api.TargetCalls;
import org.apricotdesk.desk.api.TicketCalls;
import org.apricotdesk.desk.assessment.Assessments;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.brief.BriefCalls;
import org.apricotdesk.desk.brief.Briefs;
import org.apricotdesk.desk.brief.MonthlyDraft;
import org.apricotdesk.desk.brief.Readings;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.CatalogueImport;
import org.apricotdesk.desk.dashboard.AssessmentPages;
import org.apricotdesk.desk.dashboard.BehindAssessment;
import org.apricotdesk.desk.dashboard.DashboardPages;
import org.apricotdesk.desk.dashboard.Names;
import org.apricotdesk.desk.dashboard.OwnFigures;
import org.apricotdesk.desk.duty.Drafts;
import org.apricotdesk.desk.duty.Duty;
import org.apricotdesk.desk.duty.Roster;
import org.apricotdesk.desk.duty.ShiftKind;
import org.apricotdesk.desk.incident.IncidentCalls;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.indicator.IndicatorCalls;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.ledger.Ledger;
import org.apricotdesk.desk.ledger.LedgerCalls;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.privacy.SealedOriginals;
import org.apricotdesk.desk.round.Rounds;
import org.apricotdesk.desk.routing.Routing;
import org.apricotdesk.desk.spare.Spares;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.DirectorySync;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.desk.staff.Machine;
import org.apricotdesk.desk.staff.OrgImport;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.Tokens;
import org.apricotdesk.desk.suggestion.SuggestionCalls;
import org.apricotdesk.desk.suggestion.Suggestions;
import org.apricotdesk.desk.survey.Callbacks;
import org.apricotdesk.desk.survey.Surveys;
import org.apricotdesk.desk.target.CalendarImport;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.target.Known;
import org.apricotdesk.desk.target.Policies;
import org.apricotdesk.desk.target.TargetsImport;
import org.apricotdesk.desk.ticket.Media;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.Sessions;
import org.apricotdesk.desk.wording.Wordings;

/// The service desk: everything the bot, the pages and the commands ask it for.
public final class Desk implements AutoCloseable {
  private static final Duration REFRESH = Duration.ofSeconds(2);

  private final Database database;
  private final Clock clock;
  private final ZoneId zone;
  private final URI address;
  private final EventLog events = new EventLog("desk");
  private final People people;
  private final Access access;
  private final Catalogue catalogue;
  private final Duty duty;
  private final Calendars calendars;
  private final Policies policies;
  private final Media media;
  private final Routing routing;
  private final TicketDesk tickets;
  private final Spares spares;
  private final Incidents incidents;
  private final Maintenance maintenance;
  private final Suggestions suggestions;
  private final Callbacks callbacks;
  private final Rounds rounds;
  private final Surveys surveys;
  private final Audit audit;
  private final Indicators indicators;
  private final Briefs briefs;
  private final Wordings wordings;
  private final OnlyOnce onlyOnce;
  private final Chores chores;
  private final List<Runnable> running = new ArrayList<>();

  private Desk(Database database, Clock clock, Settings settings) {
    this.database = database;
    this.clock = clock;
    zone = settings.organisation().timeZone();
    address = settings.http().publicUrl();
    people = new People(database, machines(settings));
    access = new Access(people);
    catalogue = new Catalogue(database);
    duty = new Duty(database);
    media = new Media(database.pool(), settings.dataDir().resolve("media"), clock);
    audit = new Audit(database, clock);
    wordings = new Wordings(database, audit, clock);
    onlyOnce = new OnlyOnce(clock);
    calendars = new Calendars(database, zone);
    policies = new Policies(database, clock);
    routing = new Routing(people, duty, calendars::of, clock);
    tickets =
        new TicketDesk(
            database,
            events,
            people,
            catalogue,
            access,
            media,
            routing,
            calendars::of,
            policies::at,
            clock);
    spares = new Spares(database.pool());
    incidents = new Incidents(database, events, tickets, people, catalogue, clock, zone);
    maintenance = new Maintenance(database, events, people, incidents.known(), clock);
    suggestions = new Suggestions(database, events, people, clock, zone);
    rounds =
        new Rounds(database, events, people, tickets, suggestions, this::isWorkingDay, clock, zone);
    callbacks = new Callbacks(database, tickets, access, people, calendars::of, clock);
    surveys = new Surveys(database, events, people, access, clock, zone);
    indicators =
        new Indicators(database, access, calendars, clock, zone)
            .counting(incidents, maintenance)
            .countingLedger(this::isWorkingDay)
            .counting(surveys)
            .counting(suggestions)
            .counting(rounds, this::isWorkingDay);
    briefs =
        new Briefs(
            database,
            events,
            indicators,
            incidents,
            suggestions,
            rounds,
            people,
            catalogue,
            this::isWorkingDay,
            clock,
            settings.organisation().locale(),
            zone);
    chores = allChores();
  }

  /// Opens the desk on a migrated database. It does nothing by itself yet: see [#start].
  public static Desk open(Database database, Clock clock, Settings settings) {
    return new Desk(database, clock, settings);
  }

  private static List<Machine> machines(Settings settings) {
    return settings.apiTokens().stream()
        .map(token -> new Machine(token.name(), Role.of(token.role()), token.sha256()))
        .toList();
  }

  public People people() {
    return people;
  }

  public Spares spares() {
    return spares;
  }

  public Access access() {
    return access;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /// What the desk promises, version by version.
  public Policies policies() {
    return policies;
  }

  public Calendars calendars() {
    return calendars;
  }

  /// Where browsers find the pages.
  public URI address() {
    return address;
  }

  /// The hospital's own time zone.
  public ZoneId zone() {
    return zone;
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

  public Callbacks callbacks() {
    return callbacks;
  }

  public Rounds rounds() {
    return rounds;
  }

  public Surveys surveys() {
    return surveys;
  }

  public Suggestions suggestions() {
    return suggestions;
  }

  public Incidents incidents() {
    return incidents;
  }

  public Maintenance maintenance() {
    return maintenance;
  }

  /// The log of everything that happens at the desk; tickets are its stream `ticket`.
  public EventLog events() {
    return events;
  }

  /// Where the pages keep what is theirs alone, such as saved filters.
  public Database database() {
    return database;
  }

  /// Starts telling what happens at the desk from now on.
  public Tail follow(Consumer<List<Event>> hears) {
    return events.follow(database, hears);
  }

  /// The facts that nothing else here brings forth, for the figures.
  public Ledger ledger() {
    return new Ledger(database.pool());
  }

  public Audit audit() {
    return audit;
  }

  /// What the hospital says instead of built-in texts.
  public Wordings wordings() {
    return wordings;
  }

  public Indicators indicators() {
    return indicators;
  }

  public Briefs briefs() {
    return briefs;
  }

  /// The pages of figures.
  public DashboardPages dashboard(Pages pages) {
    var names = new Names(people, catalogue);
    return new DashboardPages(indicators, tickets, names, pages, zone);
  }

  /// The pages of what each engineer's own work comes to.
  public OwnFigures ownFigures(Pages pages) {
    return new OwnFigures(database.pool(), indicators(), tickets, people, access, pages, zone);
  }

  /// How engineers are assessed.
  public Assessments assessments() {
    return new Assessments(
        database, people, catalogue, indicators, incidents, tickets, audit, clock, zone);
  }

  /// The pages of that.
  public AssessmentPages assessments(Pages pages) {
    var behind = new BehindAssessment(indicators, tickets, new Names(people, catalogue), zone);
    return new AssessmentPages(assessments(), behind, access, people, pages, zone);
  }

  public Readings readings() {
    return new Readings(database, people, clock);
  }

  /// The REST API with everything the desk itself has, and what other features add.
  public Api api(Vertx vertx, List<ApiPart> more) {
    var parts = new ArrayList<ApiPart>();
    parts.add(new TicketCalls(tickets, people, catalogue, access, incidents.known()::of, zone));
    parts.add(new PeopleCalls(people));
    parts.add(new DutyCalls(duty, roster(), zone));
    parts.add(new TargetCalls(policies, known(), audit, clock, zone));
    parts.add(new LedgerCalls(database.pool(), people, audit));
    parts.add(new IndicatorCalls(indicators, zone));
    parts.add(new BriefCalls(briefs));
    parts.add(new IncidentCalls(incidents));
    parts.add(new SuggestionCalls(suggestions));
    parts.addAll(more);
    return new Api(vertx, database, people, audit, onlyOnce, parts);
  }

  /// What targets may be for.
  public Known known() {
    return new Known(catalogue::holds, people::hasCampus);
  }

  public Tokens tokens() {
    return new Tokens(database, people, clock);
  }

  /// Loads the hospital's register, all or nothing, for the operator.
  public ImportReport importOrganisation(String json) {
    return importOrganisation(json, new RolesByFile(audit, PersonId.SYSTEM, _ -> true));
  }

  /// Loads the hospital's register for somebody who may give some roles and not others.
  public ImportReport importOrganisation(String json, Person by) {
    var giver = new RolesByFile(audit, by.id(), giving -> access.mayGive(by, giving));
    return importOrganisation(json, giver);
  }

  private ImportReport importOrganisation(String json, RolesByFile giver) {
    var report = new OrgImport(database, people).load(json, giver);
    giver.changed().forEach(this::signOut);
    return report;
  }

  /// Loads the service catalogue, all or nothing. The teams it names must be there.
  public ImportReport importCatalogue(String json) {
    return new CatalogueImport(database, people, catalogue, clock).load(json);
  }

  /// Starts what the desk does by itself: escalating, closing, keeping in step with the others.
  public Desk start() {
    running.add(Loop.every(REFRESH, "refresher", this::refresh)::close);
    running.add(Elected.start(database, "desk", "ticker", chores)::close);
    return this;
  }

  /// Keeps what is in memory in step with what other instances change.
  private void refresh() {
    people.refresh();
    catalogue.refresh();
    calendars.refresh();
    policies.refresh();
    wordings.refresh();
    incidents.known().refresh();
    maintenance.refresh();
  }

  /// Does at once what is due by now, instead of within a second: for a clock that is moved on by
  /// leaps.
  public void work() {
    while (chores.run().isZero()) {}
  }

  private Chores allChores() {
    return new Chores(
        List.of(
            () -> tickets.actOnDue(Chores.BATCH),
            () -> tickets.remindOfLoans(Chores.BATCH),
            () -> incidents.work(Chores.BATCH),
            surveys::work,
            rounds::work,
            new RosterAhead(this::draftRoster, clock, zone),
            new MonthlyDraft(briefs, this::isWorkingDay, clock, zone),
            new Counted(indicators, clock),
            new NightlyRecount(database, tickets, indicators, audit, clock, zone),
            audit::seal,
            () -> SealedOriginals.erase(database.pool(), clock),
            () -> onlyOnce.forget(database.pool())));
  }

  /// Loads a year of the calendar, all or nothing.
  public ImportReport importCalendar(String json) {
    var report = new CalendarImport(database, people, calendars, clock).load(json);
    if (report.stored()) tickets.measureAnew();
    return report;
  }

  /// Loads a version of the targets, all or nothing.
  public ImportReport importTargets(String json) {
    return new TargetsImport(database, policies, known(), clock, zone).load(json);
  }

  /// Takes over the platform's address book. Whoever has left loses every right at once, and what
  /// they had open is passed on.
  public DirectorySync.Changes sync(List<DirectorySync.Member> members) {
    var changes = new DirectorySync(database, people).apply(members);
    changes.left().forEach(this::cut);
    return changes;
  }

  /// Takes over one member of the address book, who joined or is called otherwise.
  public void join(DirectorySync.Member member) {
    new DirectorySync(database, people).join(member);
  }

  /// Somebody has left: they lose every right at once, and what they had open is passed on.
  public void dismiss(PersonId who) {
    if (new DirectorySync(database, people).leave(who)) cut(who);
  }

  /// Ends every session of somebody who has lost their place here, and passes on what they had.
  public void cut(PersonId who) {
    signOut(who);
    tickets.leave(who);
  }

  /// Ends every session of somebody, whose rights have changed.
  public void signOut(PersonId who) {
    new Sessions(database, clock).closeAll(who);
  }

  /// Drafts the roster of the days that nobody has planned, by the kinds of shifts of the calendar
  /// loaded last.
  ///
  /// @param to the day after the last
  /// @return how many days were drafted
  public int draftRoster(LocalDate from, LocalDate to) {
    if (people.campuses().isEmpty()) return 0;
    var main = people.campuses().getFirst().id();
    return new Drafts(duty, people, this::shiftKinds, zone, calendars.of(main)::isWorkingDay)
        .fill(from, to);
  }

  /// Whether the main campus works on that day.
  private boolean isWorkingDay(LocalDate day) {
    return people.campuses().isEmpty()
        || calendars.of(people.campuses().getFirst().id()).isWorkingDay(day);
  }

  /// Single changes to the duty roster.
  public Roster roster() {
    return new Roster(duty, people, audit, this::shiftKinds, zone);
  }

  /// The kinds of shifts of the calendar loaded last.
  public List<ShiftKind> shiftKinds() {
    return calendars.newest().map(ShiftKind::in).orElse(List.of());
  }

  @Override
  public void close() {
    running.reversed().forEach(Runnable::run);
    running.clear();
  }
}
