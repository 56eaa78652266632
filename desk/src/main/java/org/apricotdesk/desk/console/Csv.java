package org.apricotdesk.desk.console;

import java.util.List;
import java.util.stream.Collectors;

/// A table as a file for spreadsheets: UTF-8 with a byte order mark, cells quoted. A cell that a
/// spreadsheet would take for a formula begins with an apostrophe.
final class Csv {
  private static final String DANGEROUS = "=+-@\t\r\n";

  private final StringBuilder text = new StringBuilder("\uFEFF");

  Csv(List<String> columns) {
    row(columns);
  }

  Csv row(List<String> cells) {
    text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
    return this;
  }

  /// Looks behind blanks, quotes and marks that spreadsheets skip.
  private static String cell(String value) {
    var bare = value.replaceFirst("^[\\s\"'\\uFEFF]+", "");
    var formula =
        startsDangerously(value) || startsDangerously(bare) || startsDangerously(halfWidth(bare));
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }

  private static boolean startsDangerously(String value) {
    return !value.isEmpty() && DANGEROUS.indexOf(value.charAt(0)) >= 0;
  }

  /// Full-width signs are formulas too in some spreadsheets.
  private static String halfWidth(String value) {
    return value.replace('＝', '=').replace('＋', '+').replace('－', '-').replace('＠', '@');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
