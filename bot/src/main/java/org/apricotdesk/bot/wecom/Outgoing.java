package org.apricotdesk.bot.wecom;

import java.util.List;

/// The answer to an [Incoming], in the same breath.
public sealed interface Outgoing {
  /// Received, nothing to say.
  record Nothing() implements Outgoing {}

  /// Words: a passive text of the application, a finished stream of the robot.
  record Text(String text) implements Outgoing {}

  /// A card alone. Robot only.
  record Shown(Card card) implements Outgoing {}

  /// Words and a card. Robot only.
  ///
  /// @param judged whether people may say by a thumb what they think of it
  record TextAndCard(String text, Card card, boolean judged) implements Outgoing {}

  /// The card that was tapped, as it looks now. Robot only; the application's cards are changed
  /// by a call.
  ///
  /// @param onlyFor userids who see the change; empty means everybody in the chat
  record Changed(Card card, List<String> onlyFor) implements Outgoing {
    public Changed {
      onlyFor = List.copyOf(onlyFor);
    }
  }
}
