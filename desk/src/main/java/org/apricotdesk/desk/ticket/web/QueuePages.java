package org.apricotdesk.desk.ticket.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.ticket.QueuePlace;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Web;

/// What the information department works with: the queue in four lanes, each of which goes on, page
/// by page, under an address of its own.
final class QueuePages {
  private static final int PAGE = 50;
  private static final int LONGEST_NAME = 20;

  private final Desk desk;
  private final Pages pages;
  private final TicketLines lines;
  private final ZoneId zone;
  private final Clock clock;
  private final SavedFilters saved;

  QueuePages(Desk desk, Pages pages, TicketLines lines, ZoneId zone, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.lines = lines;
    this.zone = zone;
    this.clock = clock;
    this.saved = new SavedFilters(desk.database().pool());
  }

  void addTo(RouteTable routes) {
    var workers = SearchPages.WORKERS;
    routes
        .get("/queue", workers, context -> pages.show(context, 200, "ticket/queue", queue(context)))
        .get(
            "/queue/lanes",
            workers,
            context -> pages.showPart(context, "ticket/lanes", queue(context)))
        .post("/queue/filters", workers, this::save)
        .post("/queue/filters/remove", workers, this::remove);
    for (var lane : QueueLane.values())
      routes.get("/queue/" + lane.code(), workers, context -> show(context, lane));
  }

  private QueuePage queue(RoutingContext context) {
    var fields = context.queryParams();
    var filter = QueueFilter.of(fields);
    return page(
        context,
        filter,
        Arrays.stream(QueueLane.values())
            .map(one -> lane(context, one, filter, Optional.empty(), shown(fields, one)))
            .toList());
  }

  private void show(RoutingContext context, QueueLane lane) {
    var filter = QueueFilter.of(context.queryParams());
    var after = after(context.queryParams());
    var page = page(context, filter, List.of(lane(context, lane, filter, after, PAGE)));
    pages.backTo(context, page.path("/queue"));
    var title = pages.say(context, "lane." + lane.code());
    pages.show(context, 200, "ticket/lane", new LanePage(page, after.isPresent()), title);
  }

  private QueuePage page(RoutingContext context, QueueFilter filter, List<QueuePage.Lane> lanes) {
    return new QueuePage(
        lanes,
        filter,
        saved.of(Web.caller(context).id()),
        desk.people().campuses(),
        desk.people().teams(),
        desk.catalogue().systems());
  }

  private QueuePage.Lane lane(
      RoutingContext context,
      QueueLane lane,
      QueueFilter filter,
      Optional<QueuePlace> after,
      int most) {
    var caller = Web.caller(context);
    var tickets = lane.of(filter.tickets(), caller.id(), midnight());
    var found = desk.tickets().queue(caller, tickets, after, most + 1);
    var shown = found.subList(0, Math.min(most, found.size()));
    var last =
        Optional.of(found)
            .filter(all -> all.size() > most)
            .map(_ -> QueuePlace.of(shown.getLast()));
    var all = last.isEmpty() && after.isEmpty();
    var count = all ? shown.size() : desk.tickets().count(caller, tickets);
    return new QueuePage.Lane(lane.code(), lines.of(shown), count, last);
  }

  private Instant midnight() {
    return clock.instant().atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  /// Whole pages, as many as an open queue shows of a lane already.
  private static int shown(MultiMap fields, QueueLane lane) {
    return Optional.ofNullable(fields.get(lane.code()))
        .filter(text -> text.matches("\\d{1,4}"))
        .map(text -> Math.ceilDiv(Integer.parseInt(text), PAGE) * PAGE)
        .map(shown -> Math.clamp(shown, PAGE, QueuePage.MOST))
        .orElse(PAGE);
  }

  /// Where the page before ended.
  private static Optional<QueuePlace> after(MultiMap fields) {
    try {
      var due = Optional.ofNullable(fields.get("due")).map(Instant::parse);
      return SearchPages.number(fields.get("after")).map(number -> new QueuePlace(due, number));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private void save(RoutingContext context) {
    var form = context.request().formAttributes();
    var filter = QueueFilter.of(form);
    var name = Optional.ofNullable(form.get("name")).orElse("").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || filter.isAll()) {
      context.fail(400);
    } else if (saved.save(Web.caller(context).id(), name, filter)) {
      pages.done(context, "/queue?" + filter.query());
    } else {
      context.fail(409);
    }
  }

  private void remove(RoutingContext context) {
    var name = Optional.ofNullable(context.request().getFormAttribute("name")).orElse("");
    saved.remove(Web.caller(context).id(), name);
    pages.done(context, "/queue");
  }
}
