package org.apricotdesk.bot.understanding;

import java.util.Map;

/// What another source thinks a text is about; the trained model listens where it is not sure.
@FunctionalInterface
public interface Hints {
  /// Nobody to ask.
  Hints NONE = _ -> new Opinion(Map.of(), 0);

  Opinion on(String text);

  /// @param shares categories by code, adding up to at most 1
  /// @param trust how far to believe it, 0 to 1
  record Opinion(Map<String, Double> shares, double trust) {
    public Opinion {
      shares = Map.copyOf(shares);
    }
  }
}
