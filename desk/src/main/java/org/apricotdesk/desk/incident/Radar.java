package org.apricotdesk.desk.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;

/// Sees many reports that are one trouble: several people of several departments, the same system,
/// a short time, and far more than is usual at that hour. Pure.
///
/// Printers, single computers, courses and dictionaries break down one at a time, however many do:
/// those are left out.
final class Radar {
  static final Duration LOOKS_BACK = Duration.ofMinutes(15);
  private static final List<Duration> WINDOWS =
      List.of(Duration.ofMinutes(3), Duration.ofMinutes(10));
  private static final Set<String> SINGLE_THINGS =
      Set.of("printer", "workstation", "dictionary", "training", "other", "website");
  private static final int REPORTERS = 3;
  private static final int DEPARTMENTS = 2;

  /// How unlikely it must be that so many come by chance.
  private static final double CHANCE = 2e-6;

  private final Usual usual;

  Radar(Usual usual) {
    this.usual = usual;
  }

  /// What it sees at a moment: the most exact group of reports that cannot be chance.
  record Echo(String group, List<Sighting> reports, double chance) {
    Set<CampusId> campuses() {
      return reports.stream().map(Sighting::campus).collect(Collectors.toSet());
    }

    Set<DepartmentId> departments() {
      return reports.stream()
          .flatMap(report -> report.department().stream())
          .collect(Collectors.toSet());
    }

    long reporters() {
      return reports.stream().map(Sighting::reporter).distinct().count();
    }

    Instant since() {
      return reports.stream().map(Sighting::at).min(Comparator.naturalOrder()).orElseThrow();
    }
  }

  /// @param sightings what came in lately, in any order
  Optional<Echo> look(List<Sighting> sightings, Instant now) {
    var seen =
        sightings.stream().filter(report -> !SINGLE_THINGS.contains(report.system())).toList();
    var groups = new LinkedHashSet<String>();
    seen.forEach(report -> groups.addAll(report.groups()));
    var echoes = new ArrayList<Echo>();
    for (var group : groups)
      for (var window : WINDOWS) echo(group, window, seen, now).ifPresent(echoes::add);
    return echoes.stream()
        .min(
            Comparator.comparingInt((Echo echo) -> -depth(echo.group()))
                .thenComparingDouble(Echo::chance));
  }

  private Optional<Echo> echo(String group, Duration window, List<Sighting> seen, Instant now) {
    var from = now.minus(window);
    var reports =
        seen.stream()
            .filter(report -> Incident.within(report.category(), group))
            .filter(report -> report.at().isAfter(from) && !report.at().isAfter(now))
            .toList();
    var echo = new Echo(group, reports, 0);
    if (echo.reporters() < REPORTERS || echo.departments().size() < DEPARTMENTS)
      return Optional.empty();
    var chance = atLeast((int) echo.reporters(), usual.expected(group, now, window));
    var wide = reports.stream().filter(Sighting::wide).map(Sighting::reporter).distinct().count();
    // One in eight says of ordinary trouble that others have it too, half of them in an outage.
    var told = chance * Math.pow(0.25, (double) wide);
    return told < CHANCE ? Optional.of(new Echo(group, reports, told)) : Optional.empty();
  }

  private static int depth(String group) {
    return (int) group.chars().filter(letter -> letter == '.').count();
  }

  /// The probability of that many or more, if so many are usual and each comes by itself.
  static double atLeast(int many, double usual) {
    var term = Math.exp(-usual);
    for (var i = 1; i <= many; i++) term *= usual / i;
    var sum = 0.0;
    for (var i = many; i < many + 60; i++) {
      sum += term;
      term *= usual / (i + 1);
    }
    return sum;
  }
}
