package org.apricotdesk.deploy.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the figures of `bench pages` down.
final class PagesReport {
  private PagesReport() {}

  /// In nanoseconds.
  record Times(long median, long p95) {}

  /// @param pages by name, in the order they are shown
  record Row(long tickets, Map<String, Times> pages) {}

  static String markdown(List<Row> rows) {
    var text = new StringBuilder("| page, p50 / p95 in ms |");
    rows.forEach(row -> text.append(String.format(Locale.ROOT, " %,d |", row.tickets())));
    text.append("\n| :-- |").append(" --: |".repeat(rows.size())).append('\n');
    rows.getFirst().pages().keySet().forEach(page -> text.append(line(page, rows)));
    return text.toString();
  }

  static String line(String page, Times times) {
    return "| " + page + " |" + cell(times);
  }

  private static String line(String page, List<Row> rows) {
    return rows.stream()
        .flatMap(row -> Optional.ofNullable(row.pages().get(page)).stream())
        .map(PagesReport::cell)
        .collect(Collectors.joining("", "| " + page + " |", "\n"));
  }

  private static String cell(Times times) {
    return String.format(Locale.ROOT, " %.1f / %.1f |", times.median() / 1e6, times.p95() / 1e6);
  }
}
