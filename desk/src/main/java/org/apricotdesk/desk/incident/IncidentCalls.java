package org.apricotdesk.desk.incident;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.apricotdesk.desk.api.Answer;
import org.apricotdesk.desk.api.ApiPart;
import org.apricotdesk.desk.api.Call;
import org.apricotdesk.desk.api.Cursor;
import org.apricotdesk.desk.api.Operations;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.Rule;
import org.jspecify.annotations.Nullable;

/// Incidents for programs of the information department.
public final class IncidentCalls implements ApiPart {
  private static final Rule DESK =
      Rule.anyOf(
          Role.ENGINEER,
          Role.DISPATCHER,
          Role.TEAM_LEAD,
          Role.DEPUTY_DIRECTOR,
          Role.DIRECTOR,
          Role.CMIO,
          Role.AUDITOR);

  private final Incidents incidents;

  public IncidentCalls(Incidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public String contract() {
    return "incidents.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations
        .read("listIncidents", "incidents", DESK, this::list)
        .read("showIncident", "incident {number}", DESK, this::show);
  }

  private Answer list(Call call) {
    var limit = call.limit();
    var before = call.cursor().map(number -> new IncidentNumber(Long.parseLong(number)));
    var found = incidents.list(before, true, limit + 1);
    return Answer.ok(
        Cursor.page(found, limit, IncidentCalls::json, one -> "" + one.number().value()));
  }

  private Answer show(Call call) {
    var number = new IncidentNumber(Long.parseLong(call.path("number")));
    return incidents.find(number).map(this::whole).map(Answer::ok).orElseGet(Answer::notFound);
  }

  private JsonObject whole(Incident incident) {
    var number = incident.number();
    var reports = incidents.reports(number);
    var places = new JsonArray();
    for (var place : incidents.rollCall(number).places())
      places.add(
          new JsonObject()
              .put("department", place.department().value())
              .put("reporters", place.reporters().size())
              .put("works", place.works().orElse(null)));
    var events = new JsonArray();
    for (var event : incidents.history(number))
      events.add(
          event
              .facts()
              .put("seq", event.sequence())
              .put("type", event.what().type())
              .put("at", event.at().toString())
              .put("by", event.by().value()));
    return json(incident)
        .put("reporters", reports.stream().map(Report::reporter).distinct().count())
        .put(
            "tickets",
            array(
                reports.stream()
                    .flatMap(report -> report.ticket().stream())
                    .map(TicketNumber::value)
                    .toList()))
        .put("places", places)
        .put("events", events);
  }

  private static JsonObject json(Incident incident) {
    var area = incident.area();
    var times = incident.times();
    return new JsonObject()
        .put("number", incident.number().value())
        .put("stage", incident.stage().code())
        .put("level", text(incident.level()))
        .put("title", incident.title())
        .put("systems", array(incident.systems()))
        .put("extent", area.extent().code())
        .put("campuses", array(area.campuses().stream().map(Object::toString).sorted().toList()))
        .put(
            "departments",
            array(area.departments().stream().map(Object::toString).sorted().toList()))
        .put("symptom", incident.symptom())
        .put("action", incident.action())
        .put("workaround", incident.workaround())
        .put("startedAt", text(times.started()))
        .put("detectedAt", times.detected().toString())
        .put("declaredAt", text(times.declared()))
        .put("restoredAt", text(times.restored()))
        .put("reviewedAt", text(times.reviewed()))
        .put("closedAt", text(times.closed()))
        .put("nextUpdateAt", text(incident.promised()))
        .put("downMinutes", incident.lasted().map(Duration::toMinutes).orElse(null))
        .put("parent", incident.parent().map(TicketNumber::value).orElse(null))
        .put("commander", text(incident.commander()));
  }

  private static JsonArray array(Collection<?> values) {
    var array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  private static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }
}
