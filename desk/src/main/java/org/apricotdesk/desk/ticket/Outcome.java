package org.apricotdesk.desk.ticket;

import java.util.List;

/// What a rule says about a wish.
sealed interface Outcome {
  /// @param what in this order; never empty
  record Happens(List<TicketEvent.What> what) implements Outcome {
    public Happens {
      what = List.copyOf(what);
    }

    Happens(TicketEvent.What... what) {
      this(List.of(what));
    }
  }

  record Not(Refusal why) implements Outcome {}
}
