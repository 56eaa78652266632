/// The simulated month in short.
@NullMarked
package org.apricotdesk.deploy.bench.month;

import org.jspecify.annotations.NullMarked;
