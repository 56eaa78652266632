/// Recorded events: appended in the transaction of the change, handed to listeners after commit.
///
/// [org.apricotdesk.config.event.EventLog] is the way in.
@NullMarked
package org.apricotdesk.config.event;

import org.jspecify.annotations.NullMarked;
