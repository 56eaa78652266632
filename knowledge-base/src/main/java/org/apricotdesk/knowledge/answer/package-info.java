/// Picks an answer to a question, offers a choice, or says it has none.
///
/// [org.apricotdesk.knowledge.answer.Answers] is the way in.
@NullMarked
package org.apricotdesk.knowledge.answer;

import org.jspecify.annotations.NullMarked;
