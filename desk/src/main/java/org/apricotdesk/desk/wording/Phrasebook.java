package org.apricotdesk.desk.wording;

import java.util.List;
import java.util.Locale;

/// The messages whose wording may be changed, and how they look (implemented by the bot).
public interface Phrasebook {
  /// What they are called, such as `notice.taken`, in the order they are shown.
  List<String> names();

  /// The text as it is built in.
  String builtIn(String name, Locale locale);

  /// How the message looks, with examples in its places, if it is worded like this.
  ///
  /// @throws IllegalArgumentException if the pattern cannot be used
  Look look(String name, Locale locale, String pattern);

  /// What people see of it.
  sealed interface Look {
    /// A line of talk.
    record Said(String text) implements Look {}

    /// A card.
    ///
    /// @param rows name and value
    /// @param done whether its buttons have become one grey word
    record Card(
        String title,
        String line,
        String text,
        List<List<String>> rows,
        List<String> buttons,
        boolean done)
        implements Look {
      public Card {
        rows = List.copyOf(rows);
        buttons = List.copyOf(buttons);
      }
    }
  }
}
