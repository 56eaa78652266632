/// The ledger: facts the department is judged by that nothing else at the desk brings forth, such
/// as security incidents, milestones of projects and what was saved.
///
/// [Ledger] is the door; administrators enter it in the console.
@NullMarked
package org.apricotdesk.desk.ledger;

import org.jspecify.annotations.NullMarked;
