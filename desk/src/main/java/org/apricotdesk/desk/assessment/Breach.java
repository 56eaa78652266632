package org.apricotdesk.desk.assessment;

import java.time.Instant;
import java.time.LocalDate;
import org.apricotdesk.desk.staff.PersonId;

/// A confirmed breach of security by an engineer.
public record Breach(
    long number, PersonId engineer, LocalDate on, String reason, PersonId by, Instant at) {}
