package org.apricotdesk.bot.inbox;

import java.util.Optional;
import org.apricotdesk.bot.delivery.ShownCard;
import org.apricotdesk.bot.dialogue.Turn;

/// What a message led to.
///
/// @param message as it is kept, which may be masked further than it came
/// @param tapped the card whose button it was
record Outcome(Message message, Turn turn, Optional<ShownCard> tapped) {}
