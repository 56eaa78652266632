/// Looks for everything that would keep the service from working, before it is started.
///
/// [org.apricotdesk.deploy.check.Check] is the door.
@NullMarked
package org.apricotdesk.deploy.check;

import org.jspecify.annotations.NullMarked;
