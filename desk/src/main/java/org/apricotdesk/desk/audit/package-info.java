/// Who looked at what and who changed the desk itself: an append-only log with a chain of seals.
///
/// [Audit] is the way in.
@NullMarked
package org.apricotdesk.desk.audit;

import org.jspecify.annotations.NullMarked;
