package org.apricotdesk.desk.web;

import java.util.List;
import java.util.stream.Collectors;

/// A table as a file for spreadsheets: UTF-8 with a byte order mark, cells quoted. A cell that a
/// spreadsheet would take for a formula begins with an apostrophe.
public final class Csv {
  private static final String DANGEROUS = "=+-@\t\r\n";

  /// Stands before the first line: spreadsheets read UTF-8 by it.
  public static final String MARK = "\uFEFF";

  private final StringBuilder text = new StringBuilder(MARK);

  public Csv(List<String> columns) {
    row(columns);
  }

  public Csv row(List<String> cells) {
    text.append(line(cells));
    return this;
  }

  /// One row, for tables too long to be held as a whole.
  public static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
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
