/// Work that goes on in the background. The door is [org.apricotdesk.config.work.Loop].
@NullMarked
package org.apricotdesk.config.work;

import org.jspecify.annotations.NullMarked;
