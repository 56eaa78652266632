package org.apricotdesk.desk.maintenance;

import org.apricotdesk.config.event.Event;
import org.apricotdesk.desk.fact.Facts;

/// What happens to planned work; the key is its number.
public sealed interface MaintenanceEvent {
  String STREAM = "maintenance";

  record Requested(Plan plan) implements MaintenanceEvent {}

  record Announced() implements MaintenanceEvent {}

  record Withdrawn(String reason) implements MaintenanceEvent {}

  record Ended() implements MaintenanceEvent {}

  default String type() {
    return Facts.typeOf(getClass());
  }

  /// An event as the log keeps it.
  static MaintenanceEvent of(Event event) {
    var type =
        switch (event.type()) {
          case "requested" -> Requested.class;
          case "announced" -> Announced.class;
          case "withdrawn" -> Withdrawn.class;
          case "ended" -> Ended.class;
          default -> throw new IllegalStateException("no maintenance event is " + event.type());
        };
    return Facts.read(event.payload(), type);
  }
}
