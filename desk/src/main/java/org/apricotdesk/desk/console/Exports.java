package org.apricotdesk.desk.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.web.Csv;

/// The tables of the console as files, with codes rather than names: what a program reads again.
final class Exports {
  private static final Duration BACK = Duration.ofDays(31);
  private static final Duration AHEAD = Duration.ofDays(92);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Desk desk;
  private final Clock clock;
  private final ZoneId zone;

  Exports(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
    this.zone = desk.zone();
  }

  Csv people() {
    var table =
        new Csv(
            List.of(
                "userid",
                "name",
                "department",
                "campus",
                "roles",
                "team",
                "squad",
                "speciality",
                "campus_scope",
                "active"));
    for (var p : desk.people().everybody())
      table.row(
          List.of(
              p.id().value(),
              p.name(),
              p.department().map(DepartmentId::value).orElse(""),
              p.campus().value(),
              joined(p.roles().stream().map(Role::code)),
              p.team().map(TeamId::value).orElse(""),
              p.squad().orElse(""),
              p.speciality().orElse(""),
              joined(p.campusScope().stream().map(CampusId::value)),
              "" + p.active()));
    return table;
  }

  Csv departments() {
    var table =
        new Csv(
            List.of(
                "id",
                "name",
                "campus",
                "building",
                "floor",
                "extension",
                "liaison",
                "aliases",
                "critical",
                "retired"));
    for (var d : desk.people().departments())
      table.row(
          List.of(
              d.id().value(),
              d.name(),
              d.campus().value(),
              d.building(),
              d.floor(),
              d.extension().orElse(""),
              d.liaison().map(PersonId::value).orElse(""),
              joined(d.aliases().stream()),
              "" + d.critical(),
              "" + d.retired()));
    return table;
  }

  Csv catalogue() {
    var table =
        new Csv(
            List.of(
                "code",
                "path",
                "team",
                "squad",
                "speciality",
                "priority",
                "around_the_clock",
                "request",
                "keywords"));
    for (var c : desk.catalogue().leaves())
      table.row(
          List.of(
              c.code().value(),
              c.path(),
              c.team().value(),
              c.squad(),
              c.speciality(),
              c.defaultPriority().name(),
              "" + c.aroundTheClock(),
              "" + c.request(),
              joined(c.keywords().stream())));
    return table;
  }

  Csv duty() {
    var table = new Csv(List.of("userid", "shift", "line", "campus", "from", "to"));
    var now = clock.instant();
    for (var s : desk.duty().between(now.minus(BACK), now.plus(AHEAD)))
      table.row(
          List.of(
              s.person().value(),
              s.name(),
              s.line().code(),
              s.campus().value(),
              time(s.start()),
              time(s.end())));
    return table;
  }

  private String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  private static String joined(Stream<String> values) {
    return values.sorted().collect(Collectors.joining(" "));
  }
}
