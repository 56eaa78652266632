package org.apricotdesk.desk.incident;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.desk.incident.IncidentEvent.What;
import org.apricotdesk.desk.staff.PersonId;

/// Writes down what happens to incidents: the event and the incident after it, in one transaction.
final class Chronicle {
  private final EventLog log;

  Chronicle(EventLog log) {
    this.log = log;
  }

  Incident begin(SqlConnection tx, PersonId by, What what, Instant now) {
    var store = new IncidentStore(tx);
    var event = new IncidentEvent(store.nextNumber(), 1, now, by, what);
    log.append(tx, event.forLog());
    var incident = Fold.first(event);
    store.save(incident);
    return incident;
  }

  Incident record(SqlConnection tx, Incident incident, PersonId by, What what, Instant now) {
    var event = new IncidentEvent(incident.number(), incident.version() + 1, now, by, what);
    log.append(tx, event.forLog());
    var after = Fold.after(incident, event);
    new IncidentStore(tx).save(after);
    return after;
  }

  List<IncidentEvent> of(SqlClient sql, IncidentNumber number) {
    return log.of(sql, IncidentEvent.STREAM, "" + number.value()).stream()
        .map(IncidentEvent::of)
        .toList();
  }
}
