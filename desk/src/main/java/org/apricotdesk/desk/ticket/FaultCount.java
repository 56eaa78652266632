package org.apricotdesk.desk.ticket;

import java.time.Instant;
import org.apricotdesk.desk.catalogue.CategoryCode;

/// How many faults of one kind were reported within an hour.
///
/// @param hour when it began
public record FaultCount(CategoryCode category, Instant hour, long times) {}
