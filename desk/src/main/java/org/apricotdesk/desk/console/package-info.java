/// The console: what administrators and leads look up and keep in order.
///
/// [org.apricotdesk.desk.console.ConsolePages] is the way in.
@NullMarked
package org.apricotdesk.desk.console;

import org.jspecify.annotations.NullMarked;
