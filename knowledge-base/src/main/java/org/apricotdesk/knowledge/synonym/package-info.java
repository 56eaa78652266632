/// Words the hospital's administrators say mean the same.
///
/// [org.apricotdesk.knowledge.synonym.Synonyms] is the way in.
@NullMarked
package org.apricotdesk.knowledge.synonym;

import org.jspecify.annotations.NullMarked;
