/// What people read: message bundles by key, Chinese first, English complete.
///
/// [org.apricotdesk.config.text.Texts] is the way in.
@NullMarked
package org.apricotdesk.config.text;

import org.jspecify.annotations.NullMarked;
