package org.apricotdesk.bot.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.staff.TeamId;

/// A team or one of its squads, as somebody names it when handing work over.
record Pool(String name, TeamId team, Optional<String> squad) {
  static List<Pool> of(Team team) {
    var pools = new ArrayList<Pool>();
    pools.add(new Pool(team.name(), team.id(), Optional.empty()));
    for (var squad : team.squads()) {
      pools.add(new Pool(squad.name(), team.id(), Optional.of(squad.id())));
    }
    return pools;
  }
}
