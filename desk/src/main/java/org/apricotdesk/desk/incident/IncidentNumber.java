package org.apricotdesk.desk.incident;

/// An incident's number, counted from 1.
public record IncidentNumber(long value) {
  public IncidentNumber {
    if (value < 1) throw new IllegalArgumentException("incident numbers start at 1, not " + value);
  }

  /// How people write it: `M3`, so that it is no ticket's number.
  @Override
  public String toString() {
    return "M" + value;
  }
}
