/// The figures the department is judged by: every formula a pure function, computed from tickets.
///
/// [Indicators] is the door; [IndicatorCalls] offers it to programs.
@NullMarked
package org.apricotdesk.desk.indicator;

import org.jspecify.annotations.NullMarked;
