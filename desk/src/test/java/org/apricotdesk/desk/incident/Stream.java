package org.apricotdesk.desk.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Days of a hospital as domain §22 counts them, from a seed: quiet ones, and outages with known
/// truth.
final class Stream {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /// Reports of a working day by hour, in thousandths: 37 % between eight and ten.
  private static final int[] HOURS = {
    6, 5, 4, 4, 5, 8, 14, 40, 195, 175, 90, 70, 30, 50, 90, 75, 45, 35, 18, 14, 11, 9, 7, 6
  };

  private static final String[] SYSTEMS = {
    "his.16",
    "emr.8",
    "nursing.7",
    "printer.20",
    "workstation.16",
    "account.11",
    "network.7",
    "insurance.7",
    "lis.4",
    "pacs.3",
    "office.1"
  };

  private final Random random;
  private final List<String> leaves;
  private long number = 1000;

  Stream(long seed, List<String> leaves) {
    random = new Random(seed);
    this.leaves = leaves;
  }

  /// A day on which things break one at a time.
  List<Sighting> quiet(Instant midnight, boolean working, double busy) {
    var reports = new ArrayList<Sighting>();
    for (var hour = 0; hour < 24; hour++) {
      var expected = (working ? 220 : 75) * busy * HOURS[hour] / 1006.0;
      for (var i = poisson(expected); i > 0; i--) {
        var at = midnight.plus(Duration.ofHours(hour)).plusSeconds(random.nextInt(3600));
        reports.add(report(at, leaf(), random.nextInt(180), random.nextInt(8) == 0));
      }
    }
    return reports;
  }

  /// A system that stops at that moment.
  ///
  /// @param perMinute how many report it in its first minutes
  /// @param departments how many notice it
  List<Sighting> outage(Instant from, String group, double perMinute, int departments) {
    var inside = leaves.stream().filter(leaf -> Incident.within(leaf, group)).toList();
    var main = inside.get(random.nextInt(inside.size()));
    var system = group.contains(".") ? group.substring(0, group.indexOf('.')) : group;
    var siblings = leaves.stream().filter(leaf -> Incident.within(leaf, system)).toList();
    var first = random.nextInt(180 - departments);
    var reports = new ArrayList<Sighting>();
    var at = from;
    while (at.isBefore(from.plus(Duration.ofMinutes(15)))) {
      at = at.plusMillis((long) (-Math.log(1 - random.nextDouble()) * 60_000 / perMinute));
      var said = random.nextDouble();
      var leaf =
          said < 0.75
              ? main
              : said < 0.9
                  ? siblings.get(random.nextInt(siblings.size()))
                  : leaves.get(random.nextInt(leaves.size()));
      reports.add(report(at, leaf, first + random.nextInt(departments), random.nextInt(2) == 0));
    }
    return reports;
  }

  private Sighting report(Instant at, String leaf, int department, boolean wide) {
    var campus = department < 110 ? "main" : department < 150 ? "east" : "river";
    return new Sighting(
        new TicketNumber(++number),
        at,
        new PersonId("p" + department + "-" + random.nextInt(25)),
        leaf,
        new CampusId(campus),
        Optional.of(new DepartmentId("d" + department)),
        wide);
  }

  private String leaf() {
    var pick = random.nextInt(100);
    for (var system : SYSTEMS) {
      var dot = system.indexOf('.');
      pick -= Integer.parseInt(system.substring(dot + 1));
      if (pick < 0) return skewed(system.substring(0, dot));
    }
    return "office.oa.workflow";
  }

  /// Some kinds of trouble are far more usual than others.
  private String skewed(String system) {
    var inside = leaves.stream().filter(leaf -> Incident.within(leaf, system)).toList();
    return inside.get((int) (inside.size() * Math.pow(random.nextDouble(), 1.7)));
  }

  private int poisson(double mean) {
    var limit = Math.exp(-mean);
    var product = random.nextDouble();
    var count = 0;
    for (; product > limit; count++) product *= random.nextDouble();
    return count;
  }

  static List<Sighting> together(List<Sighting> some, List<Sighting> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    all.sort(Comparator.comparing(Sighting::at));
    return all;
  }

  /// What the weeks before taught.
  static Usual learned(List<Sighting> past, int weeks) {
    var hours = new HashMap<String, Map<Instant, Integer>>();
    for (var one : past)
      hours
          .computeIfAbsent(one.category(), _ -> new HashMap<>())
          .merge(one.at().truncatedTo(java.time.temporal.ChronoUnit.HOURS), 1, Integer::sum);
    var learning = Usual.learning(ZONE);
    hours.forEach((leaf, by) -> by.forEach((hour, times) -> learning.saw(leaf, hour, times)));
    return learning.over(weeks);
  }
}
