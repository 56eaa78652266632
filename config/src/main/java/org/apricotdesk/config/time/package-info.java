/// Clocks that can be moved by hand, for the demo and for tests.
@NullMarked
package org.apricotdesk.config.time;

import org.jspecify.annotations.NullMarked;
