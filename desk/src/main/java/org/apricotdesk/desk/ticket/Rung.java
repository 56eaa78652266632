package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.List;
import org.apricotdesk.desk.staff.PersonId;

/// One rung of the ladder unclaimed work climbs: whom to ask, and when.
///
/// @param step counts from 1
/// @param name `person`, `pair`, `group`, `lead` or `everybody`
public record Rung(int step, String name, List<PersonId> to, Instant at) {
  public Rung {
    to = List.copyOf(to);
  }
}
