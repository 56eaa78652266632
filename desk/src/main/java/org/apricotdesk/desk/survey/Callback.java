package org.apricotdesk.desk.survey;

import java.time.Instant;
import org.apricotdesk.desk.ticket.Ticket;

/// Somebody who was not satisfied and is to be called back within one working day.
public record Callback(Ticket ticket, Instant due) {}
