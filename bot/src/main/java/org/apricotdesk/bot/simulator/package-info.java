/// A stand-in for the WeCom platform, as strict as the platform itself: it serves the demo
/// and every test that talks.
///
/// [org.apricotdesk.bot.simulator.Simulator] is the way in for Java; the same over HTTP lies
/// below `/control`. What the
/// platform offers to a service lies where the platform has it: `/cgi-bin`, the sign-in
/// pages, the robot's long connection.
/// Everything is kept in memory, time comes from an adjustable clock, and what a service did
/// wrong is listed as violations.
@NullMarked
package org.apricotdesk.bot.simulator;

import org.jspecify.annotations.NullMarked;
