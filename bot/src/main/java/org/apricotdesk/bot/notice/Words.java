package org.apricotdesk.bot.notice;

import java.util.Collection;
import java.util.Locale;
import org.apricotdesk.config.text.Rewording;
import org.apricotdesk.config.text.Texts;

/// The texts of notices, in the hospital's language.
public final class Words {
  /// The purpose of what an engineer says to a reporter: while there is such talk, the bot is
  /// silent.
  static final String SAID = "said";

  private final Texts texts;
  private final Locale locale;

  /// @param rewording what the hospital says instead of built-in texts
  public Words(Locale locale, Rewording rewording) {
    this.texts = Texts.of(Words.class).reworded(rewording);
    this.locale = locale;
  }

  String say(String key, Object... facts) {
    return texts.say(locale, key, facts);
  }

  /// Names one after the other.
  String list(Collection<String> names) {
    return Texts.list(locale, names);
  }

  boolean has(String key) {
    return texts.has(key);
  }

  /// What was said, and that pictures came with it.
  String with(String text, int pictures) {
    return pictures == 0 ? text : say("with_pictures", text, pictures).strip();
  }
}
