package org.apricotdesk.desk.incident;

/// There is no incident of that number.
public final class NoSuchIncident extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoSuchIncident(IncidentNumber number) {
    super("no incident " + number);
  }
}
