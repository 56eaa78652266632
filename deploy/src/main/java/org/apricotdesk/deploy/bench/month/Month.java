package org.apricotdesk.deploy.bench.month;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.deploy.bench.BenchFolder;

/// `bench month`: days of a hospital of 5,000 people, through encrypted callbacks and the real
/// database, on a clock that leaps from one thing that happens to the next; and what became of the
/// promises.
public final class Month {
  /// Has a holiday in the middle and a Sunday that is worked, in the sample calendar.
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

  private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
  private static final long SEED = 20260901;

  /// How many write on a working day.
  private static final int DAILY = 70;

  private static final Duration LONGEST_LEAP = Duration.ofMinutes(30);

  /// Four days on, what was solved on the last day is closed; the first working day of October,
  /// on which the brief is drafted, is the eighth.
  private static final LocalDate BRIEF = LocalDate.of(2026, 10, 8);

  private static final LocalTime DRAFTED = LocalTime.of(8, 5);

  private final LocalDate first;
  private final int daily;
  private final Consumer<String> progress;
  private final World world;
  private final Timetable timetable = new Timetable();
  private final Hours hours;
  private final People people;
  private final Reporters reporters;
  private final Engineers engineers;
  private final Visits visits;
  private final Outage outage;
  private final Upgrade upgrade;
  private final Shifts shifts;
  private final Panel panel;
  private long heard;

  private Month(World world, LocalDate first, int daily, Consumer<String> progress) {
    this.world = world;
    this.first = first;
    this.daily = daily;
    this.progress = progress;
    hours = new Hours(SampleHospital.calendar(), first.minusDays(10), LAST.plusDays(60));
    people = new People(world, timetable, new Chance(SEED), new Tally());
    reporters = new Reporters(people);
    engineers = new Engineers(people);
    visits = new Visits(people);
    outage = new Outage(people, outageDay());
    upgrade = new Upgrade(people, first, LAST);
    shifts = new Shifts(people);
    panel = new Panel(people, outageDay().plusDays(1));
  }

  /// What came of it.
  ///
  /// @param text a Markdown section
  public record Outcome(boolean kept, String text) {}

  /// The whole month.
  ///
  /// @param progress told of each day
  /// @param kept an empty folder in which the product's data stays
  /// @throws IllegalArgumentException if something is in that folder
  public static Outcome run(Consumer<String> progress, Optional<Path> kept) {
    if (kept.isPresent()) return run(BenchFolder.empty(kept.get()), FIRST, DAILY, progress);
    var folder = BenchFolder.make();
    try {
      return run(folder, FIRST, DAILY, progress);
    } finally {
      BenchFolder.delete(folder);
    }
  }

  /// The end of the month from some day on.
  ///
  /// @param daily how many write on a working day
  static Outcome run(Path folder, LocalDate first, int daily, Consumer<String> progress) {
    var began = System.nanoTime();
    var midnight = first.atStartOfDay(World.ZONE).toInstant();
    try (var world = new World(folder, midnight)) {
      var promises = new Month(world, first, daily, progress).play();
      return outcome(promises, Duration.ofNanos(System.nanoTime() - began));
    }
  }

  private static Outcome outcome(List<Promise> promises, Duration took) {
    var text =
        "### A month of the hospital (%d s)%n%n| | promise | counted |%n| --- | --- | --- |%n%s"
            .formatted(
                took.toSeconds(), String.join("\n", promises.stream().map(Promise::line).toList()));
    return new Outcome(promises.stream().allMatch(Promise::kept), text);
  }

  private LocalDate outageDay() {
    var day = first.plusDays((LAST.toEpochDay() - first.toEpochDay() + 1) / 3);
    while (!hours.isWorkingDay(day)) day = day.plusDays(1);
    return day;
  }

  private List<Promise> play() {
    world.desk().rounds().planWeek(first.with(java.time.DayOfWeek.MONDAY));
    outage.plan();
    upgrade.plan();
    panel.plan();
    for (var day = first; !day.isAfter(LAST); day = day.plusDays(1)) {
      progress.accept("playing " + day);
      var working = hours.isWorkingDay(day);
      reporters.plan(day, working ? daily : daily / 3);
      if (working) visits.plan(day);
      if (working) shifts.plan(day);
      passTo(day.plusDays(1).atStartOfDay(World.ZONE).toInstant());
    }
    var checks = new Checks(world, people.tally(), hours, first, LAST);
    var work = checks.work();
    var atMidnight = checks.figures("figures at the end of the month");
    progress.accept("playing on to " + BRIEF);
    passTo(BRIEF.atTime(DRAFTED).atZone(World.ZONE).toInstant());
    return Stream.of(
            work,
            atMidnight,
            checks.afterwards(),
            checks.outage(outage.course()),
            checks.together(panel.reviewed()))
        .flatMap(List::stream)
        .toList();
  }

  private void passTo(Instant end) {
    while (world.now().isBefore(end)) {
      world.moveTo(next(end));
      listen();
      var acts = timetable.due(world.now());
      if (acts.isEmpty()) continue;
      var before = people.tally().acts();
      acts.forEach(Runnable::run);
      world.awaitKept(people.tally().acts() - before);
      world.settle();
      listen();
    }
  }

  /// The next moment at which anybody or the product has something to do.
  private Instant next(Instant end) {
    return Stream.of(
            Optional.of(end),
            Optional.of(world.now().plus(LONGEST_LEAP)),
            timetable.next(),
            world.due())
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .map(at -> at.isBefore(world.now()) ? world.now() : at)
        .orElse(end);
  }

  /// People take notice of what has happened.
  private void listen() {
    for (var news : world.happened(heard)) {
      heard = news.position();
      reporters.hear(news);
      engineers.hear(news);
      outage.hear(news);
    }
  }
}
