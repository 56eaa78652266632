package org.apricotdesk.knowledge.article;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apricotdesk.knowledge.search.Searchable;

/// An article as a Markdown file: front matter between `---` lines, then sections.
public record MarkdownArticle(String id, Content content) {
  private static final Set<String> SYMPTOMS = Set.of("现象", "问题", "问题现象", "症状");
  private static final Set<String> STEPS = Set.of("处理步骤", "步骤", "处理", "解决办法", "处理方法");
  private static final Set<String> UNRESOLVED = Set.of("仍未解决怎么办", "仍未解决", "还没解决");
  private static final Pattern NUMBER = Pattern.compile("^(?:\\d{1,2}[.、)）]|[-*])\\s*");

  /// @throws IllegalArgumentException saying what is missing or malformed
  public static MarkdownArticle parse(String text) {
    var lines = text.replace("\ufeff", "").lines().toList();
    int end = endOfFront(lines);
    if (end < 0) throw new IllegalArgumentException("no front matter between --- lines");
    var front = front(lines.subList(1, end));
    for (var needed : List.of("id", "title")) {
      if (value(front, needed).isBlank()) {
        throw new IllegalArgumentException("\"" + needed + "\" is missing in the front matter");
      }
    }
    var id = new ArticleId(value(front, "id")).value();
    return new MarkdownArticle(id, content(front, sections(lines.subList(end + 1, lines.size()))));
  }

  /// The article as search sees it.
  public Searchable searchable() {
    return content.searchable(new ArticleId(id));
  }

  /// The file that reads back as this article.
  public String text() {
    var out = new StringBuilder("---\n");
    line(out, "id", id);
    line(out, "title", "\"" + content.title() + "\"");
    line(out, "category", content.category());
    line(out, "category_name", content.categoryName());
    line(out, "systems", content.systems().toString());
    line(out, "tags", content.tags().toString());
    line(out, "audience", content.audience().toString());
    line(out, "campus", content.campus());
    line(out, "owner", content.owner());
    line(out, "updated", content.updated().map(LocalDate::toString).orElse(""));
    line(out, "review", content.reviewOn().map(LocalDate::toString).orElse(""));
    out.append("---\n\n# ").append(content.title()).append('\n');
    section(out, "现象", content.symptoms());
    section(out, "原因", content.cause());
    section(out, "处理步骤", numbered(content.steps()));
    section(out, "仍未解决怎么办", content.unresolved());
    return out.toString();
  }

  private static Content content(Map<String, String> front, Map<String, String> sections) {
    var symptoms = new StringBuilder();
    var cause = new StringBuilder();
    var steps = new StringBuilder();
    var unresolved = new StringBuilder();
    sections.forEach(
        (name, text) -> {
          if (SYMPTOMS.contains(name)) symptoms.append(text).append('\n');
          else if (STEPS.contains(name)) steps.append(text).append('\n');
          else if (UNRESOLVED.contains(name)) unresolved.append(text).append('\n');
          else cause.append(text).append('\n');
        });
    return new Content(
        value(front, "title"),
        symptoms.toString().strip(),
        cause.toString().strip(),
        Content.lines(steps.toString()).stream().map(MarkdownArticle::withoutNumber).toList(),
        unresolved.toString().strip(),
        value(front, "category"),
        value(front, "category_name"),
        list(value(front, "systems")),
        list(value(front, "tags")),
        list(value(front, "audience")),
        value(front, "campus"),
        value(front, "owner"),
        date(front, "updated"),
        date(front, "review"));
  }

  private static int endOfFront(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) return -1;
    for (int i = 1; i < lines.size(); i++) if (lines.get(i).strip().equals("---")) return i;
    return -1;
  }

  private static Map<String, String> front(List<String> lines) {
    var out = new LinkedHashMap<String, String>();
    for (var line : lines) {
      int colon = line.indexOf(':');
      if (colon < 1 || line.startsWith("#")) continue;
      out.put(line.substring(0, colon).strip(), unquoted(line.substring(colon + 1)));
    }
    return out;
  }

  private static Map<String, String> sections(List<String> lines) {
    var out = new LinkedHashMap<String, String>();
    var name = "";
    for (var line : lines) {
      if (line.startsWith("## ")) name = line.substring(3).strip();
      else if (!line.startsWith("# ")) out.merge(name, line.strip(), MarkdownArticle::joined);
    }
    return out;
  }

  private static String joined(String before, String line) {
    return (before + "\n" + line).strip();
  }

  private static String value(Map<String, String> front, String name) {
    return front.getOrDefault(name, "");
  }

  /// A list such as `[a, "b"]` or `a, b`.
  private static List<String> list(String text) {
    return Arrays.stream(text.replace("[", "").replace("]", "").split("[,，]", -1))
        .map(MarkdownArticle::unquoted)
        .filter(one -> !one.isBlank())
        .toList();
  }

  private static Optional<LocalDate> date(Map<String, String> front, String name) {
    var text = value(front, name);
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException bad) {
      throw new IllegalArgumentException("\"" + name + "\" is not a date: " + text, bad);
    }
  }

  private static String unquoted(String text) {
    var out = text.strip();
    boolean quoted = out.length() > 1 && out.startsWith("\"") && out.endsWith("\"");
    return quoted ? out.substring(1, out.length() - 1) : out;
  }

  private static String withoutNumber(String line) {
    return NUMBER.matcher(line).replaceFirst("");
  }

  private static String numbered(List<String> steps) {
    var out = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      out.append(i + 1).append(". ").append(steps.get(i)).append('\n');
    }
    return out.toString().strip();
  }

  private static void line(StringBuilder out, String name, String value) {
    if (!value.isBlank()) out.append(name).append(": ").append(value).append('\n');
  }

  private static void section(StringBuilder out, String name, String text) {
    if (!text.isBlank()) out.append("\n## ").append(name).append("\n\n").append(text).append('\n');
  }
}
