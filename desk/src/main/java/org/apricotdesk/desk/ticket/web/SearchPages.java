package org.apricotdesk.desk.ticket.web;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketFilter;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;
import org.jspecify.annotations.Nullable;

/// The search of tickets for those who work on them.
final class SearchPages {
  static final Rule WORKERS =
      Rule.anyOf(
          Role.ENGINEER,
          Role.DISPATCHER,
          Role.TEAM_LEAD,
          Role.DEPUTY_DIRECTOR,
          Role.DIRECTOR,
          Role.AUDITOR);

  private static final int PAGE = 30;

  private final Desk desk;
  private final Pages pages;
  private final TicketLines lines;

  SearchPages(Desk desk, Pages pages, TicketLines lines) {
    this.desk = desk;
    this.pages = pages;
    this.lines = lines;
  }

  void addTo(RouteTable routes) {
    routes.get("/search", WORKERS, this::search);
  }

  private void search(RoutingContext context) {
    var words = Optional.ofNullable(context.request().getParam("q")).orElse("").strip();
    var before = before(context);
    var found = words.isEmpty() ? List.<Ticket>of() : found(context, words, before);
    var next =
        found.size() > PAGE
            ? Optional.of(found.get(PAGE - 1).number().value())
            : Optional.<Long>empty();
    var shown = lines.of(found.subList(0, Math.min(PAGE, found.size())));
    pages.show(context, 200, "ticket/search", new SearchPage(words, shown, next));
  }

  private List<Ticket> found(RoutingContext context, String words, Optional<TicketNumber> before) {
    var filter = TicketFilter.EVERYTHING.containing(words);
    return desk.tickets().list(Web.caller(context), filter, before, PAGE + 1);
  }

  /// Where the page before ended.
  static Optional<TicketNumber> before(RoutingContext context) {
    return number(context.request().getParam("before"));
  }

  /// A number as it stands in an address; what is malformed counts as not given.
  static Optional<TicketNumber> number(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(digits -> digits.matches("[1-9]\\d{0,17}"))
        .map(digits -> new TicketNumber(Long.parseLong(digits)));
  }
}
