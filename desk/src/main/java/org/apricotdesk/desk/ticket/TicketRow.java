package org.apricotdesk.desk.ticket;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Impact;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Promise;
import org.apricotdesk.desk.target.Urgency;
import org.jspecify.annotations.Nullable;

/// Between a ticket and its row: columns in the order of [#COLUMNS].
final class TicketRow {
  static final String COLUMNS =
      """
      number, version, kind, status, stage, priority, title, description, category, campus,
      department, place, asset, requester, impact, urgency, source, chat, attachments, team,
      squad, speciality, assignee, created_at, first_responded_at, resolved_at, closed_at,
      assigned_count, released_count, reopened_count, nudged_count, response_due_at,
      response_met, response_used_seconds, resolution_due_at, resolution_met,
      resolution_used_seconds, rating""";

  private TicketRow() {}

  static Tuple values(Ticket t) {
    var row = Tuple.tuple();
    row.addLong(t.number().value()).addInteger(t.version()).addString(t.kind().code());
    row.addString(t.status().code()).addValue(Payloads.stage(t.stage()));
    row.addString(t.priority().name());
    addReport(row, t.report());
    addHands(row, t.hands());
    var times = t.times();
    row.addValue(times.created().atOffset(ZoneOffset.UTC));
    row.addValue(utc(times.firstResponded())).addValue(utc(times.resolved()));
    row.addValue(utc(times.closed()));
    var counts = t.counts();
    row.addInteger(counts.assigned()).addInteger(counts.released());
    row.addInteger(counts.reopened()).addInteger(counts.nudged());
    addPromise(row, t.response());
    addPromise(row, t.resolution());
    row.addValue(t.rating().map(Facts::of).orElse(null));
    return row;
  }

  private static void addReport(Tuple row, Ticket.Report report) {
    row.addString(report.title()).addString(report.description());
    row.addValue(report.category().map(CategoryCode::value).orElse(null));
    var place = report.place();
    row.addString(place.campus().value());
    row.addValue(place.department().map(DepartmentId::value).orElse(null));
    row.addValue(place.spot().orElse(null)).addValue(report.asset().orElse(null));
    row.addString(report.requester().value());
    row.addValue(report.impact().map(Impact::code).orElse(null));
    row.addValue(report.urgency().map(Urgency::code).orElse(null));
    row.addString(report.source().code()).addValue(report.chat().orElse(null));
    row.addArrayOfString(
        report.attachments().stream().map(AttachmentId::sha256).toArray(String[]::new));
  }

  private static void addHands(Tuple row, Ticket.Hands hands) {
    row.addValue(hands.team().map(TeamId::value).orElse(null));
    row.addValue(hands.squad().orElse(null)).addValue(hands.speciality().orElse(null));
    row.addValue(hands.assignee().map(PersonId::value).orElse(null));
  }

  private static void addPromise(Tuple row, Promise promise) {
    row.addValue(utc(promise.due())).addValue(promise.met().orElse(null));
    row.addLong(promise.used().toSeconds());
  }

  static Ticket ticket(Row row) {
    return new Ticket(
        new TicketNumber(row.getLong("number")),
        row.getInteger("version"),
        TicketKind.of(row.getString("kind")),
        Payloads.stage(row.getJsonObject("stage")),
        Priority.valueOf(row.getString("priority")),
        report(row),
        new Ticket.Hands(
            text(row, "team").map(TeamId::new),
            text(row, "squad"),
            text(row, "speciality"),
            text(row, "assignee").map(PersonId::new)),
        new Ticket.Milestones(
            row.getOffsetDateTime("created_at").toInstant(),
            instant(row, "first_responded_at"),
            instant(row, "resolved_at"),
            instant(row, "closed_at")),
        new Ticket.Counts(
            row.getInteger("assigned_count"),
            row.getInteger("released_count"),
            row.getInteger("reopened_count"),
            row.getInteger("nudged_count")),
        promise(row, "response"),
        promise(row, "resolution"),
        Optional.ofNullable(row.getJsonObject("rating"))
            .map(JsonObject::encode)
            .map(json -> Facts.read(json, Rating.class)));
  }

  /// A row of the columns a fault needs.
  static Fault fault(Row row) {
    return new Fault(
        new TicketNumber(row.getLong("number")),
        row.getOffsetDateTime("created_at").toInstant(),
        new PersonId(row.getString("requester")),
        new CategoryCode(row.getString("category")),
        new CampusId(row.getString("campus")),
        text(row, "department").map(DepartmentId::new),
        impact(row));
  }

  private static Ticket.Report report(Row row) {
    return new Ticket.Report(
        row.getString("title"),
        row.getString("description"),
        text(row, "category").map(CategoryCode::new),
        new Place(
            new CampusId(row.getString("campus")),
            text(row, "department").map(DepartmentId::new),
            text(row, "place")),
        text(row, "asset"),
        new PersonId(row.getString("requester")),
        impact(row),
        text(row, "urgency").map(code -> Urgency.valueOf(code.toUpperCase(Locale.ROOT))),
        Channel.of(row.getString("source")),
        text(row, "chat"),
        Arrays.stream(row.getArrayOfStrings("attachments")).map(AttachmentId::new).toList());
  }

  private static Optional<Impact> impact(Row row) {
    return text(row, "impact").map(code -> Impact.valueOf(code.toUpperCase(Locale.ROOT)));
  }

  private static Promise promise(Row row, String name) {
    return new Promise(
        instant(row, name + "_due_at"),
        Optional.ofNullable(row.getBoolean(name + "_met")),
        Duration.ofSeconds(row.getLong(name + "_used_seconds")));
  }

  private static Optional<String> text(Row row, String column) {
    return Optional.ofNullable(row.getString(column));
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
    return instant.map(value -> value.atOffset(ZoneOffset.UTC)).orElse(null);
  }
}
