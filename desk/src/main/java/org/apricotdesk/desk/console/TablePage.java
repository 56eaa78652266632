package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;

/// A list as a table, with a search box where `words` is there.
///
/// @param columns keys of the column headings
/// @param words what was searched for; empty where there is no search
/// @param more the address of the next page
/// @param fresh the address of the form for a new one
public record TablePage(
    List<String> columns,
    List<Row> rows,
    Optional<String> words,
    Optional<String> more,
    Optional<String> fresh) {
  public TablePage {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// A list to which nothing is added by hand.
  public TablePage(
      List<String> columns, List<Row> rows, Optional<String> words, Optional<String> more) {
    this(columns, rows, words, more, Optional.empty());
  }

  /// Whether something was searched for, so that there may be more than is shown.
  public boolean searched() {
    return words.filter(typed -> !typed.isBlank()).isPresent();
  }

  /// @param faded for what is retired or gone
  /// @param path where its first cell leads
  public record Row(List<String> cells, boolean faded, Optional<String> path) {
    public Row {
      cells = List.copyOf(cells);
    }

    /// A row that leads nowhere.
    public Row(List<String> cells, boolean faded) {
      this(cells, faded, Optional.empty());
    }
  }
}
