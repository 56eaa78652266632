/// What the hospital knows about its own troubles, and how it is found.
///
/// [org.apricotdesk.knowledge.Knowledge] is the way in.
@NullMarked
package org.apricotdesk.knowledge;

import org.jspecify.annotations.NullMarked;
