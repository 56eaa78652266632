package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;

/// A list as a table, with a search box where `words` is there.
///
/// @param columns keys of the column headings
/// @param words what was searched for; empty where there is no search
/// @param more the address of the next page
public record TablePage(
    List<String> columns, List<Row> rows, Optional<String> words, Optional<String> more) {
  public TablePage {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// @param faded for what is retired or gone
  public record Row(List<String> cells, boolean faded) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
