package org.apricotdesk.config.event;

import java.time.Instant;

/// An event that was put aside, because a listener failed on it again and again.
///
/// @param error the class of the last failure: messages may repeat what people wrote
/// @param asked whether somebody has asked that the listener hears it once more
public record ParkedEvent(
    String listener, Event event, int tries, String error, Instant parkedAt, boolean asked) {}
