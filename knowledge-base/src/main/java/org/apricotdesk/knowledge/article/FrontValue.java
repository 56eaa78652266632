package org.apricotdesk.knowledge.article;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Values in the front matter of a Markdown file, the few ways of YAML that people use there: plain
/// or in double quotes, alone or in a list such as `[打印机, "a, b"]` or `a, b`.
final class FrontValue {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}/._ -]*[\\p{L}\\p{N}])?");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\\"])");
  private static final Pattern TO_ESCAPE = Pattern.compile("[\\\\\"]");

  private FrontValue() {}

  static String text(String written) {
    var out = written.strip();
    boolean quoted = out.length() > 1 && out.startsWith("\"") && out.endsWith("\"");
    return quoted ? ESCAPED.matcher(out.substring(1, out.length() - 1)).replaceAll("$1") : out;
  }

  static List<String> list(String written) {
    var text = written.strip();
    boolean inBrackets = text.startsWith("[") && text.endsWith("]");
    var out = new ArrayList<String>();
    for (var item : items(inBrackets ? text.substring(1, text.length() - 1) : text)) {
      if (!item.isBlank()) out.add(text(item));
    }
    return out;
  }

  /// Cut at commas, Chinese ones too, but not within quotes.
  private static List<String> items(String text) {
    var out = new ArrayList<String>();
    var item = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\' && i + 1 < text.length()) {
        item.append(c).append(text.charAt(++i));
        continue;
      }
      if (c == '"' && (quoted || item.toString().isBlank())) quoted = !quoted;
      if (!quoted && (c == ',' || c == '，')) {
        out.add(item.toString());
        item.setLength(0);
      } else {
        item.append(c);
      }
    }
    out.add(item.toString());
    return out;
  }

  /// Empty for nothing.
  static String written(String text) {
    return text.isEmpty() || PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  static String written(List<String> list) {
    return list.stream().map(FrontValue::written).collect(joining(", ", "[", "]"));
  }

  static String quoted(String text) {
    return "\"" + TO_ESCAPE.matcher(text).replaceAll("\\\\$0") + "\"";
  }
}
