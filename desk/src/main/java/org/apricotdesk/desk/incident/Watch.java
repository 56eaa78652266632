package org.apricotdesk.desk.incident;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.incident.Area.Building;
import org.apricotdesk.desk.incident.IncidentEvent.What;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Impact;
import org.apricotdesk.desk.ticket.Fault;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Looks at what was reported lately and suspects an incident where the radar sees one.
final class Watch {
  private static final int MOST = 500;
  private static final int WEEKS = 4;
  private static final Duration LEARN_EVERY = Duration.ofHours(6);
  private static final Duration QUIET = Duration.ofHours(2);

  private final Database database;
  private final TicketDesk tickets;
  private final People people;
  private final Catalogue catalogue;
  private final Chronicle chronicle;
  private final Clock clock;
  private final ZoneId zone;
  private Usual usual;
  private Instant learned = Instant.MIN;

  Watch(
      Database database,
      TicketDesk tickets,
      People people,
      Catalogue catalogue,
      Chronicle chronicle,
      Clock clock,
      ZoneId zone) {
    this.database = database;
    this.tickets = tickets;
    this.people = people;
    this.catalogue = catalogue;
    this.chronicle = chronicle;
    this.clock = clock;
    this.zone = zone;
    this.usual = Usual.unknown(zone);
  }

  void look() {
    var now = clock.instant();
    learn(now);
    var sightings =
        tickets.faultsSince(database.pool(), now.minus(Radar.LOOKS_BACK), MOST).stream()
            .map(Watch::sighting)
            .toList();
    new Radar(usual)
        .look(sightings, now)
        .ifPresent(echo -> database.inTransaction(tx -> suspect(tx, echo, now)));
  }

  private void learn(Instant now) {
    if (now.isBefore(learned)) return;
    learned = now.plus(LEARN_EVERY);
    var learning = Usual.learning(zone);
    tickets
        .faultCounts(now.minus(Duration.ofDays(7L * WEEKS)), now.minus(Duration.ofHours(1)))
        .forEach(count -> learning.saw(count.category().value(), count.hour(), count.times()));
    usual = learning.over(WEEKS);
  }

  private static Sighting sighting(Fault fault) {
    return new Sighting(
        fault.ticket(),
        fault.reported(),
        fault.requester(),
        fault.category().value(),
        fault.campus(),
        fault.department(),
        fault.impact().filter(impact -> impact != Impact.INDIVIDUAL).isPresent());
  }

  private Optional<Incident> suspect(SqlConnection tx, Radar.Echo echo, Instant now) {
    var store = new IncidentStore(tx);
    var group = Set.of(echo.group());
    var fresh =
        store.detected(now.minus(Duration.ofDays(7)), now.plusSeconds(1)).stream()
            .filter(incident -> isFresh(incident, now))
            .toList();
    var about =
        fresh.stream()
            .filter(incident -> incident.overlaps(group))
            .findFirst()
            .or(() -> fresh.stream().filter(incident -> isBeside(incident, echo)).findFirst());
    if (about.isEmpty())
      return Optional.of(chronicle.begin(tx, PersonId.SYSTEM, suspected(echo), now));
    var incident = store.lock(about.get().number()).orElseThrow();
    var grows = echo.reporters() > incident.reporters() || !incident.overlaps(group);
    return incident.stage() == Stage.SUSPECTED && grows
        ? Optional.of(chronicle.record(tx, incident, PersonId.SYSTEM, grown(incident, echo), now))
        : Optional.empty();
  }

  /// Whether it is suspected of another part of the same: when the doctors' workstation is down,
  /// some report the prescriptions.
  private static boolean isBeside(Incident incident, Radar.Echo echo) {
    var parent = parent(echo.group());
    return incident.stage() == Stage.SUSPECTED
        && incident.categories().stream().allMatch(one -> parent(one).equals(parent));
  }

  private static String parent(String group) {
    return group.contains(".") ? group.substring(0, group.lastIndexOf('.')) : group;
  }

  /// Whether new reports of the kind belong to it rather than to something new.
  private static boolean isFresh(Incident incident, Instant now) {
    var over = incident.times().closed().or(() -> incident.times().restored());
    return over.isEmpty() || over.get().plus(QUIET).isAfter(now);
  }

  private What suspected(Radar.Echo echo) {
    return new What.Suspected(
        name(echo.group()),
        Set.of(echo.group()),
        area(echo.campuses(), echo.departments()),
        echo.since(),
        (int) echo.reporters(),
        numbers(echo));
  }

  private What grown(Incident incident, Radar.Echo echo) {
    var departments = Fold.union(incident.area().departments(), echo.departments());
    var campuses = echo.reports().stream().map(Sighting::campus).collect(Collectors.toSet());
    campuses.addAll(incident.area().campuses());
    var area = area(campuses, departments);
    var group = echo.group();
    if (!incident.overlaps(Set.of(group))) {
      var reporters = incident.reporters() + (int) echo.reporters();
      var tickets = new ArrayList<>(incident.evidence());
      tickets.addAll(numbers(echo));
      return new What.Grown(Set.of(parent(group)), area, reporters, tickets);
    }
    var wider = incident.categories().stream().allMatch(one -> Incident.within(one, group));
    var categories = wider ? Set.of(group) : incident.categories();
    return new What.Grown(categories, area, (int) echo.reporters(), numbers(echo));
  }

  private static List<TicketNumber> numbers(Radar.Echo echo) {
    return echo.reports().stream()
        .map(Sighting::ticket)
        .sorted(Comparator.comparingLong(TicketNumber::value))
        .toList();
  }

  private String name(String group) {
    return catalogue.name(new CategoryCode(group)).orElse(group);
  }

  /// The smallest step of the ladder that holds all of them.
  private Area area(Set<CampusId> campuses, Set<DepartmentId> departments) {
    if (campuses.size() > 1) return new Area(Extent.HOSPITAL, campuses, departments);
    var buildings =
        departments.stream()
            .flatMap(id -> people.department(id).stream())
            .map(Building::of)
            .distinct()
            .count();
    if (buildings > 1) return new Area(Extent.CAMPUS, campuses, departments);
    var extent = departments.size() > 2 ? Extent.BUILDING : Extent.ROOM;
    return new Area(extent, campuses, departments);
  }
}
