package org.apricotdesk.desk.indicator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Scope;
import org.apricotdesk.desk.target.Calendars;

/// The department's figures, computed from the tickets the viewer may see.
public final class Indicators {
  private final Database database;
  private final Access access;
  private final Calendars calendars;
  private final Clock clock;

  public Indicators(Database database, Access access, Calendars calendars, Clock clock) {
    this.database = database;
    this.access = access;
    this.calendars = calendars;
    this.clock = clock;
  }

  /// One figure of one slice.
  ///
  /// @param key what it is about, such as a team's id; empty where no slices were asked for
  /// @param small whether its value is withheld because too few stand behind it
  public record Shown(Optional<String> key, Figure figure, boolean small) {}

  public List<Shown> over(Period period, Person viewer, Optional<Dimension> by) {
    return within(accountable(access.scope(viewer)), period, by);
  }

  /// The whole hospital's, for what is told to everybody: whoever publishes it minds small numbers.
  public List<Shown> ofHospital(Period period, Optional<Dimension> by) {
    return within(Scope.EVERYTHING, period, by);
  }

  private List<Shown> within(Scope scope, Period period, Optional<Dimension> by) {
    var now = clock.instant();
    var asOf = earlier(now, period.to());
    var facts = new FactStore(database.pool(), calendars).living(period, asOf, scope, by);
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
    return shown;
  }

  private static boolean withheld(Figure figure, Optional<Dimension> by, Scope scope) {
    return !scope.everything() && by.filter(Dimension::isPersonal).isPresent() && figure.isSmall();
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
