package org.apricotdesk.desk.indicator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.indicator.Counting.Together;
import org.apricotdesk.desk.indicator.Sums.Sum;
import org.apricotdesk.desk.ledger.Ledger;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.round.Rounds;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Scope;
import org.apricotdesk.desk.suggestion.Suggestions;
import org.apricotdesk.desk.survey.Surveys;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.target.Interruption;
import org.apricotdesk.knowledge.feedback.Feedback;

/// The department's figures: those of tickets over what the viewer answers for, the others over the
/// whole hospital.
public final class Indicators {
  private final Database database;
  private final Access access;
  private final Calendars calendars;
  private final Clock clock;
  private final ZoneId zone;
  private final Rollup rollup;
  private final List<Source> sources = new CopyOnWriteArrayList<>();

  public Indicators(
      Database database, Access access, Calendars calendars, Clock clock, ZoneId zone) {
    this.database = database;
    this.access = access;
    this.calendars = calendars;
    this.clock = clock;
    this.zone = zone;
    this.rollup = new Rollup(database, calendars, zone);
  }

  /// Counts outages, and the downtime that was planned.
  public Indicators counting(Incidents incidents, Maintenance maintenance) {
    return with(new OutageCounts(incidents, maintenance));
  }

  /// Counts what stands in the ledger.
  public Indicators countingLedger(Predicate<LocalDate> workingDay) {
    return with(new LedgerCounts(new Ledger(database.pool()), workingDay, zone));
  }

  public Indicators counting(Rounds rounds, Predicate<LocalDate> workingDay) {
    return with(new RoundCounts(rounds::between, rounds::found, workingDay, zone));
  }

  public Indicators counting(Suggestions suggestions) {
    return with(new WishCounts(suggestions::planned, suggestions::measured, zone));
  }

  public Indicators counting(Surveys surveys) {
    return with(new SurveyCounts(surveys, zone));
  }

  public Indicators counting(Feedback answers) {
    return with(new AnswerCounts(period -> answers.helped(period.from(), period.to())));
  }

  private Indicators with(Source source) {
    sources.add(source);
    return this;
  }

  private Counting counting(Part part) {
    return counting(part, new Together(List.of(), Optional.empty()));
  }

  private Counting counting(Part part, Together together) {
    return new Counting(database.pool(), calendars, zone, part, clock.instant(), together);
  }

  /// One figure of one slice.
  ///
  /// @param key what it is about, such as a team's id; empty where no slices were asked for
  /// @param small whether its value is withheld because too few stand behind it
  /// @param counted whether the viewer may read the counts instead, where it is withheld
  public record Shown(Optional<String> key, Figure figure, boolean small, boolean counted) {
    /// Whether there is anything to read but that there are few.
    public boolean isTold() {
      return !small || counted;
    }
  }

  public List<Shown> over(Period period, Person viewer, Optional<Dimension> by) {
    return seenBy(viewer).over(period, by);
  }

  /// What one viewer sees at one moment.
  public Look seenBy(Person viewer) {
    return seenBy(viewer, new Together(List.of(), Optional.empty()));
  }

  /// The same, of these periods and told apart in this way above all.
  public Look seenBy(Person viewer, List<Period> periods, Dimension by) {
    return seenBy(viewer, new Together(periods, Optional.of(by)));
  }

  private Look seenBy(Person viewer, Together together) {
    return look(scopeOf(viewer), together, access.mayReadFew(viewer));
  }

  private Look lookAtHospital() {
    return look(Scope.EVERYTHING, new Together(List.of(), Optional.empty()), true);
  }

  private Look look(Scope scope, Together together, boolean readsFew) {
    rollup.catchUp();
    var counting = counting(part(scope), together);
    return new Look(
        counting,
        counting.part().isWhole() ? counting : counting(Part.of(Scope.EVERYTHING)),
        scope.everything(),
        readsFew);
  }

  /// Campuses outside which nothing is counted are the whole hospital, which needs not be added up
  /// from its campuses.
  private Part part(Scope scope) {
    return !scope.campuses().isEmpty() && new CellStore(database.pool()).areAll(scope.campuses())
        ? Part.of(Scope.EVERYTHING)
        : Part.of(scope);
  }

  public final class Look {
    private final Counting counting;
    private final Counting hospital;
    private final boolean withTimes;
    private final boolean readsFew;

    /// @param withTimes whether times that few stand behind are shown, too
    /// @param readsFew whether counts are shown where shares of few are not
    private Look(Counting counting, Counting hospital, boolean withTimes, boolean readsFew) {
      this.counting = counting;
      this.hospital = hospital;
      this.withTimes = withTimes;
      this.readsFew = readsFew;
    }

    public List<Shown> over(Period period, Optional<Dimension> by) {
      return counted(period, by, true);
    }

    /// The same without what needs single times, such as percentiles.
    public List<Shown> compared(Period period, Dimension by) {
      return counted(period, Optional.of(by), false);
    }

    /// What happened when.
    public Flow flow(Period period) {
      return new Flow(database.pool(), counting, period, zone);
    }

    private List<Shown> counted(Period period, Optional<Dimension> by, boolean times) {
      var asOf = counting.asOf(period);
      var length = length(period, asOf);
      var shown = new ArrayList<Shown>();
      slices(period, by, times)
          .forEach(
              (key, sums) ->
                  new Formulas(sums, length)
                      .all()
                      .forEach(f -> shown.add(shown(by.map(_ -> key), f, by))));
      for (var source : sources)
        if (by.isPresent()) shown.addAll(others(source, period, asOf, by.get()));
        else
          for (var figure : source.whole(period, asOf, () -> hospital.settled(period)))
            shown.add(shown(Optional.empty(), figure, by));
      return shown;
    }

