/// The duty roster: who is on shift, on which campus, first or second line.
///
/// [Duty] is the way in; [Drafts] fills the days nobody planned by a [Rota].
@NullMarked
package org.apricotdesk.desk.duty;

import org.jspecify.annotations.NullMarked;
