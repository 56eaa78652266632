package org.apricotdesk.desk.ticket;

/// How many of those who rated are satisfied: a score of 4 or 5.
public record RatingCount(long satisfied, long of) {}
