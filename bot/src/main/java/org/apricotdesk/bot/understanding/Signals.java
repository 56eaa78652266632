package org.apricotdesk.bot.understanding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a sentence says besides its matter, with the words that say it.
final class Signals {
  private final Words cues = Words.cues();
  private final List<Evidence> evidence = new ArrayList<>();
  private final Set<Signal> found = EnumSet.noneOf(Signal.class);
  private final String text;

  private Signals(String text) {
    this.text = text;
  }

  static Signals in(String text) {
    var signals = new Signals(text);
    signals.look();
    return signals;
  }

  Set<Signal> found() {
    return found;
  }

  List<Evidence> evidence() {
    return evidence;
  }

  private void look() {
    cue(Signal.THANKS, "thanks");
    if (!cues.any(text, "notrecovered") && !question()) {
      cue(Signal.RECOVERED, "recovered");
    }
    cue(Signal.NOT_FIXED, "notfixed");
    cue(Signal.TRIED_IN_VAIN, "tried");
    cue(Signal.WANTS_PERSON, "person");
    cue(Signal.CANCEL, "cancel");
    cue(Signal.NUDGE, "nudge");
    cue(Signal.HYPOTHETICAL, "hypothetical");
    cue(Signal.NEGATED, "negation");
    Correction.in(text).ifPresent(correction -> add(Signal.CORRECTION, correction.words()));
    if (found.contains(Signal.NOT_FIXED) || found.contains(Signal.TRIED_IN_VAIN)) {
      found.remove(Signal.RECOVERED);
    }
  }

  private boolean question() {
    return text.endsWith("?") || text.endsWith("吗") || text.endsWith("没") || text.endsWith("么");
  }

  private void cue(Signal signal, String list) {
    cues.in(text, list).ifPresent(words -> add(signal, words));
  }

  private void add(Signal signal, String words) {
    found.add(signal);
    evidence.add(new Evidence(Evidence.Aspect.SIGNAL, words));
  }
}
