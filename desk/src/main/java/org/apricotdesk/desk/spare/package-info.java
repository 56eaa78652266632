/// Spare devices in store: which there are, and whether enough are left.
///
/// [org.apricotdesk.desk.spare.Spares] is the way in. Lending them belongs to tickets.
@NullMarked
package org.apricotdesk.desk.spare;

import org.jspecify.annotations.NullMarked;
