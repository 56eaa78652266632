package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.event.ParkedEvent;

/// How everything stands, what could not be delivered, and what could not be followed up.
public record HealthPage(
    List<Sign> signs, List<Upkeep.Letter> letters, Optional<String> more, List<Parked> parked) {

  /// @param name the key of its name, `health.<name>`
  public record Sign(String name, Upkeep.State state, String value) {}

  /// @param listener its name in words
  public record Parked(String listener, ParkedEvent what) {}
}
