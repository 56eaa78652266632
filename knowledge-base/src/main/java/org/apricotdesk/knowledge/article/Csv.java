package org.apricotdesk.knowledge.article;

import java.util.ArrayList;
import java.util.List;

/// Rows of comma-separated text with quotes as in RFC 4180.
final class Csv {
  private final List<List<String>> rows = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private List<String> row = new ArrayList<>();
  private boolean quoted;

  private Csv() {}

  static List<List<String>> parse(String text) {
    var csv = new Csv();
    var source = text.replace("\ufeff", "").replace("\r\n", "\n");
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      boolean doubled =
          csv.quoted && c == '"' && i + 1 < source.length() && source.charAt(i + 1) == '"';
      if (doubled) i++;
      csv.read(c, doubled);
    }
    csv.endRow();
    return csv.rows;
  }

  private void read(char c, boolean doubled) {
    if (c == '"' && !doubled) quoted = !quoted;
    else if (c == ',' && !quoted) endCell();
    else if (c == '\n' && !quoted) endRow();
    else cell.append(c);
  }

  private void endCell() {
    row.add(cell.toString().strip());
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    if (row.stream().anyMatch(one -> !one.isEmpty())) rows.add(row);
    row = new ArrayList<>();
  }
}
