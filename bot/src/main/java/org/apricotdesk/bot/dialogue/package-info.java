/// The conversation: what people can say to the bot, by words or by tapping a card, and what it
/// answers.
///
/// [org.apricotdesk.bot.dialogue.Dialogue] is the way in. What typed words do is a list of
/// [org.apricotdesk.bot.dialogue.Phrase]s; everything else goes to
/// [org.apricotdesk.bot.dialogue.FreeTalk].
@NullMarked
package org.apricotdesk.bot.dialogue;

import org.jspecify.annotations.NullMarked;
