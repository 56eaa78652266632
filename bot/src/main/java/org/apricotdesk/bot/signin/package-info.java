/// Sign-in to the pages through WeCom.
///
/// [org.apricotdesk.bot.signin.WeComIdentity] is the way in.
@NullMarked
package org.apricotdesk.bot.signin;

import org.jspecify.annotations.NullMarked;
