package org.apricotdesk.desk.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.knowledge.article.Difference;
import org.apricotdesk.knowledge.article.Revision;

/// The form of an article.
///
/// @param id empty for a new one
/// @param state its code; empty for a new one
/// @param revision 0 for a new one
/// @param typed what stands in the form
/// @param writers the names of those who wrote its revisions
/// @param problem the key of what is wrong
public record EditorPage(
    Optional<String> id,
    String state,
    int revision,
    Typed typed,
    List<Revision> revisions,
    Map<String, String> writers,
    Choices choices,
    Optional<String> problem) {

  /// What one may choose from; what the article has already is always among it.
  public record Choices(List<Option> categories, List<Option> campuses, List<Option> owners) {
    public Choices {
      categories = List.copyOf(categories);
      campuses = List.copyOf(campuses);
      owners = List.copyOf(owners);
    }
  }

  public record Option(String value, String label) {}

  public String writer(Revision revision) {
    return writers.getOrDefault(revision.actor(), revision.actor());
  }

  /// What a revision changed; nothing if it is the first or changed only the state.
  public List<Difference.Line> changes(Revision revision) {
    int at = revisions.indexOf(revision);
    if (at + 1 >= revisions.size()) return List.of();
    var before = revisions.get(at + 1).content();
    return Difference.between(before, revision.content()).lines().stream()
        .filter(line -> line.kind() != Difference.Kind.SAME)
        .toList();
  }
}
