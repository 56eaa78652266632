package org.apricotdesk.bot.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the bot answers.
///
/// @param open said where it was asked; the first line alone in a group
/// @param aside said in the person's own chat only
/// @param card shown in the person's own chat
public record Reply(List<String> open, List<String> aside, Optional<Sheet> card) {
  /// Nothing to say.
  public static final Reply SILENCE = new Reply(List.of(), List.of(), Optional.empty());

  public Reply {
    open = List.copyOf(open);
    aside = List.copyOf(aside);
  }

  public static Reply line(String text) {
    return new Reply(List.of(text), List.of(), Optional.empty());
  }

  Reply and(String more) {
    var lines = new ArrayList<>(open);
    lines.add(more);
    return new Reply(lines, aside, card);
  }

  Reply aside(List<String> more) {
    var lines = new ArrayList<>(aside);
    lines.addAll(more);
    return new Reply(open, lines, card);
  }

  Reply with(Sheet shown) {
    return new Reply(open, aside, Optional.of(shown));
  }

  public boolean isSilent() {
    return open.isEmpty() && aside.isEmpty() && card.isEmpty();
  }
}
