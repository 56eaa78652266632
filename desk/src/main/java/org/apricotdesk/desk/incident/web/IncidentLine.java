package org.apricotdesk.desk.incident.web;

import org.apricotdesk.desk.incident.Incident;
import org.apricotdesk.desk.incident.Known;
import org.apricotdesk.desk.incident.Stage;

/// An incident as a row of a list.
public record IncidentLine(Incident incident, Known known) {
  /// The look of its mark.
  public String mark() {
    return switch (incident.stage()) {
      case SUSPECTED -> "wait";
      case DECLARED, MITIGATING -> "bad";
      case RESTORED, REVIEWED -> "run";
      case CLOSED -> "ok";
      case DISMISSED -> "";
    };
  }

  boolean isOver() {
    return incident.stage() == Stage.CLOSED || incident.stage() == Stage.DISMISSED;
  }
}
