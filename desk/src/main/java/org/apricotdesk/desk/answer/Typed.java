package org.apricotdesk.desk.answer;

import io.vertx.core.MultiMap;
import java.util.Optional;
import org.apricotdesk.knowledge.article.Content;

/// The fields of an article's form as they stand there, whether they make an article or not.
///
/// @param steps one a line
/// @param tags with commas between them, as `systems` and `audience`
public record Typed(
    String title,
    String symptoms,
    String cause,
    String steps,
    String unresolved,
    String category,
    String systems,
    String tags,
    String audience,
    String campus,
    String owner,
    String reviewOn) {

  static Typed of(Content content) {
    return new Typed(
        content.title(),
        content.symptoms(),
        content.cause(),
        String.join("\n", content.steps()),
        content.unresolved(),
        content.category(),
        String.join("，", content.systems()),
        String.join("，", content.tags()),
        String.join("，", content.audience()),
        content.campus(),
        content.owner(),
        content.reviewOn().map(Object::toString).orElse(""));
  }

  /// What was sent; what is missing in it is empty.
  static Typed of(MultiMap form) {
    return new Typed(
        text(form, "title"),
        text(form, "symptoms"),
        text(form, "cause"),
        text(form, "steps"),
        text(form, "unresolved"),
        text(form, "category"),
        text(form, "systems"),
        text(form, "tags"),
        text(form, "audience"),
        text(form, "campus"),
        text(form, "owner"),
        text(form, "reviewOn"));
  }

  private static String text(MultiMap form, String name) {
    return Optional.ofNullable(form.get(name)).orElse("").strip();
  }
}
