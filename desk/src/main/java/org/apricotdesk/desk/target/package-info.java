/// Promised times: priorities, the business calendar, the targets and the clocks that measure them.
@NullMarked
package org.apricotdesk.desk.target;

import org.jspecify.annotations.NullMarked;
