/// Everything the product keeps, in one file, and back.
///
/// [org.apricotdesk.deploy.backup.Backup] writes while the service runs,
/// [org.apricotdesk.deploy.backup.Restore] fills an empty database; both verify what they did.
@NullMarked
package org.apricotdesk.deploy.backup;

import org.jspecify.annotations.NullMarked;
