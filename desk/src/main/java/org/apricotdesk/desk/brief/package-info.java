/// Briefs (信息化简报): drafted from the figures, edited by people, published by a second person,
/// read by the departments they are for.
///
/// [Briefs] is the door; [BriefPages] shows them, [BriefCalls] offers them to programs.
@NullMarked
package org.apricotdesk.desk.brief;

import org.jspecify.annotations.NullMarked;
