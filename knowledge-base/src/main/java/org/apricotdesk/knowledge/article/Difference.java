package org.apricotdesk.knowledge.article;

import java.util.ArrayList;
import java.util.List;

/// What changed between two revisions of an article, line by line.
public record Difference(List<Line> lines) {
  private static final String NAMELESS = "KB";

  /// Whether a line stayed, went or came.
  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  public record Line(Kind kind, String text) {}

  public Difference {
    lines = List.copyOf(lines);
  }

  public static Difference between(Content before, Content after) {
    return between(lines(before), lines(after));
  }

  /// All of it is new.
  public static Difference first(Content content) {
    return between(List.of(), lines(content));
  }

  private static List<String> lines(Content content) {
    return new MarkdownArticle(NAMELESS, content)
        .text()
        .lines()
        .filter(line -> !line.isBlank() && !line.equals("---") && !line.startsWith("id:"))
        .toList();
  }

  private static Difference between(List<String> before, List<String> after) {
    var common = common(before, after);
    var out = new ArrayList<Line>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean both = i < before.size() && j < after.size();
      if (both && before.get(i).equals(after.get(j))) {
        out.add(new Line(Kind.SAME, before.get(i++)));
        j++;
      } else if (j == after.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
        out.add(new Line(Kind.REMOVED, before.get(i++)));
      } else {
        out.add(new Line(Kind.ADDED, after.get(j++)));
      }
    }
    return new Difference(out);
  }

  /// How many lines the rests from i and j have in common.
  private static int[][] common(List<String> before, List<String> after) {
    var out = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        out[i][j] =
            before.get(i).equals(after.get(j))
                ? out[i + 1][j + 1] + 1
                : Math.max(out[i + 1][j], out[i][j + 1]);
      }
    }
    return out;
  }
}
