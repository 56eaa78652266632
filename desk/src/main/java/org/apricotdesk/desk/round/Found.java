package org.apricotdesk.desk.round;

import java.util.Optional;
import org.apricotdesk.desk.ticket.AttachmentId;

/// A note in the notebook.
///
/// @param onTheSpot whether it was mended there and then
public record Found(Kind kind, String text, Optional<AttachmentId> photo, boolean onTheSpot) {}
