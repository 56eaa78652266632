package org.apricotdesk.desk.round;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.suggestion.NewSuggestion;
import org.apricotdesk.desk.suggestion.Origin;
import org.apricotdesk.desk.suggestion.Suggestions;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketKind;

/// Makes of a finding what it is to become.
record Conversion(TicketDesk tickets, Suggestions suggestions, People people) {
  private static final int SHORT = 40;

  /// The number of what was made, or the words given for it.
  String of(SqlConnection tx, Visit visit, Finding finding, Outcome outcome, String words) {
    return switch (outcome) {
      case TICKET -> ticket(tx, visit, finding);
      case SUGGESTION -> suggestion(tx, visit, finding);
      case ARTICLE, TRAINING, EXPLAINED -> words;
    };
  }

  /// Reported for the ward: its liaison hears what becomes of it.
  private String ticket(SqlConnection tx, Visit visit, Finding finding) {
    var reporter = people.liaison(visit.department()).map(Person::id).orElse(finding.by());
    var text = finding.text();
    var report =
        new NewTicket(
            TicketKind.INCIDENT,
            text.length() > SHORT ? text.substring(0, SHORT) + "…" : text,
            text,
            Optional.empty(),
            Optional.of(visit.department()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            reporter,
            finding.by(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Channel.ROUND,
            Optional.empty(),
            finding.photo().map(List::of).orElse(List.of()),
            new JsonObject().put("visit", visit.number()));
    return "" + tickets.open(tx, report).number().value();
  }

  private String suggestion(SqlConnection tx, Visit visit, Finding finding) {
    var proposer = people.liaison(visit.department()).map(Person::id).orElse(finding.by());
    var wish =
        new NewSuggestion(
            "", finding.text(), proposer, Optional.of(visit.department()), Origin.ROUND);
    return "" + suggestions.submit(tx, wish).number().value();
  }
}
