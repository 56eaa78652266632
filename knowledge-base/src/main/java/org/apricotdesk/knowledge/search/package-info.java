/// Finds articles in Chinese as hospital staff type it, by words, sound and meaning together.
///
/// [org.apricotdesk.knowledge.search.SearchIndex] is the way in.
@NullMarked
package org.apricotdesk.knowledge.search;

import org.jspecify.annotations.NullMarked;
