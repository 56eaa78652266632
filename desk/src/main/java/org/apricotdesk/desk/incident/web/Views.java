package org.apricotdesk.desk.incident.web;

import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.incident.Incident;
import org.apricotdesk.desk.incident.Report;
import org.apricotdesk.desk.incident.RollCall;
import org.apricotdesk.desk.incident.Stage;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Speech;

/// Puts together what the page of an incident shows to whom.
record Views(Desk desk) {

  IncidentPage of(Person reader, Speech speech, Incident incident, Optional<String> problem) {
    var leads = IncidentPages.leads(reader);
    var number = incident.number();
    var call = desk.incidents().rollCall(number);
    var places = call.places().stream().flatMap(p -> place(incident, p).stream()).toList();
    var reports = desk.incidents().reports(number);
    var history = new History(speech, desk.people());
    return new IncidentPage(
        new IncidentLine(incident, desk.incidents().known(incident)),
        desk.access().deskStaff(reader),
        leads,
        reader.is(Role.DIRECTOR) || reader.is(Role.DEPUTY_DIRECTOR),
        (int) reports.stream().map(Report::reporter).distinct().count(),
        places,
        places.stream().filter(place -> mayAnswer(reader, incident, place)).toList(),
        history.of(desk.incidents().history(number)),
        leads ? desk.people().having(Role.ENGINEER) : List.of(),
        leads && (incident.stage() == Stage.SUSPECTED || incident.stage().isRunning())
            ? Optional.of(suspected(reader, incident))
            : Optional.empty(),
        problem);
  }

  private Optional<IncidentPage.Place> place(Incident incident, RollCall.Place place) {
    return desk.people()
        .department(place.department())
        .map(
            department ->
                new IncidentPage.Place(
                    department,
                    place.reporters().size(),
                    place.works(),
                    incident.recovered().contains(department.id())));
  }

  private static boolean mayAnswer(Person reader, Incident incident, IncidentPage.Place place) {
    return incident.asks(place.department().id())
        && reader.department().equals(Optional.of(place.department().id()));
  }

  private DeclarePage suspected(Person reader, Incident incident) {
    var area = incident.area();
    return page(
        "/incidents/" + incident.number().value() + "/declare",
        incident.categories(),
        area.extent().code(),
        area.campuses().stream().map(Object::toString).collect(Collectors.toSet()),
        area.departments().stream().map(Object::toString).collect(Collectors.toSet()),
        incident.title(),
        reader,
        Optional.empty());
  }

  /// The form as it was sent, or empty.
  DeclarePage blank(Person reader, MultiMap sent, Optional<String> problem) {
    var form =
        page(
            "/incidents",
            Set.copyOf(sent.getAll("category")),
            Optional.ofNullable(sent.get("extent")).orElse("campus"),
            sent.contains("extent")
                ? Set.copyOf(sent.getAll("campus"))
                : Set.of(reader.campus().value()),
            Set.copyOf(sent.getAll("department")),
            Optional.ofNullable(sent.get("title")).orElse(""),
            reader,
            problem);
    return new DeclarePage(
        form.action(),
        form.groups(),
        form.about(),
        form.extent(),
        form.campuses(),
        form.chosenCampuses(),
        form.departments(),
        form.chosenDepartments(),
        form.title(),
        Optional.ofNullable(sent.get("symptom")).orElse(""),
        Optional.ofNullable(sent.get("action")).orElse(""),
        Optional.ofNullable(sent.get("workaround")).orElse(""),
        form.directs(),
        problem);
  }

  private DeclarePage page(
      String action,
      Set<String> about,
      String extent,
      Set<String> campuses,
      Set<String> departments,
      String title,
      Person reader,
      Optional<String> problem) {
    return new DeclarePage(
        action,
        groups(about),
        about,
        extent,
        desk.people().campuses(),
        campuses,
        desk.people().departments().stream().filter(d -> !d.retired()).toList(),
        departments,
        title,
        "",
        "",
        "",
        reader.is(Role.DIRECTOR) || reader.is(Role.DEPUTY_DIRECTOR),
        problem);
  }

  /// Systems and their parts, and whatever single kind of work was suspected.
  private List<DeclarePage.Choice> groups(Set<String> about) {
    var groups = new LinkedHashMap<String, String>();
    for (var code : about) groups.put(code, name(code));
    for (var leaf : desk.catalogue().leaves()) {
      var code = leaf.code().value();
      groups.computeIfAbsent(leaf.code().system(), this::name);
      groups.computeIfAbsent(code.substring(0, code.lastIndexOf('.')), this::path);
    }
    return groups.entrySet().stream()
        .map(entry -> new DeclarePage.Choice(entry.getKey(), entry.getValue()))
        .toList();
  }

  private String path(String code) {
    return name(code.substring(0, code.indexOf('.'))) + " / " + name(code);
  }

  private String name(String code) {
    try {
      return desk.catalogue().name(new CategoryCode(code)).orElse(code);
    } catch (IllegalArgumentException _) {
      return code;
    }
  }
}
