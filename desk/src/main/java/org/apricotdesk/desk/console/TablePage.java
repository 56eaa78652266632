package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;

/// A list as a table.
///
/// @param columns keys of the column headings
/// @param total how many there are of what is looked for, shown or not
/// @param searches whether the list has a search box
/// @param place what the reader looks for in it
/// @param more the address of the next page
/// @param fresh the address of the form for a new one
public record TablePage(
    List<String> columns,
    List<Row> rows,
    int total,
    boolean searches,
    ListPlace place,
    Optional<String> more,
    Optional<String> fresh) {
  public TablePage {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// A short list that is shown whole.
  TablePage(List<String> columns, List<Row> rows, ListPlace place) {
    this(columns, rows, rows.size(), false, place, Optional.empty(), Optional.empty());
  }

  /// The same with a search box.
  TablePage searched() {
    return new TablePage(columns, rows, total, true, place, more, fresh);
  }

  /// The first of several pages.
  ///
  /// @param of how many there are in all
  TablePage continued(int of, Optional<String> next) {
    return new TablePage(columns, rows, of, searches, place, next, fresh);
  }

  /// The same with a way to a new one.
  TablePage growing(String form) {
    return new TablePage(columns, rows, total, searches, place, more, Optional.of(form));
  }

  /// What was just saved, as the list calls it.
  public Optional<String> saved() {
    return rows.stream().filter(this::isSaved).map(row -> row.cells().getFirst()).findFirst();
  }

  public boolean isSaved(Row row) {
    return row.id().filter(place.saved()::equals).isPresent();
  }

  /// @param faded for what is retired or gone
  /// @param path where its first cell leads
  public record Row(List<String> cells, boolean faded, Optional<String> path) {
    public Row {
      cells = List.copyOf(cells);
    }

    /// The last part of its path.
    public Optional<String> id() {
      return path.map(one -> one.substring(one.lastIndexOf('/') + 1));
    }
  }
}
