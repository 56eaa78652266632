package org.apricotdesk.desk.target;

/// How soon a ticket must be answered; P1 is the most pressing.
public enum Priority {
  P1,
  P2,
  P3,
  P4;

  /// Whether this is more pressing than the other.
  public boolean above(Priority other) {
    return compareTo(other) < 0;
  }

  /// Whether there is at most one step between them.
  public boolean isNear(Priority other) {
    return Math.abs(compareTo(other)) <= 1;
  }

  public boolean isHighest() {
    return this == P1;
  }
}
