/// WeCom as it is spoken on the wire: encrypted callbacks, the robot's long connection, cards, and
/// the calls that send and change messages.
///
/// What comes in is an [org.apricotdesk.bot.wecom.Incoming]; what is answered is an
/// [org.apricotdesk.bot.wecom.Outgoing]; between the two stands a
/// [org.apricotdesk.bot.wecom.Receiver].
@NullMarked
package org.apricotdesk.bot.wecom;

import org.jspecify.annotations.NullMarked;
