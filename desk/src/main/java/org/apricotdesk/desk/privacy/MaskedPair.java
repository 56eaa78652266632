package org.apricotdesk.desk.privacy;

/// Two messages of one person masked together, for what was split over both.
public record MaskedPair(Masked previous, Masked text) {}
