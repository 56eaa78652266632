/// The service catalogue: what can be reported, who looks after it, how pressing it usually is.
///
/// [Catalogue] is the way in.
@NullMarked
package org.apricotdesk.desk.catalogue;

import org.jspecify.annotations.NullMarked;
