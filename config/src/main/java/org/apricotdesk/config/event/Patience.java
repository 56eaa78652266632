package org.apricotdesk.config.event;

import java.time.Duration;

/// How long a listener is asked again with an event it fails on.
///
/// @param tries after so many the event is put aside
/// @param first the pause after the first failure; each further one is twice as long
/// @param longest the longest pause
record Patience(int tries, Duration first, Duration longest) {
  /// Nine minutes or so: longer than a database takes to come back, shorter than anybody would wait
  /// for notices.
  static final Patience USUAL = new Patience(20, Duration.ofSeconds(1), Duration.ofSeconds(30));

  Duration after(Duration pause) {
    var next = pause.multipliedBy(2);
    return next.compareTo(longest) < 0 ? next : longest;
  }
}
