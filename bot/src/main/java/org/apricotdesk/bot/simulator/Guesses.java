package org.apricotdesk.bot.simulator;

import java.util.EnumSet;
import java.util.Set;

/// Which guesses the stand-in goes by.
///
/// @param held the others are taken back
public record Guesses(Set<Guess> held) {
  static final Guesses USUAL =
      new Guesses(EnumSet.allOf(Guess.class)).without(Guess.LONG_TEXT_REFUSED);

  public Guesses {
    held = Set.copyOf(held);
  }

  public boolean hold(Guess guess) {
    return held.contains(guess);
  }

  public Guesses with(Guess guess) {
    var more = EnumSet.of(guess);
    more.addAll(held);
    return new Guesses(more);
  }

  public Guesses without(Guess guess) {
    var fewer = EnumSet.allOf(Guess.class);
    fewer.retainAll(held);
    fewer.remove(guess);
    return new Guesses(fewer);
  }
}
