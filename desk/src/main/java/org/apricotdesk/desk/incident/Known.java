package org.apricotdesk.desk.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What anybody may be told of an incident.
///
/// @param since when it was noticed
/// @param where names of places; empty for everywhere
/// @param action what is being done
/// @param workaround what to do until then; may be empty
/// @param next when there is more to hear
/// @param commander the name of whoever speaks for it
public record Known(
    IncidentNumber number,
    String title,
    Stage stage,
    Instant since,
    List<String> systems,
    List<String> where,
    String symptom,
    String action,
    String workaround,
    Optional<Instant> next,
    Optional<String> commander) {}
