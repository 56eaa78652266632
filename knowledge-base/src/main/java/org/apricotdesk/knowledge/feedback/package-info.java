/// Whether answers helped, and which articles need another hand.
///
/// [org.apricotdesk.knowledge.feedback.Feedback] is the way in.
@NullMarked
package org.apricotdesk.knowledge.feedback;

import org.jspecify.annotations.NullMarked;
