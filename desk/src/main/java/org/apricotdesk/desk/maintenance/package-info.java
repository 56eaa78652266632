/// Planned downtime: announced work on systems, who approved it, and how long it really took.
///
/// [org.apricotdesk.desk.maintenance.Maintenance] is the way in; its pages stand in `web`.
@NullMarked
package org.apricotdesk.desk.maintenance;

import org.jspecify.annotations.NullMarked;
