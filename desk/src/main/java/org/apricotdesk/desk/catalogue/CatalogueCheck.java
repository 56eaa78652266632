package org.apricotdesk.desk.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.catalogue.CatalogueFile.Node;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.staff.TeamId;

/// Looks for everything wrong in a catalogue before any of it is stored.
final class CatalogueCheck {
  private static final Set<String> PRIORITIES = Set.of("P1", "P2", "P3", "P4");
  private static final Set<String> KINDS = Set.of("incident", "request");

  private final CatalogueFile file;
  private final People people;
  private final ImportReport.Counting counting;
  private final Map<String, Node> nodes = new HashMap<>();

  CatalogueCheck(CatalogueFile file, People people, ImportReport.Counting counting) {
    this.file = file;
    this.people = people;
    this.counting = counting;
    file.nodes().stream().filter(n -> n.code() != null).forEach(n -> nodes.put(n.code(), n));
  }

  void run() {
    if (file.nodes().isEmpty()) counting.refuse("nodes", "empty-catalogue");
    var seen = new HashSet<String>();
    for (var i = 0; i < file.nodes().size(); i++) {
      var node = file.nodes().get(i);
      var where = "nodes[" + i + "] " + node.code();
      if (!wellFormed(node)) counting.refuse(where, "code");
      else if (!seen.add(node.code())) counting.refuse(where, "twice");
      else check(where, node);
    }
  }

  private static boolean wellFormed(Node node) {
    try {
      return node.code() != null && !new CategoryCode(node.code()).value().isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private void check(String where, Node node) {
    if (node.name() == null || node.name().isBlank()) counting.refuse(where, "no-name");
    var depth = node.code().split("\\.", -1).length;
    if (node.level() != depth) counting.refuse(where, "level", node.level());
    var above = depth == 1 ? null : node.code().substring(0, node.code().lastIndexOf('.'));
    if (!node.parent().equals(Optional.ofNullable(above)))
      counting.refuse(where, "parent", node.parent().orElse(""));
    if (above != null && !nodes.containsKey(above)) counting.refuse(where, "parent-missing");
    node.successor()
        .filter(next -> !nodes.containsKey(next))
        .ifPresent(next -> counting.refuse(where, "unknown.successor", next));
    if (depth == 3) checkLeaf(where, node);
  }

  private void checkLeaf(String where, Node node) {
    var priority = node.defaultPriority().orElse("");
    if (!PRIORITIES.contains(priority)) counting.refuse(where, "unknown.priority", priority);
    var kind = node.ticketType().orElse("");
    if (!KINDS.contains(kind)) counting.refuse(where, "unknown.kind", kind);
    if (node.speciality().isEmpty()) counting.refuse(where, "no-speciality");
    if (node.assetType().isEmpty()) counting.refuse(where, "no-asset");
    var team = node.team().filter(id -> !id.isBlank()).map(TeamId::new).flatMap(people::team);
    if (team.isEmpty()) counting.refuse(where, "unknown.team", node.team().orElse(""));
    else if (!squads(team.get()).contains(node.squad().orElse("")))
      counting.refuse(where, "unknown.squad", node.squad().orElse(""));
  }

  private static Set<String> squads(Team team) {
    return team.squads().stream().map(Team.Squad::id).collect(Collectors.toSet());
  }
}
