/// PostgreSQL: the pool, transactions, migrations, leases, and a server of our own where there is
/// none.
///
/// [org.apricotdesk.config.database.Database] is the way in.
@NullMarked
package org.apricotdesk.config.database;

import org.jspecify.annotations.NullMarked;
