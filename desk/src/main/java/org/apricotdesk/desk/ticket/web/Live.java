package org.apricotdesk.desk.ticket.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.Tail;
import org.apricotdesk.config.work.Loop;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Subject;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// Tells open pages that something they show has changed: server-sent events without any content,
/// after which the page asks for what it may see. Whom an event reaches is decided when it is sent.
///
/// All pages of an instance share one reading of the log, which ends with the last page.
final class Live {
  private static final Duration PULSE = Duration.ofSeconds(15);
  private static final int MOST_PAGES = 2000;
  private static final int MOST_OF_ONE = 12;
  private static final int REMEMBERED = 10_000;

  private final Desk desk;
  private final Set<OpenPage> open = ConcurrentHashMap.newKeySet();
  private final Map<Long, Subject> before =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Subject> eldest) {
          return size() > REMEMBERED;
        }
      };
  private Optional<Reading> reading = Optional.empty();

  Live(Desk desk) {
    this.desk = desk;
  }

  private record Reading(Tail tail, Loop pulse) {}

  void addTo(RouteTable routes) {
    routes.get("/live", Rule.signedIn(), this::connect);
  }

  private void connect(RoutingContext context) {
    var caller = Web.caller(context).id();
    var own = open.stream().filter(page -> page.person().equals(caller)).count();
    if (own >= MOST_OF_ONE || open.size() >= MOST_PAGES) {
      context.fail(503);
      return;
    }
    var page = new OpenPage(caller, context.response(), Web.signedIn(context));
    context
        .response()
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("x-accel-buffering", "no")
        .closeHandler(_ -> leave(page));
    enter(page).ready().await();
    page.tell("queue"); // whatever happened while it was not connected
  }

  private synchronized Tail enter(OpenPage page) {
    open.add(page);
    if (reading.isEmpty()) reading = Optional.of(start());
    return reading.get().tail();
  }

  private Reading start() {
    return new Reading(desk.follow(this::hear), Loop.every(PULSE, "live-pages", this::pulse));
  }

  private synchronized void leave(OpenPage page) {
    open.remove(page);
    if (!open.isEmpty()) return;
    reading.ifPresent(over -> Thread.ofVirtual().start(() -> close(over)));
    reading = Optional.empty();
  }

  private static void close(Reading over) {
    over.tail().close();
    over.pulse().close();
  }

  /// Keeps the lines open, and cuts those whose person has signed out or left.
  private void pulse() {
    for (var page : open) {
      if (page.isSignedIn() && person(page).active()) page.pulse();
      else page.end();
    }
  }

  private void hear(List<Event> events) {
    var byTicket =
        events.stream()
            .filter(event -> event.stream().equals("ticket"))
            .collect(
                Collectors.groupingBy(
                    Event::key, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    byTicket.forEach(
        (key, happened) ->
            desk.tickets()
                .find(new TicketNumber(Long.parseLong(key)))
                .ifPresent(ticket -> changed(ticket, happened)));
  }

  private void changed(Ticket ticket, List<Event> happened) {
    var was = Optional.ofNullable(before.put(ticket.number().value(), ticket.subject()));
    var internal = happened.stream().allMatch(Live::isInternal);
    for (var page : open) tell(page, person(page), ticket, was, internal);
  }

  private Person person(OpenPage page) {
    return desk.people().orStranger(page.person(), page.person().value());
  }

  private void tell(
      OpenPage page, Person person, Ticket ticket, Optional<Subject> was, boolean internal) {
    var reads = internal ? Action.READ_INTERNAL : Action.READ;
    Predicate<Subject> sees = subject -> desk.access().may(person, reads, subject);
    if (sees.test(ticket.subject())) page.tell("ticket-" + ticket.number().value(), "queue");
    else if (was.filter(sees).isPresent() || leftPool(person, ticket)) page.tell("queue");
  }

  /// What was offered to everybody has been taken: it must go from their lists.
  private boolean leftPool(Person person, Ticket ticket) {
    return !ticket.status().isUnclaimed() && desk.access().scope(person).pool();
  }

  private static boolean isInternal(Event event) {
    return event.type().equals("noted") && event.payload().getBoolean("internal", false);
  }
}
