/// Questions that found no answer, put together by what they are about.
///
/// [org.apricotdesk.knowledge.gap.Gaps] is the way in.
@NullMarked
package org.apricotdesk.knowledge.gap;

import org.jspecify.annotations.NullMarked;
