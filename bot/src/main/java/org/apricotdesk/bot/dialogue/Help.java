package org.apricotdesk.bot.dialogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The help: what can be said, the most used first, as much as fits where it was asked.
final class Help {
  private static final int IN_GROUP = 6;
  private static final int DIRECT = 10;
  private static final List<String> FIRST =
      List.of(
          "take",
          "solve",
          "hand_over",
          "wait_user",
          "wait_vendor",
          "person",
          "progress",
          "my_tickets",
          "not_fixed",
          "nudge");

  /// Phrases by how much they are used.
  static final Comparator<Phrase> MOST_USED =
      Comparator.comparingInt(
          phrase -> FIRST.contains(phrase.name()) ? FIRST.indexOf(phrase.name()) : FIRST.size());

  private final Speech speech;

  Help(Speech speech) {
    this.speech = speech;
  }

  /// @param phrases one line each, the most used first
  Reply tell(List<String> phrases, boolean group) {
    var most = group ? IN_GROUP : DIRECT;
    var lines = new ArrayList<String>();
    lines.add(speech.say("help.done"));
    if (phrases.size() < most) {
      lines.addAll(phrases);
    } else {
      lines.addAll(phrases.subList(0, most - 2));
      lines.add(speech.say(group ? "help.more.group" : "help.more"));
    }
    return Reply.line(String.join("\n", lines));
  }
}