    private List<Shown> others(Source source, Period period, Instant asOf, Dimension by) {
      var shown = new ArrayList<Shown>();
      source
          .by(by, period, asOf)
          .forEach(
              (key, figures) ->
                  figures.forEach(f -> shown.add(shown(Optional.of(key), f, Optional.of(by)))));
      return shown;
    }

    private Shown shown(Optional<String> key, Figure figure, Optional<Dimension> by) {
      return new Shown(key, figure, withheld(figure, by), readsFew);
    }

    /// A share of few is told to nobody; a time of few tells about people where these are told
    /// apart.
    private boolean withheld(Figure figure, Optional<Dimension> by) {
      if (figure.value().isEmpty() || !figure.isSmall()) return false;
      return figure.isShareOfFew() || (!withTimes && by.filter(Dimension::isPersonal).isPresent());
    }

    private Map<String, Sums> slices(Period period, Optional<Dimension> by, boolean times) {
      return by.isEmpty() ? Map.of("", counting.whole(period)) : counting.of(period, by, times);
    }
  }

  /// The whole hospital's, for what is told to everybody: whoever publishes it minds small numbers.
  public List<Shown> ofHospital(Period period, Optional<Dimension> by) {
    return lookAtHospital().over(period, by);
  }

  /// The whole hospital's told apart, for what is told to those who answer for it.
  public List<Shown> comparedInHospital(Period period, Dimension by) {
    return lookAtHospital().compared(period, by);
  }

  /// Urgent faults of a system.
  public record Failures(long p1, long p2) {
    public static final Failures NONE = new Failures(0, 0);

    public Failures plus(Failures other) {
      return new Failures(p1 + other.p1, p2 + other.p2);
    }
  }

  /// The whole hospital's urgent faults, by system.
  public Map<String, Failures> failures(Period period) {
    rollup.catchUp();
    var failures = new HashMap<String, Failures>();
    counting(Part.of(Scope.EVERYTHING))
        .of(period, Optional.of(Dimension.SYSTEM), false)
        .forEach((system, sums) -> failures.put(system, failures(sums.of(Tally.FAILURE))));
    return failures;
  }

  private static Failures failures(Sum sum) {
    return new Failures(sum.hits(), sum.missed());
  }

  /// Those urgent faults one by one, newest first; a hit is of P1.
  ///
  /// @param before goes on below that number
  public List<Behind> failures(Period period, Collection<String> systems, long before, int limit) {
    rollup.catchUp();
    return new MarkStore(database.pool(), zone).failures(period, systems, before, limit);
  }

  /// A ticket that an engineer did not keep in time.
  ///
  /// @param indicator which promise was not kept
  public record Late(PersonId engineer, long number, Indicator indicator) {}

  /// Late tickets whose clock ran in one of these times before they were late, by engineer.
  ///
  /// @param which shares of what was kept in time
  public List<Late> lateAmid(Period period, List<Interruption> gaps, Collection<Indicator> which) {
    if (gaps.isEmpty()) return List.of();
    rollup.catchUp();
    return new MarkStore(database.pool(), zone).lateAmid(period, gaps, which);
  }

  /// What happened when in the whole hospital.
  public Flow flowOfHospital(Period period) {
    return lookAtHospital().flow(period);
  }

  /// What one engineer's own work comes to: the tickets that are or were last in their hands.
  public List<Figure> ofEngineer(Period period, PersonId engineer) {
    rollup.catchUp();
    var counting = counting(Part.of(engineer));
    var length = length(period, counting.asOf(period));
    return new Formulas(counting.whole(period), length).all();
  }

  private static Duration length(Period period, Instant asOf) {
    return asOf.isAfter(period.from()) ? Duration.between(period.from(), asOf) : Duration.ZERO;
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
    if (indicator.tally().isEmpty()) return List.of();
    rollup.catchUp();
    return counting(Part.of(scopeOf(viewer)))
        .behind(indicator.tally().get(), period, before, limit);
  }

  /// The tickets of one engineer that a figure was counted from, newest first.
  ///
  /// @param before goes on below that number
  public List<Behind> behind(
      Indicator indicator, Period period, PersonId engineer, long before, int limit) {
    if (indicator.tally().isEmpty()) return List.of();
    rollup.catchUp();
    return counting(Part.of(engineer)).behind(indicator.tally().get(), period, before, limit);
  }

  /// What a figure of one engineer was counted from, if not from tickets.
  public List<Matter> matters(Indicator indicator, Period period, PersonId engineer) {
    var asOf = counting(Part.of(Scope.EVERYTHING)).asOf(period);
    return sources.stream()
        .flatMap(source -> source.behind(indicator, period, asOf, engineer).stream())
        .toList();
  }

  /// What a figure of the whole hospital was counted from, if not from tickets.
  public List<Matter> matters(Indicator indicator, Period period) {
    var asOf = counting(Part.of(Scope.EVERYTHING)).asOf(period);
    return sources.stream().flatMap(s -> s.behind(indicator, period, asOf).stream()).toList();
  }

  /// Counts all tickets anew from the beginning.
  public void rebuild() {
    rollup.rebuild();
  }

  /// Counts what has happened since the last time.
  public void catchUp() {
    rollup.catchUp();
  }

  /// Counts some of what has happened since the last time.
  ///
  /// @return whether there may be more
  public boolean countSome() {
    return rollup.countSome();
  }

  /// Makes what is kept of these tickets anew.
  ///
  /// @return those of which something else was kept
  public List<Long> recount(List<Long> tickets) {
    rollup.catchUp();
    return rollup.recount(tickets);
  }

  /// Adds a month's tickets up anew.
  ///
  /// @return how many sums were others
  public int recount(LocalDate month) {
    return rollup.recount(month);
  }

  private Scope scopeOf(Person viewer) {
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
}
