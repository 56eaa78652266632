/// The robot's long connection, for hospitals that let traffic out but not in.
///
/// [org.apricotdesk.bot.wecom.socket.RobotSocket] is the way in. Of all instances one holds the
/// connection, because the platform allows one.
@NullMarked
package org.apricotdesk.bot.wecom.socket;

import org.jspecify.annotations.NullMarked;
