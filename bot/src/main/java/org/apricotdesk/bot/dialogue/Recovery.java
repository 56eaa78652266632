package org.apricotdesk.bot.dialogue;

import org.apricotdesk.desk.ticket.CancelReason;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Status;

/// "今天好了": good news closes what is open, and never opens anything.
final class Recovery {
  private final Asking asking;
  private final Mine mine;
  private final ReporterWords words;
  private final Speech speech;

  Recovery(Asking asking, Mine mine, ReporterWords words, Speech speech) {
    this.asking = asking;
    this.mine = mine;
    this.words = words;
    this.speech = speech;
  }

  Turn hear(Said said) {
    var meant = mine.meant(said, (ticket, _) -> !Speech.isOver(ticket));
    if (meant.isEmpty()) {
      return new Turn(Reply.line(speech.say("recovered")), said.talk().with(Draft.EMPTY));
    }
    return meant.get().status() == Status.RESOLVED
        ? asking.of(
            said.about(meant.get().number()), "confirm", new Command.Confirm(said.speaker()))
        : words.cancel(said.about(meant.get().number()), CancelReason.SELF_RESOLVED);
  }
}
