package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Speech;

/// People, departments, teams, campuses and the catalogue: to look up, and to change.
final class DirectoryPages {
  private static final Rule ADMINISTRATORS =
      Rule.anyOf(Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.SYSADMIN);
  private static final int PAGE = 50;

  private final Desk desk;
  private final Pages pages;
  private final Clock clock;

  DirectoryPages(Desk desk, Pages pages, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.clock = clock;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/admin/people", ADMINISTRATORS, context -> show(context, "people", people(context)))
        .get(
            "/admin/departments",
            ADMINISTRATORS,
            context ->
                show(
                    context,
                    "departments",
                    departments(ListPlace.of(context), pages.speech(context))))
        .get(
            "/admin/teams",
            ADMINISTRATORS,
            context -> show(context, "teams", teams(ListPlace.of(context), pages.speech(context))))
        .get(
            "/admin/campuses",
            ADMINISTRATORS,
            context ->
                show(context, "campuses", campuses(ListPlace.of(context), pages.speech(context))))
        .get(
            "/admin/catalogue",
            ADMINISTRATORS,
            context ->
                show(
                    context, "catalogue", catalogue(ListPlace.of(context), pages.speech(context))));
    var forms =
        List.of(
            new PersonForm(desk),
            new DepartmentForm(desk),
            new TeamForm(desk),
            new CampusForm(desk),
            new CategoryForm(desk, clock));
    forms.forEach(kind -> new EditPages(desk, pages, kind).addTo(routes, ADMINISTRATORS));
  }

  private TablePage campuses(ListPlace place, Speech speech) {
    var rows =
        desk.people().campuses().stream()
            .map(
                campus ->
                    new TablePage.Row(
                        List.of(campus.name(), speech.list(campus.aliases()), "" + campus.beds()),
                        false,
                        Optional.of("/admin/campuses/" + campus.id().value())))
            .toList();
    return new TablePage(List.of("name", "aliases", "beds"), rows, place)
        .growing("/admin/campuses/new");
  }

  private void show(RoutingContext context, String section, TablePage page) {
    pages.showIn(context, section, "console/table", page);
  }

  private TablePage people(RoutingContext context) {
    var place = ListPlace.of(context);
    var speech = pages.speech(context);
    var found =
        desk.people().everybody().stream()
            .filter(one -> !place.isSearch() || place.fits(words(row(one, speech))))
            .toList();
    var rest = found.stream().filter(one -> one.id().value().compareTo(place.after()) > 0).toList();
    var shown = rest.stream().limit(PAGE).toList();
    var next =
        rest.size() > PAGE
            ? Optional.of(place.following("/admin/people", shown.getLast().id().value()))
            : Optional.<String>empty();
    var rows = shown.stream().map(person -> row(person, speech)).toList();
    return new TablePage(
            List.of("name", "userid", "department", "roles", "team", "campus"), rows, place)
        .searched()
        .continued(found.size(), next);
  }

  private static String words(TablePage.Row row) {
    return String.join(" ", row.cells());
  }

  private TablePage.Row row(Person person, Speech speech) {
    var roles =
        person.roles().stream().sorted().map(role -> speech.say("role." + role.code())).toList();
    return new TablePage.Row(
        List.of(
            person.name(),
            person.id().value(),
            person
                .department()
                .flatMap(desk.people()::department)
                .map(Department::name)
                .orElse("—"),
            speech.list(roles),
            person.team().flatMap(desk.people()::team).map(Team::name).orElse("—"),
            desk.people().campus(person.campus()).map(Campus::name).orElse("—")),
        !person.active(),
        Optional.of("/admin/people/" + person.id().value()));
  }

  private TablePage departments(ListPlace place, Speech speech) {
    var rows =
        desk.people().departments().stream()
            .filter(d -> place.fits(d.name() + " " + String.join(" ", d.aliases())))
            .map(d -> row(d, speech))
            .toList();
    return new TablePage(
            List.of("name", "campus", "place", "phone", "liaison", "aliases"), rows, place)
        .searched()
        .growing("/admin/departments/new");
  }

  private TablePage.Row row(Department department, Speech speech) {
    return new TablePage.Row(
        List.of(
            department.name(),
            desk.people().campus(department.campus()).map(Campus::name).orElse("—"),
            department.building() + " " + department.floor(),
            department.extension().orElse("—"),
            desk.people().liaison(department.id()).map(Person::name).orElse("—"),
            speech.list(department.aliases())),
        department.retired(),
        Optional.of("/admin/departments/" + department.id().value()));
  }

  private TablePage teams(ListPlace place, Speech speech) {
    var rows = desk.people().teams().stream().map(team -> row(team, speech)).toList();
    return new TablePage(List.of("name", "lead", "squads", "engineers"), rows, place)
        .growing("/admin/teams/new");
  }

  private TablePage.Row row(Team team, Speech speech) {
    var engineers =
        desk.people().having(Role.ENGINEER).stream()
            .filter(person -> person.team().filter(team.id()::equals).isPresent())
            .map(Person::name)
            .toList();
    return new TablePage.Row(
        List.of(
            team.name(),
            team.lead().flatMap(desk.people()::find).map(Person::name).orElse("—"),
            speech.list(team.squads().stream().map(Team.Squad::name).toList()),
            speech.list(engineers)),
        false,
        Optional.of("/admin/teams/" + team.id().value()));
  }

  private TablePage catalogue(ListPlace place, Speech speech) {
    var rows =
        desk.catalogue().leaves().stream()
            .filter(c -> place.fits(words(c)))
            .sorted(Comparator.comparing(category -> category.code().value()))
            .map(category -> row(category, speech))
            .toList();
    return new TablePage(
            List.of("path", "code", "priority", "service", "team", "keywords"), rows, place)
        .searched()
        .growing("/admin/catalogue/new");
  }

  private TablePage.Row row(Category category, Speech speech) {
    return new TablePage.Row(
        List.of(
            category.path(),
            category.code().value(),
            category.defaultPriority().name(),
            category.aroundTheClock() ? "24×7" : "5×8",
            desk.people().team(category.team()).map(Team::name).orElse("—"),
            speech.list(category.keywords())),
        category.retired(),
        Optional.of("/admin/catalogue/" + category.code().value()));
  }

  private static String words(Category category) {
    return String.join(" ", category.path(), category.code().value(), "")
        + String.join(" ", category.keywords());
  }
}
