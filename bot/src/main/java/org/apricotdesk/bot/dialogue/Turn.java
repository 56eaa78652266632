package org.apricotdesk.bot.dialogue;

import java.time.Instant;
import java.util.List;

/// What a message led to: the answer, and where the talk stands now.
public record Turn(Reply reply, Talk talk) {
  /// With one more line, said where it was asked.
  public Turn and(String more) {
    return new Turn(reply.and(more), talk);
  }

  /// With one more line, said in the person's own chat.
  public Turn aside(String more) {
    return new Turn(reply.aside(List.of(more)), talk);
  }

  /// Remembers what was said.
  public Turn after(String words, Instant at) {
    return new Turn(reply, talk.after(words, at));
  }
}
