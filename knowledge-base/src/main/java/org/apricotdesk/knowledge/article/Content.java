package org.apricotdesk.knowledge.article;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.knowledge.search.Searchable;

/// What an article says. Texts that are not there are empty, never null; blanks around them and
/// blank items of lists are no part of it, so that it reads back from a file as it was.
///
/// @param steps what to do, one line each
/// @param unresolved what to do if the steps do not help
/// @param categoryName the path people read, such as 打印设备/激光打印机/卡纸
/// @param updated the day its author says it was last looked over; if none, the day it was stored
/// @param reviewOn from that day on the article counts as out of date and is not offered
public record Content(
    String title,
    String symptoms,
    String cause,
    List<String> steps,
    String unresolved,
    String category,
    String categoryName,
    List<String> systems,
    List<String> tags,
    List<String> audience,
    String campus,
    String owner,
    Optional<LocalDate> updated,
    Optional<LocalDate> reviewOn) {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 50_000;

  public Content {
    title = line(title);
    symptoms = text(symptoms);
    cause = text(cause);
    unresolved = text(unresolved);
    category = line(category);
    categoryName = line(categoryName);
    campus = line(campus);
    owner = line(owner);
    if (title.isBlank()) throw new IllegalArgumentException("an article needs a title");
    if (title.length() > LONGEST_TITLE) throw new IllegalArgumentException("the title is too long");
    steps = lines(String.join("\n", steps));
    systems = items(systems);
    tags = items(tags);
    audience = items(audience);
    int length =
        symptoms.length() + cause.length() + unresolved.length() + String.join("", steps).length();
    if (length > LONGEST_TEXT) throw new IllegalArgumentException("the article is too long");
  }

  /// A bare question and its answer.
  public static Content of(String question, String answer) {
    return new Content(
        question,
        "",
        "",
        lines(answer),
        "",
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        Optional.empty(),
        Optional.empty());
  }

  /// The article as search sees it.
  public Searchable searchable(ArticleId id) {
    var labels = new ArrayList<>(tags);
    labels.addAll(systems);
    labels.addAll(Arrays.asList(categoryName.split("/", -1)));
    var named = labels.stream().filter(label -> !label.isBlank()).distinct().toList();
    var body = String.join("\n", cause, String.join("\n", steps), unresolved).strip();
    return new Searchable(id.value(), title, category, named, symptoms, body);
  }

  static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String text(String text) {
    return String.join("\n", text.lines().toList()).strip();
  }

  private static String line(String text) {
    return String.join(" ", text.lines().toList()).strip();
  }

  private static List<String> items(List<String> list) {
    return list.stream().map(Content::line).filter(item -> !item.isEmpty()).toList();
  }

  /// As it is stored.
  public JsonObject toJson() {
    return new JsonObject()
        .put("title", title)
        .put("symptoms", symptoms)
        .put("cause", cause)
        .put("steps", new JsonArray(steps))
        .put("unresolved", unresolved)
        .put("category", category)
        .put("categoryName", categoryName)
        .put("systems", new JsonArray(systems))
        .put("tags", new JsonArray(tags))
        .put("audience", new JsonArray(audience))
        .put("campus", campus)
        .put("owner", owner)
        .put("updated", updated.map(LocalDate::toString).orElse(""))
        .put("reviewOn", reviewOn.map(LocalDate::toString).orElse(""));
  }

  /// Reads back what [#toJson()] wrote.
  public static Content of(JsonObject json) {
    return new Content(
        json.getString("title"),
        json.getString("symptoms", ""),
        json.getString("cause", ""),
        strings(json, "steps"),
        json.getString("unresolved", ""),
        json.getString("category", ""),
        json.getString("categoryName", ""),
        strings(json, "systems"),
        strings(json, "tags"),
        strings(json, "audience"),
        json.getString("campus", ""),
        json.getString("owner", ""),
        date(json.getString("updated", "")),
        date(json.getString("reviewOn", "")));
  }

  private static Optional<LocalDate> date(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  private static List<String> strings(JsonObject json, String name) {
    return json.getJsonArray(name, new JsonArray()).stream().map(Object::toString).toList();
  }
}
