/// The bot: what people say in WeCom, and what they are told there.
///
/// [org.apricotdesk.bot.Bot] is the way in.
@NullMarked
package org.apricotdesk.bot;

import org.jspecify.annotations.NullMarked;
