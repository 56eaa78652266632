package org.apricotdesk.bot.dialogue;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.understanding.Item;
import org.apricotdesk.bot.understanding.Kind;
import org.apricotdesk.bot.understanding.Missing;

/// What to ask before a ticket is opened: one thing at a time, at most two, never what is known.
final class Questions {
  private static final int MOST = 2;
  private static final List<Missing> AFTER_ADVICE =
      List.of(Missing.CAMPUS, Missing.DEPARTMENT, Missing.SCOPE, Missing.DEVICE);

  private final Speech speech;

  Questions(Speech speech) {
    this.speech = speech;
  }

  /// Whether one more question is bearable.
  boolean mayAsk(Draft draft) {
    return draft.asked() < MOST;
  }

  /// What has to be known before anything else makes sense.
  Optional<String> first(Draft draft, Item item) {
    if (!mayAsk(draft) || draft.isAnswered()) {
      return Optional.empty();
    }
    if (draft.text().isBlank()) {
      return Optional.of(speech.say("ask.picture"));
    }
    if (item.kind() == Kind.CHITCHAT || (item.kind() == Kind.OTHER && item.category().isEmpty())) {
      return Optional.of(speech.say(draft.asked() == 0 ? "ask.matter" : "ask.matter.again"));
    }
    return item.missing().contains(Missing.SYMPTOM) && draft.asked() == 0
        ? Optional.of(speech.say("ask.SYMPTOM"))
        : Optional.empty();
  }

  /// What would change who goes where.
  Optional<String> next(Draft draft, Item item) {
    if (!mayAsk(draft) || draft.isAnswered() || item.kind() != Kind.FAULT) {
      return Optional.empty();
    }
    return AFTER_ADVICE.stream()
        .filter(item.missing()::contains)
        .filter(missing -> !isSettled(draft, missing))
        .map(missing -> speech.say("ask." + missing))
        .findFirst();
  }

  /// After an answer was given, even a vague one, the same thing is not asked again.
  private static boolean isSettled(Draft draft, Missing missing) {
    return draft.asked() > 0 && (missing == Missing.SCOPE || missing == Missing.DEVICE);
  }
}
