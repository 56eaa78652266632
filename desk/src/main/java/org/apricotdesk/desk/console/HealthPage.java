package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;

/// How everything stands, and what could not be delivered.
public record HealthPage(List<Sign> signs, List<Upkeep.Letter> letters, Optional<String> more) {

  /// @param name the key of its name, `health.<name>`
  public record Sign(String name, Upkeep.State state, String value) {}
}
