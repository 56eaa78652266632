/// Tickets: what staff report, who has it in hand, and how it ends.
///
/// [TicketDesk] is the way in; [Command]s are wishes, [TicketEvent]s are facts.
@NullMarked
package org.apricotdesk.desk.ticket;

import org.jspecify.annotations.NullMarked;
