/// Measures answers against labelled questions, without a database.
///
/// [org.apricotdesk.knowledge.evaluate.EvaluateAnswers] is the command.
@NullMarked
package org.apricotdesk.knowledge.evaluate;

import org.jspecify.annotations.NullMarked;
