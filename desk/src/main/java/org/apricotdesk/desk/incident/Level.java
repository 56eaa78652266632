package org.apricotdesk.desk.incident;

import java.time.Duration;

/// How grave an incident is; domain §9.1.
public enum Level {
  /// A core service is down for a campus or the hospital. Declared by the director.
  A(Duration.ofMinutes(15)),
  /// Several departments or one critical place.
  B(Duration.ofMinutes(30));

  private final Duration rhythm;

  Level(Duration rhythm) {
    this.rhythm = rhythm;
  }

  /// How often those affected are told something, even when nothing has changed.
  public Duration rhythm() {
    return rhythm;
  }
}
