package org.apricotdesk.desk.indicator;

import java.time.Instant;

/// What the passing of time alone will add for an open ticket: something is late once its time is
/// over. It counts in the period of that moment; what is overdue counts in every period.
record Pending(Tally tally, Instant due) {}
