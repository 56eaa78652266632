package org.apricotdesk.desk.ticket.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.web.Csv;
import org.apricotdesk.desk.web.Speech;

/// Tickets as the rows of a spreadsheet, with names as people know them. What was written stays
/// out, but for the title, in which patient data is hidden like everywhere.
record TicketTable(Speech speech, People people, Catalogue catalogue, ZoneId zone) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "kind",
          "status",
          "priority",
          "title",
          "category",
          "campus",
          "department",
          "place",
          "requester",
          "assignee",
          "team",
          "source",
          "created",
          "responded",
          "resolved",
          "closed",
          "response",
          "resolution",
          "score");

  void head(OutputStream out) throws IOException {
    var names = COLUMNS.stream().map(column -> speech.say("export.column." + column)).toList();
    write(out, Csv.MARK + Csv.line(names));
  }

  void rows(OutputStream out, List<Ticket> tickets) throws IOException {
    for (var ticket : tickets) write(out, Csv.line(cells(ticket)));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> cells(Ticket ticket) {
    return Stream.concat(what(ticket), course(ticket)).toList();
  }

  private Stream<String> what(Ticket ticket) {
    var report = ticket.report();
    var place = report.place();
    return Stream.of(
        "" + ticket.number().value(),
        speech.say("kind." + ticket.kind().code()),
        speech.say("status." + ticket.status().code()),
        ticket.priority().name(),
        report.title(),
        report.category().map(code -> catalogue.name(code).orElse(code.value())).orElse(""),
        people.campus(place.campus()).map(Campus::name).orElse(place.campus().value()),
        place.department().flatMap(people::department).map(Department::name).orElse(""),
        place.spot().orElse(""));
  }

  private Stream<String> course(Ticket ticket) {
    var times = ticket.times();
    return Stream.of(
        name(ticket.requester()),
        ticket.assignee().map(this::name).orElse(""),
        ticket.hands().team().flatMap(people::team).map(Team::name).orElse(""),
        ticket.report().source().code(),
        time(Optional.of(times.created())),
        time(times.firstResponded()),
        time(times.resolved()),
        time(times.closed()),
        met(ticket.response().met()),
        met(ticket.resolution().met()),
        ticket.rating().map(rating -> "" + rating.score()).orElse(""));
  }

  private String name(PersonId id) {
    return people.find(id).map(Person::name).orElse(id.value());
  }

  private String time(Optional<Instant> instant) {
    return instant.map(at -> TIME.format(at.atZone(zone))).orElse("");
  }

  private String met(Optional<Boolean> met) {
    return met.map(kept -> speech.say(kept ? "export.kept" : "export.late")).orElse("");
  }
}
