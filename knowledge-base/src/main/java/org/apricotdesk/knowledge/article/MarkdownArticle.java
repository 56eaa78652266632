package org.apricotdesk.knowledge.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apricotdesk.knowledge.search.Searchable;

/// An article as a Markdown file: front matter between `---` lines, then sections.
public record MarkdownArticle(Map<String, String> frontMatter, Map<String, String> sections) {
  private static final Set<String> SYMPTOMS = Set.of("现象", "问题", "问题现象", "症状", "问");

  public MarkdownArticle {
    frontMatter = Map.copyOf(frontMatter);
    sections = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }

  /// @throws IllegalArgumentException saying what is missing
  public static MarkdownArticle parse(String text) {
    var lines = text.replace("\r\n", "\n").replace("\ufeff", "").lines().toList();
    int end = lines.isEmpty() || !lines.getFirst().strip().equals("---") ? -1 : endOfFront(lines);
    if (end < 0)
      throw new IllegalArgumentException("the file has no front matter between --- lines");
    var front = front(lines.subList(1, end));
    for (var needed : List.of("id", "title")) {
      if (front.getOrDefault(needed, "").isBlank()) {
        throw new IllegalArgumentException("\"" + needed + "\" is missing in the front matter");
      }
    }
    return new MarkdownArticle(front, sections(lines.subList(end + 1, lines.size())));
  }

  /// The article as search sees it.
  public Searchable searchable() {
    var labels = new ArrayList<String>();
    labels.addAll(list("tags"));
    labels.addAll(list("systems"));
    labels.addAll(Arrays.asList(frontMatter.getOrDefault("category_name", "").split("/", -1)));
    var symptoms = new StringBuilder();
    var body = new StringBuilder();
    sections.forEach(
        (name, text) -> (SYMPTOMS.contains(name) ? symptoms : body).append(text).append('\n'));
    return new Searchable(
        frontMatter.getOrDefault("id", ""),
        frontMatter.getOrDefault("title", ""),
        labels.stream().filter(label -> !label.isBlank()).distinct().toList(),
        symptoms.toString().strip(),
        body.toString().strip());
  }

  /// A list of the front matter: `[a, "b"]` or `a, b`.
  public List<String> list(String name) {
    var text = frontMatter.getOrDefault(name, "").replace("[", "").replace("]", "");
    return Arrays.stream(text.split("[,，]", -1))
        .map(MarkdownArticle::unquoted)
        .filter(one -> !one.isBlank())
        .toList();
  }

  private static int endOfFront(List<String> lines) {
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
      else if (!line.startsWith("# "))
        out.merge(name, line.strip(), (a, b) -> (a + "\n" + b).strip());
    }
    out.values().removeIf(String::isBlank);
    return out;
  }

  private static String unquoted(String text) {
    var out = text.strip();
    boolean quoted = out.length() > 1 && (out.startsWith("\"") && out.endsWith("\""));
    return quoted ? out.substring(1, out.length() - 1) : out;
  }
}
