/// The figures as pictures: week, month and year, each number with the tickets behind it.
///
/// [DashboardPages] is the door.
@NullMarked
package org.apricotdesk.desk.dashboard;

import org.jspecify.annotations.NullMarked;
