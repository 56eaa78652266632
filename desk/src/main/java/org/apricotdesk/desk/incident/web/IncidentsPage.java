package org.apricotdesk.desk.incident.web;

import java.util.List;
import java.util.Optional;

/// The list of incidents.
///
/// @param declares whether the reader may declare one
/// @param next the number after which the next page begins
public record IncidentsPage(
    List<IncidentLine> open, List<IncidentLine> over, boolean declares, Optional<Long> next) {}
