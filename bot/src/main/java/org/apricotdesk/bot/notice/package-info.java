/// Tells the people concerned what happened to a ticket.
///
/// [org.apricotdesk.bot.notice.Notices] listens to the desk's events and leaves deliveries.
@NullMarked
package org.apricotdesk.bot.notice;

import org.jspecify.annotations.NullMarked;
