package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// Codes to hang up in rooms and on devices: the way to report when the chat is out of reach.
final class PostersPages {
  private static final Rule LEADS =
      Rule.anyOf(Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final int MOST = 40;
  private static final int LONGEST = 60;

  private final Desk desk;
  private final Pages pages;

  PostersPages(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  void addTo(RouteTable routes) {
    routes.get("/admin/posters", LEADS, this::show);
  }

  private void show(RoutingContext context) {
    var chosen = field(context, "department");
    var places = field(context, "places");
    var departments = desk.people().departments().stream().filter(d -> !d.retired()).toList();
    var department =
        departments.stream().filter(one -> one.id().value().equals(chosen)).findFirst();
    var posters =
        department
            .map(one -> lines(places).stream().map(line -> poster(one, line)).toList())
            .orElse(List.of());
    pages.showIn(
        context,
        "posters",
        "console/posters",
        new PostersPage(departments, chosen, places, posters));
  }

  /// Without a place there is one poster, for the department as a whole.
  private static List<String> lines(String places) {
    var lines =
        Arrays.stream(places.split("\\R"))
            .map(String::strip)
            .filter(line -> !line.isEmpty() && line.length() <= LONGEST)
            .limit(MOST)
            .toList();
    return lines.isEmpty() ? List.of("") : lines;
  }

  private PostersPage.Poster poster(Department department, String place) {
    var where = (department.name() + " " + place).strip();
    var address =
        desk.address().toString().replaceFirst("/+$", "") + "/report?place=" + Web.encoded(where);
    return new PostersPage.Poster(department.name(), place, address, QrCode.of(address));
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getParam(name)).orElse("").strip();
  }
}
