/// A month of a large hospital, played through the whole product in minutes.
///
/// [org.apricotdesk.deploy.bench.month.Month] plays it and says which promises were kept. What is
/// checked is computed again from the raw events, by code of its own.
@NullMarked
package org.apricotdesk.deploy.bench.month;

import org.jspecify.annotations.NullMarked;
