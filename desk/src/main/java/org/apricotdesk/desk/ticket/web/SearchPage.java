package org.apricotdesk.desk.ticket.web;

import java.util.List;
import java.util.Optional;

/// What a search over tickets found.
///
/// @param words as typed; blank before the first search
/// @param next the number after which the next page begins
public record SearchPage(String words, List<TicketLine> tickets, Optional<Long> next) {}
