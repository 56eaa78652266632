package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
            context -> show(context, "departments", departments(context)))
        .get("/admin/teams", ADMINISTRATORS, context -> show(context, "teams", teams()))
        .get("/admin/campuses", ADMINISTRATORS, context -> show(context, "campuses", campuses()))
        .get(
            "/admin/catalogue",
            ADMINISTRATORS,
            context -> show(context, "catalogue", catalogue(context)));
    var forms =
        List.of(
            new PersonForm(desk),
            new DepartmentForm(desk),
            new TeamForm(desk),
            new CampusForm(desk),
            new CategoryForm(desk, clock));
    forms.forEach(kind -> new EditPages(desk, pages, kind).addTo(routes, ADMINISTRATORS));
  }

  private TablePage campuses() {
    var rows =
        desk.people().campuses().stream()
            .map(
                campus ->
                    new TablePage.Row(
                        List.of(
                            campus.name(), String.join("、", campus.aliases()), "" + campus.beds()),
                        false,
                        Optional.of("/admin/campuses/" + campus.id().value())))
            .toList();
    return new TablePage(
        List.of("name", "aliases", "beds"),
        rows,
        Optional.empty(),
        Optional.empty(),
        Optional.of("/admin/campuses/new"));
  }

  private void show(RoutingContext context, String section, TablePage page) {
    pages.showIn(context, section, "console/table", page);
  }

  private TablePage people(RoutingContext context) {
    var words = words(context);
    var after = Optional.ofNullable(context.request().getParam("after")).orElse("");
    var found = people(words, after);
    var more =
        found.size() > PAGE
            ? Optional.of("/admin/people?after=" + found.get(PAGE - 1).id().value())
            : Optional.<String>empty();
    var speech = pages.speech(context);
    var rows = found.stream().limit(PAGE).map(person -> row(person, speech)).toList();
    return new TablePage(
        List.of("name", "userid", "department", "roles", "team", "campus"),
        rows,
        Optional.of(words),
        more);
  }

  private List<Person> people(String words, String after) {
    if (words.isEmpty()) return desk.people().page(after, PAGE + 1);
    return desk.people().everybody().stream()
        .filter(person -> contains(person.name() + " " + person.id().value(), words))
        .limit(PAGE)
        .toList();
  }

  private TablePage.Row row(Person person, Speech speech) {
    var roles =
        person.roles().stream()
            .sorted()
            .map(role -> speech.say("role." + role.code()))
            .collect(Collectors.joining("、"));
    return new TablePage.Row(
        List.of(
            person.name(),
            person.id().value(),
            person
                .department()
                .flatMap(desk.people()::department)
                .map(Department::name)
                .orElse("—"),
            roles,
            person.team().flatMap(desk.people()::team).map(Team::name).orElse("—"),
            desk.people().campus(person.campus()).map(Campus::name).orElse("—")),
        !person.active(),
        Optional.of("/admin/people/" + person.id().value()));
  }

  private TablePage departments(RoutingContext context) {
    var words = words(context);
    var rows =
        desk.people().departments().stream()
            .filter(d -> contains(d.name() + " " + String.join(" ", d.aliases()), words))
            .map(this::row)
            .toList();
    return new TablePage(
        List.of("name", "campus", "place", "phone", "liaison", "aliases"),
        rows,
        Optional.of(words),
        Optional.empty(),
        Optional.of("/admin/departments/new"));
  }

  private TablePage.Row row(Department department) {
    return new TablePage.Row(
        List.of(
            department.name(),
            desk.people().campus(department.campus()).map(Campus::name).orElse("—"),
            department.building() + " " + department.floor(),
            department.extension().orElse("—"),
            desk.people().liaison(department.id()).map(Person::name).orElse("—"),
            String.join("、", department.aliases())),
        department.retired(),
        Optional.of("/admin/departments/" + department.id().value()));
  }

  private TablePage teams() {
    var rows = desk.people().teams().stream().map(this::row).toList();
    return new TablePage(
        List.of("name", "lead", "squads", "engineers"),
        rows,
        Optional.empty(),
        Optional.empty(),
        Optional.of("/admin/teams/new"));
  }

  private TablePage.Row row(Team team) {
    var engineers =
        desk.people().having(Role.ENGINEER).stream()
            .filter(person -> person.team().filter(team.id()::equals).isPresent())
            .map(Person::name)
            .collect(Collectors.joining("、"));
    return new TablePage.Row(
        List.of(
            team.name(),
            team.lead().flatMap(desk.people()::find).map(Person::name).orElse("—"),
            team.squads().stream().map(Team.Squad::name).collect(Collectors.joining("、")),
            engineers),
        false,
        Optional.of("/admin/teams/" + team.id().value()));
  }

  private TablePage catalogue(RoutingContext context) {
    var words = words(context);
    var rows =
        desk.catalogue().leaves().stream()
            .filter(c -> contains(c.path() + " " + String.join(" ", c.keywords()), words))
            .sorted(Comparator.comparing(category -> category.code().value()))
            .map(this::row)
            .toList();
    return new TablePage(
        List.of("path", "code", "priority", "service", "team", "keywords"),
        rows,
        Optional.of(words),
        Optional.empty(),
        Optional.of("/admin/catalogue/new"));
  }

  private TablePage.Row row(Category category) {
    return new TablePage.Row(
        List.of(
            category.path(),
            category.code().value(),
            category.defaultPriority().name(),
            category.aroundTheClock() ? "24×7" : "5×8",
            desk.people().team(category.team()).map(Team::name).orElse("—"),
            String.join("、", category.keywords())),
        category.retired(),
        Optional.of("/admin/catalogue/" + category.code().value()));
  }

  private static String words(RoutingContext context) {
    return Optional.ofNullable(context.request().getParam("q")).orElse("").strip();
  }

  private static boolean contains(String text, String words) {
    return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
