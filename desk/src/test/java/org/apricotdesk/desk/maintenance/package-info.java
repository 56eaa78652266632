/// Planned downtime on its pages.
@NullMarked
package org.apricotdesk.desk.maintenance;

import org.jspecify.annotations.NullMarked;
