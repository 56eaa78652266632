/// The ticket pages: what staff see of their reports, and the queue and ticket page of engineers.
///
/// [org.apricotdesk.desk.ticket.web.TicketPages] is the way in.
@NullMarked
package org.apricotdesk.desk.ticket.web;

import org.jspecify.annotations.NullMarked;
