/// People and where they work: staff, engineers, departments, campuses, teams, and who may do what.
///
/// [People] answers who somebody is; [Access] is the one rule about who may see and do what.
@NullMarked
package org.apricotdesk.desk.staff;

import org.jspecify.annotations.NullMarked;
