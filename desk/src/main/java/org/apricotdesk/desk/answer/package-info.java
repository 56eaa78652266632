/// The knowledge base on the pages: what staff look up, and where articles are written.
///
/// [org.apricotdesk.desk.answer.KnowledgePages] is the way in.
@NullMarked
package org.apricotdesk.desk.answer;

import org.jspecify.annotations.NullMarked;
