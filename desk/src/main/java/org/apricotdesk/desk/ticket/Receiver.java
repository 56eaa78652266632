package org.apricotdesk.desk.ticket;

import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;

/// To whom work can be handed over.
public sealed interface Receiver {
  record Engineer(PersonId id) implements Receiver {}

  /// Everybody of a team or one of its squads; the ticket waits there to be taken.
  record Pool(TeamId team, Optional<String> squad) implements Receiver {}
}
