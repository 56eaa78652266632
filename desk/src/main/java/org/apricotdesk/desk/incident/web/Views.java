package org.apricotdesk.desk.incident.web;

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

  IncidentPage of(Person reader, Speech speech, Incident incident, Refused refused) {
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
            ? Optional.of(suspected(reader, incident, refused))
            : Optional.empty(),
        refused);
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

  /// The form to declare what is suspected, or, once it is declared, to say where it is.
  private DeclarePage suspected(Person reader, Incident incident, Refused refused) {
    var area = incident.area();
    var typed = refused.typed(incident.stage() == Stage.SUSPECTED ? "declare" : "area");
    return page(
        "/incidents/" + incident.number().value() + "/declare",
        incident.categories(),
        area.extent().code(),
        area.campuses().stream().map(Object::toString).collect(Collectors.toSet()),
        area.departments().stream().map(Object::toString).collect(Collectors.toSet()),
        incident.title(),
        reader,
        typed,
        Optional.empty());
  }

  /// The form for something nobody suspected, empty or as it was sent.
  DeclarePage blank(Person reader, Typed typed, Optional<String> problem) {
    return page(
        "/incidents",
        Set.of(),
        "campus",
        Set.of(reader.campus().value()),
        Set.of(),
        "",
        reader,
        typed,
        problem);
  }

  private DeclarePage page(
      String action,
      Set<String> categories,
      String extent,
      Set<String> campuses,
      Set<String> departments,
      String title,
      Person reader,
      Typed typed,
      Optional<String> problem) {
    var about = typed.all("category", categories);
    return new DeclarePage(
        action,
        groups(about),
        about,
        typed.text("extent", extent),
        desk.people().campuses(),
        typed.all("campus", campuses),
        desk.people().departments().stream().filter(d -> !d.retired()).toList(),
        typed.all("department", departments),
        title,
        typed,
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
