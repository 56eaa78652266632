package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.spare.SpareKind;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;

/// The spares in store by kind, for those who see to it that there are enough.
final class SparePages {
  private static final Rule KEEPERS =
      Rule.anyOf(Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);

  private final Desk desk;
  private final Pages pages;

  SparePages(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  void addTo(RouteTable routes) {
    routes.get("/admin/spares", KEEPERS, this::list);
    new EditPages(desk, pages, new SpareForm(desk.spares())).addTo(routes, KEEPERS);
  }

  private void list(RoutingContext context) {
    var rows = desk.spares().kinds().stream().map(kind -> row(context, kind)).toList();
    var page =
        new TablePage(List.of("name", "inStore", "minimum", "lent"), rows, ListPlace.of(context))
            .growing("/admin/spares/new");
    pages.showIn(context, "spares", "console/table", page);
  }

  private TablePage.Row row(RoutingContext context, SpareKind kind) {
    var left = "" + kind.inStore().size();
    return new TablePage.Row(
        List.of(
            kind.name(),
            kind.isShort() ? pages.say(context, "spares.short", left) : left,
            "" + kind.minimum(),
            pages.speech(context).list(kind.lent())),
        false,
        Optional.of("/admin/spares/" + kind.id()));
  }
}
