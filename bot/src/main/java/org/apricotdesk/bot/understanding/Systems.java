package org.apricotdesk.bot.understanding;

import java.util.HashSet;
import java.util.Set;

/// Which systems and devices a text names, by the lists `system.…` of the rules' words.
final class Systems {
  private static final String PREFIX = "system.";

  private Systems() {}

  static Set<String> in(String text) {
    var plain = PlainText.of(text);
    var named = new HashSet<String>();
    Words.cues()
        .all()
        .forEach(
            (list, words) -> {
              if (list.startsWith(PREFIX) && words.stream().anyMatch(plain::contains)) {
                named.add(list);
              }
            });
    return named;
  }
}
