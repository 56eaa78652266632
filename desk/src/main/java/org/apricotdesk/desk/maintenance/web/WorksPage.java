package org.apricotdesk.desk.maintenance.web;

import java.util.List;
import java.util.Optional;

/// All planned downtime, the newest first.
///
/// @param asks whether the reader may ask for one
/// @param next goes on below that number
public record WorksPage(List<Line> lines, boolean asks, Optional<Long> next) {}
