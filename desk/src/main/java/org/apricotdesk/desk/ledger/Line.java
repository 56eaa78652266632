package org.apricotdesk.desk.ledger;

import java.time.LocalDate;
import org.apricotdesk.desk.fact.Facts;

/// A line of the ledger.
///
/// @param id as it was named by whoever entered it, one among its kind
/// @param on the day it counts for
/// @param struck whether it was a mistake and counts no more
public record Line<E extends Entry>(
    String id, LocalDate on, String title, E entry, boolean struck) {
  public String kind() {
    return Facts.typeOf(entry.getClass());
  }
}
