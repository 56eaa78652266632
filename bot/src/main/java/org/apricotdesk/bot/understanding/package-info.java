/// What a sentence means: kind, category, place, how pressing, and the words it rested on.
///
/// [Understanding] is the way in: pure, in process, the same answer for the same words every time.
@NullMarked
package org.apricotdesk.bot.understanding;

import org.jspecify.annotations.NullMarked;
