package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.target.BusinessCalendar;
import org.apricotdesk.desk.target.Course;
import org.apricotdesk.desk.target.Course.Mark;
import org.apricotdesk.desk.target.Interruption;
import org.apricotdesk.desk.target.Measured;
import org.apricotdesk.desk.target.Phase;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Targets;
import org.apricotdesk.desk.target.Terms;
import org.apricotdesk.desk.target.TicketClock;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// What the desk promises for a ticket, measured over its history.
final class TicketPromises {
  private final People people;
  private final Catalogue catalogue;
  private final BiFunction<CampusId, Instant, BusinessCalendar> calendars;
  private final Function<Instant, Targets> policies;

  /// @param calendars how a campus works, as far as was known at a moment
  /// @param policies what is promised for tickets created at a moment
  TicketPromises(
      People people,
      Catalogue catalogue,
      BiFunction<CampusId, Instant, BusinessCalendar> calendars,
      Function<Instant, Targets> policies) {
    this.people = people;
    this.catalogue = catalogue;
    this.calendars = calendars;
    this.policies = policies;
  }

  /// The same desk with other promises, to try them out.
  TicketPromises with(Targets targets) {
    return new TicketPromises(people, catalogue, calendars, _ -> targets);
  }

  Measured measure(List<TicketEvent> history, Instant asOf) {
    return TicketClock.measure(course(history), asOf);
  }

  /// The same, but for the time of these interruptions.
  Measured measureWithout(List<Interruption> gaps, List<TicketEvent> history, Instant asOf) {
    return TicketClock.measure(course(history).without(gaps), asOf);
  }

  BusinessCalendar calendar(Ticket ticket) {
    return calendars.apply(ticket.report().place().campus(), Instant.MAX);
  }

  private Course course(List<TicketEvent> history) {
    var first = history.getFirst();
    if (!(first.what() instanceof What.Created created))
      throw new IllegalStateException("the history of " + first.ticket() + " has no beginning");
    var priority = created.priority();
    var category = created.category();
    var calendar = calendars.apply(created.place().campus(), known(history));
    var course = Course.starting(first.at(), terms(first, created, priority, category, calendar));
    for (var event : history) {
      switch (event.what()) {
        case What.PriorityChanged(var _, var to, var _) -> priority = to;
        case What.CategoryChanged changed -> category = Optional.of(changed.to());
        case What.Claimed _, What.Accepted _ -> course = course.then(new Mark.Answered(event.at()));
        case What.Noted noted when noted.answers() ->
            course = course.then(new Mark.Answered(event.at()));
        case What.Redirected _ when Fold.answers(event) ->
            course = course.then(new Mark.Answered(event.at()));
        default -> {} // only what moves a clock matters here
      }
      if (event.what() instanceof What.PriorityChanged
          || event.what() instanceof What.CategoryChanged)
        course =
            course.then(
                new Mark.Changed(event.at(), terms(first, created, priority, category, calendar)));
      if (event.before() != event.after())
        course = course.then(new Mark.Enters(event.at(), phase(event.after())));
    }
    return course;
  }

  /// What is over is measured by the calendar that was known when it ended, for ever; the rest by
  /// the newest.
  private static Instant known(List<TicketEvent> history) {
    var end = Instant.MAX;
    for (var event : history.reversed()) {
      if (!isOver(event.after())) break;
      end = event.at();
    }
    return end;
  }

  private static boolean isOver(Status status) {
    return status == Status.CLOSED || status == Status.CANCELLED || status == Status.REDIRECTED;
  }

  private Terms terms(
      TicketEvent first,
      What.Created created,
      Priority priority,
      Optional<CategoryCode> code,
      BusinessCalendar calendar) {
    var critical =
        created.place().department().flatMap(people::department).filter(Department::critical);
    var always = code.flatMap(catalogue::find).filter(Category::aroundTheClock).isPresent();
    var targets = policies.apply(first.at());
    var terms =
        targets
            .of(
                code.map(CategoryCode::value).orElse(""),
                created.place().campus().value(),
                critical.isPresent())
            .terms(priority, always, critical.isPresent(), calendar);
    return created.kind() == TicketKind.REQUEST
        ? code.flatMap(kind -> targets.fulfilment(kind.value()))
            .map(within -> terms.fulfilledWithin(within, calendar))
            .orElse(terms)
        : terms;
  }

  private static Phase phase(Status status) {
    return switch (status) {
      case NEW, ASSIGNED -> Phase.UNCLAIMED;
      case IN_PROGRESS -> Phase.WORKING;
      case PENDING_USER -> Phase.AWAITING_USER;
      case PENDING_VENDOR -> Phase.AWAITING_VENDOR;
      case PENDING_APPROVAL -> Phase.AWAITING_APPROVAL;
      case SCHEDULED -> Phase.SCHEDULED;
      case RESOLVED, CLOSED -> Phase.DONE;
      case MERGED -> Phase.MERGED;
      case CANCELLED, REDIRECTED -> Phase.VOID;
    };
  }
}
