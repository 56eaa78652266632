package org.apricotdesk.desk.indicator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Scope;
import org.apricotdesk.desk.target.Calendars;

/// The department's figures, computed from the tickets the viewer may see.
public final class Indicators {
  private final Database database;
  private final Access access;
  private final Calendars calendars;
  private final Incidents incidents;
  private final Maintenance maintenance;
  private final Clock clock;
  private final ZoneId zone;

  public Indicators(
      Database database,
      Access access,
      Calendars calendars,
      Incidents incidents,
      Maintenance maintenance,
      Clock clock,
      ZoneId zone) {
    this.database = database;
    this.access = access;
    this.calendars = calendars;
    this.incidents = incidents;
    this.maintenance = maintenance;
    this.clock = clock;
    this.zone = zone;
  }

  /// One figure of one slice.
  ///
  /// @param key what it is about, such as a team's id; empty where no slices were asked for
  /// @param small whether its value is withheld because too few stand behind it
  public record Shown(Optional<String> key, Figure figure, boolean small) {}

  public List<Shown> over(Period period, Person viewer, Optional<Dimension> by) {
    return within(scopeOf(viewer), period, by);
  }

  /// The whole hospital's, for what is told to everybody: whoever publishes it minds small numbers.
  public List<Shown> ofHospital(Period period, Optional<Dimension> by) {
    return within(Scope.EVERYTHING, period, by);
  }

  /// What one engineer's own work comes to: the tickets that are or were last in their hands.
  public List<Figure> ofEngineer(Period period, PersonId engineer) {
    var own = new Scope(false, engineer, Set.of(), Optional.empty(), false, false, Set.of());
    return within(own, period, Optional.of(Dimension.ENGINEER)).stream()
        .filter(shown -> shown.key().equals(Optional.of(engineer.value())))
        .map(Shown::figure)
        .toList();
  }

  private List<Shown> within(Scope scope, Period period, Optional<Dimension> by) {
    var now = clock.instant();
    var asOf = earlier(now, period.to());
    var facts = new FactStore(database.pool(), calendars, zone).living(period, asOf, scope, by);
    if (by.isEmpty()) facts.putIfAbsent("", List.of());
    var shown = new ArrayList<Shown>();
    new TreeMap<>(facts)
        .forEach(
            (key, tickets) ->
                new Formulas(period, tickets)
                    .all()
                    .forEach(
                        figure ->
                            shown.add(
                                new Shown(by.map(_ -> key), figure, withheld(figure, by, scope)))));
    shown.addAll(systems(new Uptime(incidents, maintenance, period, now), by));
    return shown;
  }

  /// What is counted from incidents is the whole hospital's, whoever looks.
  private static List<Shown> systems(Uptime uptime, Optional<Dimension> by) {
    if (by.isEmpty())
      return uptime.whole().stream().map(f -> new Shown(Optional.empty(), f, false)).toList();
    if (!by.get().equals(Dimension.SYSTEM)) return List.of();
    return uptime.availability().entrySet().stream()
        .map(system -> new Shown(Optional.of(system.getKey()), system.getValue(), false))
        .toList();
  }

  /// One ticket behind a figure.
  ///
  /// @param hit whether it is in the numerator
  public record Behind(long number, boolean hit) {}

  /// The tickets a figure was counted from, newest first, as far as the viewer may see them.
  ///
  /// @param before goes on below that number
  public List<Behind> behind(
      Indicator indicator, Period period, Person viewer, long before, int limit) {
    var scope = scopeOf(viewer);
    var asOf = earlier(clock.instant(), period.to());
    var selection = Selection.of(indicator, period);
    return new FactStore(database.pool(), calendars, zone)
        .living(period, asOf, scope, Optional.empty()).values().stream()
            .flatMap(List::stream)
            .filter(fact -> fact.outcome() != Fact.Outcome.TEST && fact.number() < before)
            .filter(selection.counted())
            .sorted(Comparator.comparingLong(Fact::number).reversed())
            .limit(limit)
            .map(fact -> new Behind(fact.number(), selection.hit().test(fact)))
            .toList();
  }

  private static boolean withheld(Figure figure, Optional<Dimension> by, Scope scope) {
    return !scope.everything() && by.filter(Dimension::isPersonal).isPresent() && figure.isSmall();
  }

  /// The tickets whose figures are this viewer's.
  public Scope scopeOf(Person viewer) {
    return accountable(access.scope(viewer));
  }

  /// Unclaimed work of others may be seen, but is not this viewer's to answer for.
  private static Scope accountable(Scope scope) {
    return new Scope(
        scope.everything(),
        scope.self(),
        Set.copyOf(scope.departments()),
        scope.team(),
        false,
        scope.incidents(),
        scope.campuses());
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
