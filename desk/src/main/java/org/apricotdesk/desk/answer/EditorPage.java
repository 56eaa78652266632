package org.apricotdesk.desk.answer;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.knowledge.article.Content;
import org.apricotdesk.knowledge.article.Difference;
import org.apricotdesk.knowledge.article.Revision;

/// The form of an article.
///
/// @param id empty for a new one
/// @param state its code; empty for a new one
/// @param revision 0 for a new one
/// @param problem the key of what is wrong
public record EditorPage(
    Optional<String> id,
    String state,
    int revision,
    Optional<Content> content,
    List<Revision> revisions,
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

  /// What a revision changed; nothing if it is the first or changed only the state.
  public List<Difference.Line> changes(Revision revision) {
    int at = revisions.indexOf(revision);
    if (at + 1 >= revisions.size()) return List.of();
    var before = revisions.get(at + 1).content();
    return Difference.between(before, revision.content()).lines().stream()
        .filter(line -> line.kind() != Difference.Kind.SAME)
        .toList();
  }

  public String title() {
    return content.map(Content::title).orElse("");
  }

  public String symptoms() {
    return content.map(Content::symptoms).orElse("");
  }

  public String cause() {
    return content.map(Content::cause).orElse("");
  }

  /// One step a line.
  public String steps() {
    return content.map(c -> String.join("\n", c.steps())).orElse("");
  }

  public String unresolved() {
    return content.map(Content::unresolved).orElse("");
  }

  public String tags() {
    return content.map(c -> String.join("，", c.tags())).orElse("");
  }

  public String systems() {
    return content.map(c -> String.join("，", c.systems())).orElse("");
  }

  /// Whom it is for, such as 全员 or 护士.
  public String audience() {
    return content.map(c -> String.join("，", c.audience())).orElse("");
  }

  public String category() {
    return content.map(Content::category).orElse("");
  }

  public String campus() {
    return content.map(Content::campus).orElse("");
  }

  public String owner() {
    return content.map(Content::owner).orElse("");
  }

  public String reviewOn() {
    return content.flatMap(Content::reviewOn).map(Object::toString).orElse("");
  }
}
