package org.apricotdesk.bot.dialogue;

import java.util.regex.Pattern;
import org.apricotdesk.desk.ticket.Cause;

/// Guesses what the trouble was from how somebody says they solved it. The engineer may correct it
/// on the ticket's page.
final class Causes {
  private final Speech speech;

  Causes(Speech speech) {
    this.speech = speech;
  }

  Cause of(String solution) {
    for (var cause : Cause.values()) {
      if (speech.texts().has(key(cause)) && words(cause).matcher(solution).find()) {
        return cause;
      }
    }
    return Cause.OTHER;
  }

  private Pattern words(Cause cause) {
    return Pattern.compile(speech.say(key(cause)));
  }

  private static String key(Cause cause) {
    return "cause." + cause.code() + ".words";
  }
}
