package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.bot.wecom.Card.Head;
import org.apricotdesk.bot.wecom.Card.Row;
import org.apricotdesk.desk.incident.Incident;
import org.apricotdesk.desk.incident.IncidentNumber;
import org.apricotdesk.desk.incident.Incidents;

/// Cards about major incidents: what is known to be down, and whether it works again.
final class IncidentCards {
  private final Incidents incidents;
  private final Speech speech;
  private final String pages;

  IncidentCards(Incidents incidents, Speech speech, String pages) {
    this.incidents = incidents;
    this.speech = speech;
    this.pages = pages;
  }

  /// What is known, as it stands now; whose trouble is another says so by one tap.
  Card known(SqlClient sql, String taskId, JsonObject facts) {
    var incident = find(sql, facts);
    var known = incidents.known(incident);
    var rows = new ArrayList<Row>();
    row(rows, "card.meanwhile", known.workaround());
    row(rows, "card.next", known.next().map(speech::time).orElse(""));
    var title = speech.say("card.outage", known.number().toString(), known.title());
    var since = speech.say("card.outage.line", known.where(), speech.time(known.since()));
    var head = new Head(title, since.strip(), known.action(), rows, link(incident));
    return card(taskId, head, facts, "me_too", "different");
  }

  /// The question to one place, with one tap to answer it.
  Card rollCall(SqlClient sql, String taskId, JsonObject facts) {
    var incident = find(sql, facts);
    var head =
        new Head(
            speech.say("card.call", incident.title()),
            facts.getString("place"),
            facts.getString("text"),
            List.of(),
            link(incident));
    return card(taskId, head, facts, "works", "broken");
  }

  /// The question whether it is one, as long as nobody has answered it.
  Card suspicion(SqlClient sql, String taskId, JsonObject facts) {
    var incident = find(sql, facts);
    var where = incidents.known(incident).where();
    var head =
        new Head(
            speech.say("card.suspected", incident.title()),
            speech.say("card.suspected.line", where, facts.getInteger("reporters")).strip(),
            speech.say("card.suspected.text"),
            List.of(),
            link(incident));
    return switch (incident.stage()) {
      case SUSPECTED -> new Card.Buttons(taskId, head, Cards.buttons(speech, "declare", "dismiss"));
      case DISMISSED -> new Card.Done(taskId, head, speech.say("card.dismissed"));
      case DECLARED, MITIGATING, RESTORED, REVIEWED, CLOSED ->
          new Card.Done(taskId, head, speech.say("card.declared"));
    };
  }

  private Card card(String taskId, Head head, JsonObject facts, String... phrases) {
    var outcome = facts.getString("outcome", "");
    return outcome.isEmpty()
        ? new Card.Buttons(taskId, head, Cards.buttons(speech, phrases))
        : new Card.Done(taskId, head, speech.say(outcome + ".button"));
  }

  private Incident find(SqlClient sql, JsonObject facts) {
    return incidents.find(sql, new IncidentNumber(facts.getLong("incident"))).orElseThrow();
  }

  private void row(List<Row> rows, String name, String value) {
    if (!value.isBlank()) {
      rows.add(new Row(speech.say(name), value));
    }
  }

  private Optional<URI> link(Incident incident) {
    return Optional.of(URI.create(pages + "/incidents/" + incident.number().value()));
  }
}
