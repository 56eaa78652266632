package org.apricotdesk.desk.target;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One promised time of one ticket, as its clock stands.
///
/// @param due when it runs out; empty while the clock is paused or void
/// @param met whether it was kept; empty as long as that is open
/// @param used time counted so far, to the second
public record Promise(Optional<Instant> due, Optional<Boolean> met, Duration used) {}
