package org.apricotdesk.desk.ticket.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.TicketFilter;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.Download;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Web;
import org.jspecify.annotations.Nullable;

/// The tickets of a list as a file: those the list shows to its reader, all its pages.
final class ExportPages {
  private static final int BATCH = 500;
  private static final Duration ONE_DAY = Duration.ofDays(1);
  private static final Set<Status> OPEN =
      Arrays.stream(Status.values()).filter(Status::isOpen).collect(Collectors.toSet());

  private final Desk desk;
  private final Pages pages;
  private final ZoneId zone;

  ExportPages(Desk desk, Pages pages, ZoneId zone) {
    this.desk = desk;
    this.pages = pages;
    this.zone = zone;
  }

  void addTo(RouteTable routes) {
    routes.get("/export/tickets.csv", SearchPages.WORKERS, this::send);
  }

  private void send(RoutingContext context) {
    var filter = filter(context);
    var caller = Web.caller(context);
    var what = new JsonObject().put("query", query(context));
    desk.audit().record(desk.database().pool(), caller.id(), "export", "export tickets", what);
    var table = new TicketTable(pages.speech(context), desk.people(), desk.catalogue(), zone);
    try (var out = Download.open(context, "text/csv; charset=utf-8", "tickets.csv")) {
      table.head(out);
      var before = Optional.<TicketNumber>empty();
      do {
        before = batch(caller, filter, before, table, out);
      } while (before.isPresent());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot send tickets", failure);
    }
  }

  /// @return where to go on, if there is more
  private Optional<TicketNumber> batch(
      Person caller,
      TicketFilter filter,
      Optional<TicketNumber> before,
      TicketTable table,
      OutputStream out)
      throws IOException {
    var found = desk.tickets().list(caller, filter, before, BATCH);
    table.rows(out, found);
    return found.size() < BATCH ? Optional.empty() : Optional.of(found.getLast().number());
  }

  /// What the queue's or the search's address says, and from which day to which.
  private TicketFilter filter(RoutingContext context) {
    var query = context.queryParams();
    var statuses = "1".equals(query.get("open")) ? OPEN : Set.<Status>of();
    var filter = QueueFilter.of(query).tickets().in(statuses);
    var words = Optional.ofNullable(query.get("q")).map(String::strip).orElse("");
    var dated =
        filter.during(day(query.get("from")), day(query.get("to")).map(to -> to.plus(ONE_DAY)));
    return words.isEmpty() ? dated : dated.containing(words);
  }

  private Optional<Instant> day(@Nullable String typed) {
    try {
      return Optional.ofNullable(typed)
          .filter(text -> !text.isBlank())
          .map(text -> LocalDate.parse(text).atStartOfDay(zone).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Without the words that were looked for: they may be a patient's.
  private static String query(RoutingContext context) {
    return context.queryParams().entries().stream()
        .filter(entry -> !entry.getKey().equals("q"))
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("&"));
  }
}
