/// Benchmarks of `deploy/bench`: the product beside what its parts could do at best, in one run on
/// one machine.
@NullMarked
package org.apricotdesk.deploy.bench;

import org.jspecify.annotations.NullMarked;
