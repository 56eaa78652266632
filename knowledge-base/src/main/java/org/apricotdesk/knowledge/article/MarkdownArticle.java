package org.apricotdesk.knowledge.article;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
  private static final Pattern NUMBER = Pattern.compile("^(?:\\d{1,3}[.、)）](?!\\d)|[-*])\\s*");

  /// A line of text that would be taken for a heading has a backslash before it, one more than it
  /// says itself.
  private static final Pattern LIKE_A_HEADING = Pattern.compile("^\\\\*#");

  /// @throws IllegalArgumentException saying what is missing or malformed
  public static MarkdownArticle parse(String text) {
    var lines = (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
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
    line(out, "title", FrontValue.quoted(content.title()));
    line(out, "category", FrontValue.written(content.category()));
    line(out, "category_name", FrontValue.written(content.categoryName()));
    line(out, "systems", FrontValue.written(content.systems()));
    line(out, "tags", FrontValue.written(content.tags()));
    line(out, "audience", FrontValue.written(content.audience()));
    line(out, "campus", FrontValue.written(content.campus()));
    line(out, "owner", FrontValue.written(content.owner()));
    line(out, "updated", content.updated().map(LocalDate::toString).orElse(""));
    line(out, "review", content.reviewOn().map(LocalDate::toString).orElse(""));
    out.append("---\n\n# ").append(content.title()).append('\n');
    section(out, "现象", escaped(content.symptoms()));
    section(out, "原因", escaped(content.cause()));
    section(out, "处理步骤", numbered(content.steps()));
    section(out, "仍未解决怎么办", escaped(content.unresolved()));
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
        symptoms.toString(),
        cause.toString(),
        Content.lines(steps.toString()).stream().map(MarkdownArticle::withoutNumber).toList(),
        unresolved.toString(),
        value(front, "category"),
        value(front, "category_name"),
        FrontValue.list(front.getOrDefault("systems", "")),
        FrontValue.list(front.getOrDefault("tags", "")),
        FrontValue.list(front.getOrDefault("audience", "")),
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
      out.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return out;
  }

  private static Map<String, String> sections(List<String> lines) {
    var out = new LinkedHashMap<String, String>();
    var name = "";
    for (var line : lines) {
      if (line.startsWith("## ")) name = line.substring(3).strip();
      else if (!line.startsWith("# ")) out.merge(name, plain(line), MarkdownArticle::joined);
    }
    return out;
  }

  private static String joined(String before, String line) {
    return before + "\n" + line;
  }

  private static String plain(String line) {
    boolean escaped = line.startsWith("\\") && LIKE_A_HEADING.matcher(line).find();
    return escaped ? line.substring(1) : line;
  }

  private static String escaped(String text) {
    return text.lines()
        .map(line -> LIKE_A_HEADING.matcher(line).find() ? "\\" + line : line)
        .collect(joining("\n"));
  }

  private static String value(Map<String, String> front, String name) {
    return FrontValue.text(front.getOrDefault(name, ""));
  }

  private static Optional<LocalDate> date(Map<String, String> front, String name) {
    var text = value(front, name);
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException bad) {
      throw new IllegalArgumentException("\"" + name + "\" is not a date: " + text, bad);
    }
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
