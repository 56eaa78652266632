package org.apricotdesk.desk.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.ledger.Entry;
import org.apricotdesk.desk.ledger.Ledger;
import org.apricotdesk.desk.ledger.Line;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Targets;
import org.apricotdesk.desk.web.Csv;
import org.apricotdesk.desk.web.Web;

/// The tables of the console as files, with codes rather than names: what a program reads again.
final class Exports {
  private static final Duration BACK = Duration.ofDays(31);
  private static final Duration AHEAD = Duration.ofDays(92);
  private static final int PAGE = 500;
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

  Csv targets() {
    var table =
        new Csv(
            List.of(
                "version",
                "from",
                "by",
                "category",
                "place",
                "priority",
                "response",
                "hands_on",
                "update",
                "restore"));
    for (var version : desk.policies().all()) {
      var head =
          List.of(
              "" + version.targets().version(),
              version.by().isEmpty() ? "" : time(version.from()),
              version.by());
      for (var priority : Priority.values())
        row(table, head, List.of("", "", priority.name()), version.targets().goal(priority));
      for (var one : version.targets().special())
        row(table, head, List.of(one.category(), one.place(), one.priority().name()), one.goal());
      new TreeMap<>(version.targets().requests())
          .forEach(
              (code, within) ->
                  row(
                      table,
                      head,
                      List.of(code, "", "request"),
                      List.of("", "", "", minutes(within))));
    }
    return table;
  }

  private static void row(Csv table, List<String> head, List<String> what, Targets.Goal goal) {
    var goals =
        List.of(
            minutes(goal.response()),
            goal.handsOn().map(Exports::minutes).orElse(""),
            goal.update().map(Exports::minutes).orElse(""),
            minutes(goal.restore()));
    row(table, head, what, goals);
  }

  private static void row(Csv table, List<String> head, List<String> what, List<String> goals) {
    table.row(Stream.of(head, what, goals).flatMap(List::stream).toList());
  }

  private static String minutes(Duration time) {
    return "" + time.toMinutes();
  }

  /// Every line of the ledger; the fields of all kinds stand side by side.
  Csv ledger() {
    var fields =
        Entry.KINDS.values().stream()
            .flatMap(kind -> Arrays.stream(kind.getRecordComponents()))
            .map(RecordComponent::getName)
            .distinct()
            .toList();
    var head = List.of("kind", "id", "on", "title", "struck");
    var table = new Csv(Stream.concat(head.stream(), fields.stream()).toList());
    var lines = desk.ledger().page(Ledger.Wanted.ALL, "", "", PAGE);
    while (!lines.isEmpty()) {
      lines.forEach(line -> row(table, line, fields));
      var last = lines.getLast();
      lines = desk.ledger().page(Ledger.Wanted.ALL, last.kind(), last.id(), PAGE);
    }
    return table;
  }

  private static void row(Csv table, Line<?> line, List<String> fields) {
    var entry = Facts.of(line.entry());
    var cells =
        new ArrayList<>(
            List.of(line.kind(), line.id(), "" + line.on(), line.title(), "" + line.struck()));
    fields.forEach(
        name -> cells.add(entry.containsKey(name) ? String.valueOf(entry.getValue(name)) : ""));
    table.row(cells);
  }

  /// Sends a table as a file, and notes who took it.
  void send(RoutingContext context, String name, Csv table) {
    desk.audit()
        .record(
            desk.database().pool(),
            Web.caller(context).id(),
            "export",
            "export " + name,
            new JsonObject());
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
        .putHeader("content-disposition", "attachment; filename=\"" + name + ".csv\"")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(table.toString());
  }

  private String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  private static String joined(Stream<String> values) {
    return values.sorted().collect(Collectors.joining(" "));
  }
}
