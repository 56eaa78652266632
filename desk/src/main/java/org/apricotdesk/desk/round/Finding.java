package org.apricotdesk.desk.round;

import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.AttachmentId;

/// What was found on a visit.
///
/// @param onTheSpot whether it was mended there and then
/// @param outcome what became of it, with the number or the words in `result`
public record Finding(
    long id,
    long visit,
    Kind kind,
    String text,
    Optional<AttachmentId> photo,
    boolean onTheSpot,
    Instant at,
    PersonId by,
    Optional<Outcome> outcome,
    String result,
    Optional<Instant> settled) {}
