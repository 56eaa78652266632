package org.apricotdesk.desk.ticket.web;

import java.time.Instant;
import java.util.List;
import org.apricotdesk.desk.ticket.AttachmentId;

/// One thing that happened, as the timeline tells it.
///
/// @param what the sentence, such as `王磊 接单`
/// @param text somebody's words with it; may be blank
/// @param look the stylesheet's class of those words
public record TimelineEntry(
    Instant at, String what, String text, String look, List<AttachmentId> attachments) {}
