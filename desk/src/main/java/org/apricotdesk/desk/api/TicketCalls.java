package org.apricotdesk.desk.api;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.Decision;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.Refusal;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketFilter;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.Rule;

/// Tickets: list, item, filing one, and everything that can be done about one.
public final class TicketCalls implements ApiPart {
  private static final Texts TEXTS = Texts.of(TicketDesk.class);

  private final TicketDesk tickets;
  private final People people;
  private final Catalogue catalogue;
  private final Access access;
  private final Function<List<Long>, Map<Long, Long>> incidents;
  private final ZoneId zone;

  /// @param incidents which incidents tickets of these numbers belong to
  /// @param zone where a date without time begins
  public TicketCalls(
      TicketDesk tickets,
      People people,
      Catalogue catalogue,
      Access access,
      Function<List<Long>, Map<Long, Long>> incidents,
      ZoneId zone) {
    this.tickets = tickets;
    this.people = people;
    this.catalogue = catalogue;
    this.access = access;
    this.incidents = incidents;
    this.zone = zone;
  }

  @Override
  public String contract() {
    return "tickets.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations
        .read("listTickets", "tickets", Rule.signedIn(), this::list)
        .read("showTicket", "ticket {number}", Rule.signedIn(), this::show)
        .write("openTicket", Rule.signedIn(), this::open)
        .write("changeTicket", Rule.signedIn(), this::change);
  }

  private Answer list(Call call) {
    var limit = call.limit();
    var before = call.cursor().map(place -> number(place).orElseThrow(TicketCalls::badCursor));
    var found = tickets.list(call.caller(), filter(call), before, limit + 1);
    var parts = incidents.apply(found.stream().map(ticket -> ticket.number().value()).toList());
    return Answer.ok(
        Cursor.page(
            found,
            limit,
            ticket -> withIncident(TicketJson.of(ticket), ticket, parts),
            ticket -> "" + ticket.number().value()));
  }

  private static JsonObject withIncident(JsonObject json, Ticket ticket, Map<Long, Long> parts) {
    return json.put("incident", parts.get(ticket.number().value()));
  }

  private static InvalidCall badCursor() {
    return new InvalidCall("cursor is not one that this list has handed out");
  }

  private TicketFilter filter(Call call) {
    return new TicketFilter(
        several(call, "status", Status::of),
        one(call, "assignee", PersonId::new),
        Optional.empty(),
        one(call, "team", TeamId::new),
        one(call, "campus", CampusId::new),
        one(call, "department", DepartmentId::new),
        several(call, "priority", name -> Priority.valueOf(name.toUpperCase(Locale.ROOT))),
        Optional.empty(),
        call.query("q"),
        call.query("from").map(this::moment),
        call.query("to").map(this::moment),
        Optional.empty());
  }

  private static <T> Optional<T> one(Call call, String name, Function<String, T> of) {
    return call.query(name).map(text -> parse(name, text, of));
  }

  private static <T> Set<T> several(Call call, String name, Function<String, T> of) {
    return call.query(name).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .map(text -> parse(name, text, of))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <T> T parse(String name, String text, Function<String, T> of) {
    try {
      return of.apply(text);
    } catch (IllegalArgumentException _) {
      throw new InvalidCall("unknown " + name);
    }
  }

  private Instant moment(String text) {
    if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) return TicketCommands.instant(text);
    try {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (java.time.DateTimeException _) {
      throw new InvalidCall("'" + text + "' is no date");
    }
  }

  private Answer show(Call call) {
    var found = number(call.path("number")).flatMap(number -> tickets.find(call.caller(), number));
    if (found.isEmpty()) return Answer.notFound();
    var ticket = found.get();
    var json = TicketJson.of(ticket, tickets.history(call.caller(), ticket));
    var parts = incidents.apply(List.of(ticket.number().value()));
    return Answer.ok(withIncident(json, ticket, parts));
  }

  private static Optional<TicketNumber> number(String text) {
    return TicketNumber.parse(text);
  }

  private Answer open(SqlConnection tx, Call call) {
    if (!access.mayReport(call.caller()))
      return Answer.problem(403, "forbidden", "The role of this token may not file tickets.");
    var body = call.body();
    var category = Optional.ofNullable(body.getString("category")).map(TicketCalls::code);
    if (category.filter(code -> catalogue.current(code).isEmpty()).isPresent())
      return Answer.invalid("category: there is no such level-3 code");
    var department = Optional.ofNullable(body.getString("department")).map(TicketCalls::department);
    if (department.filter(id -> people.department(id).isEmpty()).isPresent())
      return Answer.invalid("department: there is no such department");
    var requester = requester(call.caller(), Optional.ofNullable(body.getString("requester")));
    if (requester.isEmpty()) return Answer.invalid("requester: nobody you may file a ticket for");
    var report =
        new NewTicket(
            TicketKind.of(body.getString("kind")),
            body.getString("title"),
            body.getString("description"),
            category,
            department,
            Optional.empty(),
            Optional.ofNullable(body.getString("place")),
            Optional.empty(),
            requester.get(),
            call.caller().id(),
            Optional.ofNullable(body.getString("priority")).map(Priority::valueOf),
            Optional.empty(),
            Optional.empty(),
            Channel.API,
            Optional.empty(),
            List.of(),
            new JsonObject());
    return Answer.created(TicketJson.of(tickets.open(tx, report)));
  }

  private static DepartmentId department(String text) {
    return parse("department", text, DepartmentId::new);
  }

  private static CategoryCode code(String text) {
    return parse("category", text, CategoryCode::new);
  }

  /// Staff file for themselves; everybody of the desk may file for somebody else.
  private Optional<PersonId> requester(Person caller, Optional<String> named) {
    if (named.isEmpty()) return Optional.of(caller.id());
    var person = people.active(parse("requester", named.get(), PersonId::new)).map(Person::id);
    var others = !caller.roles().equals(Set.of(Role.STAFF));
    return person.filter(id -> others || id.equals(caller.id()));
  }

  private Answer change(SqlConnection tx, Call call) {
    var number = number(call.path("number"));
    var seen = number.flatMap(found -> tickets.find(call.caller(), found));
    if (seen.isEmpty()) return Answer.notFound();
    var body = call.body();
    var command = new TicketCommands(call.caller().id(), body).of(call.path("action"));
    return switch (tickets.handle(tx, number.get(), body.getInteger("version"), command)) {
      case Decision.Accepted(var ticket, var _) -> Answer.ok(TicketJson.of(ticket));
      case Decision.Refused(var why, var ticket) -> refused(why, ticket);
    };
  }

  private Answer refused(Refusal why, Ticket ticket) {
    var holder = ticket.assignee().flatMap(people::find).map(Person::name).orElse("");
    var detail =
        TEXTS.say(Locale.ENGLISH, "refused." + why.name(), ticket.number().value(), holder);
    return Answer.problem(409, why == Refusal.STALE ? "stale" : "refused", detail)
        .with("reason", why.name().toLowerCase(Locale.ROOT))
        .with("ticketStatus", ticket.status().code())
        .with("assignee", ticket.assignee().map(PersonId::value))
        .with("version", ticket.version());
  }
}
