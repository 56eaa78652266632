/// Calls to the WeCom platform: messages, card updates, members, media, sign-in.
///
/// [org.apricotdesk.bot.wecom.client.WeComClient] is the way in. Calls wait, so they belong on
/// virtual threads; each has a limit.
@NullMarked
package org.apricotdesk.bot.wecom.client;

import org.jspecify.annotations.NullMarked;
