/// What comes in, kept before it is answered: once for each id of the platform, without patient
/// data, in one transaction with everything it leads to.
///
/// [org.apricotdesk.bot.inbox.Inbox] is the way in.
@NullMarked
package org.apricotdesk.bot.inbox;

import org.jspecify.annotations.NullMarked;
