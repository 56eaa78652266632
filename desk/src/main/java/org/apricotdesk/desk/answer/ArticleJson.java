package org.apricotdesk.desk.answer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.knowledge.article.Article;
import org.apricotdesk.knowledge.article.Content;
import org.apricotdesk.knowledge.article.Difference;
import org.apricotdesk.knowledge.article.Revision;
import org.apricotdesk.knowledge.feedback.Fared;
import org.jspecify.annotations.Nullable;

/// Articles as the API tells and takes them.
final class ArticleJson {
  private ArticleJson() {}

  static JsonObject of(Article article) {
    return of(article.content())
        .put("id", article.id().value())
        .put("state", article.state().code())
        .put("revision", article.revision())
        .put("changedAt", article.changedAt().toString());
  }

  private static JsonObject of(Content content) {
    return new JsonObject()
        .put("title", content.title())
        .put("symptoms", content.symptoms())
        .put("cause", content.cause())
        .put("steps", new JsonArray(content.steps()))
        .put("unresolved", content.unresolved())
        .put("category", orNull(content.category()))
        .put("systems", new JsonArray(content.systems()))
        .put("tags", new JsonArray(content.tags()))
        .put("audience", new JsonArray(content.audience()))
        .put("campus", orNull(content.campus()))
        .put("owner", orNull(content.owner()))
        .put("updated", content.updated().map(LocalDate::toString).orElse(null))
        .put("reviewOn", content.reviewOn().map(LocalDate::toString).orElse(null));
  }

  /// What a body says; what it leaves out stays as it was.
  ///
  /// @throws IllegalArgumentException if it does not make an article
  static Content content(JsonObject body, Content before) {
    try {
      return new Content(
          text(body, "title", before.title()),
          text(body, "symptoms", before.symptoms()),
          text(body, "cause", before.cause()),
          texts(body, "steps", before.steps()),
          text(body, "unresolved", before.unresolved()),
          text(body, "category", before.category()),
          body.containsKey("category") ? "" : before.categoryName(),
          texts(body, "systems", before.systems()),
          texts(body, "tags", before.tags()),
          texts(body, "audience", before.audience()),
          text(body, "campus", before.campus()),
          text(body, "owner", before.owner()),
          Optional.empty(),
          date(body, "reviewOn", before.reviewOn()));
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("reviewOn is not a date", wrong);
    }
  }

  /// A new article's content before anything was said.
  static Content blank(String title) {
    return Content.of(title, "");
  }

  /// @param before the revision before it, if it is not the first
  static JsonObject of(Revision revision, Optional<Revision> before) {
    var difference =
        before
            .map(earlier -> Difference.between(earlier.content(), revision.content()))
            .orElseGet(() -> Difference.first(revision.content()));
    var lines = new JsonArray();
    for (var line : difference.lines()) {
      var kind = line.kind().name().toLowerCase(Locale.ROOT);
      lines.add(new JsonObject().put("kind", kind).put("text", line.text()));
    }
    return new JsonObject()
        .put("revision", revision.number())
        .put("at", revision.at().toString())
        .put("by", revision.actor())
        .put("difference", lines);
  }

  static JsonObject of(Fared fared) {
    return new JsonObject()
        .put("shown", fared.shown())
        .put("solved", fared.solved())
        .put("useful", fared.useful())
        .put("useless", fared.useless())
        .put("needsRewriting", fared.needsRewriting());
  }

  static JsonArray array(Collection<String> texts) {
    return new JsonArray(List.copyOf(texts));
  }

  static boolean isOf(Content content, Collection<CampusId> campuses) {
    return content.campus().isBlank()
        || campuses.stream().anyMatch(one -> one.value().equals(content.campus()));
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  private static String text(JsonObject body, String name, String before) {
    if (!body.containsKey(name)) return before;
    return Optional.ofNullable(body.getString(name)).orElse("").strip();
  }

  private static List<String> texts(JsonObject body, String name, List<String> before) {
    if (!body.containsKey(name)) return before;
    return body.getJsonArray(name).stream()
        .map(one -> one.toString().strip())
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private static Optional<LocalDate> date(
      JsonObject body, String name, Optional<LocalDate> before) {
    if (!body.containsKey(name)) return before;
    return Optional.ofNullable(body.getString(name)).map(LocalDate::parse);
  }
}
