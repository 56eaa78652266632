package org.apricotdesk.bot.dialogue;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketNumber;

/// A phrase somebody used, taken apart.
///
/// @param ticket the number named, or the one on the card that was tapped
/// @param text what else was said
/// @param choice what was selected on the card, such as reasons
record Said(Heard heard, Optional<TicketNumber> ticket, String text, List<String> choice) {
  PersonId speaker() {
    return heard.speaker().id();
  }

  Talk talk() {
    return heard.talk();
  }

  Said about(TicketNumber number) {
    return new Said(heard, Optional.of(number), text, choice);
  }
}
