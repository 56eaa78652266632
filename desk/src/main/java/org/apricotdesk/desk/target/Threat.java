package org.apricotdesk.desk.target;

/// A matter of information security, and the least priority it has.
public enum Threat {
  MALWARE(Priority.P2),
  /// A ransom note, or files with changed endings.
  RANSOM(Priority.P1),
  /// Patient data outside the hospital, or of ten persons and more.
  LEAK(Priority.P1),
  /// Patient data of few persons within a work group.
  LEAK_INSIDE(Priority.P2),
  /// A password was typed on a fraudulent page.
  PHISHING_TYPED(Priority.P2),
  PHISHING_RECEIVED(Priority.P3);

  private final Priority least;

  Threat(Priority least) {
    this.least = least;
  }

  Priority raise(Priority priority) {
    return priority.above(least) ? priority : least;
  }
}
