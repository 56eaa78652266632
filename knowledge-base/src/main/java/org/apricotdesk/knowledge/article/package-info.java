/// Articles: what the hospital knows about its own troubles, written, published and retired.
@NullMarked
package org.apricotdesk.knowledge.article;

import org.jspecify.annotations.NullMarked;
