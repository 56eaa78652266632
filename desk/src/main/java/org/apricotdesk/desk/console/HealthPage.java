package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;

/// How everything stands, and what could not be delivered.
public record HealthPage(
    List<Upkeep.Sign> signs, List<Upkeep.Letter> letters, Optional<String> more) {}
