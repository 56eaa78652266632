package org.apricotdesk.config.event;

import java.time.Duration;

/// Where a listener stands.
///
/// @param behind how old the first event is that it has not heard
/// @param parked how many events were put aside because it failed on them again and again
public record Lag(String listener, Duration behind, long parked) {}
