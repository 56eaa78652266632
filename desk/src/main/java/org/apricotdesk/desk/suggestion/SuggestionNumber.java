package org.apricotdesk.desk.suggestion;

/// A suggestion's number, counted from 1.
public record SuggestionNumber(long value) {
  public SuggestionNumber {
    if (value < 1) throw new IllegalArgumentException("suggestions start at 1, not " + value);
  }

  /// How people write it: `S12`, so that it is no ticket's number.
  @Override
  public String toString() {
    return "S" + value;
  }
}
