package org.apricotdesk.desk.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The roster of one day, with the shift that is being changed.
///
/// @param days the days around, to go to
/// @param chosen the key of the shift being changed; blank if none is
/// @param problem what is wrong with the last change, in words
public record DutyPage(
    LocalDate day,
    List<Day> days,
    List<Row> rows,
    String chosen,
    List<Field.Option> people,
    List<String> kinds,
    List<Field.Option> campuses,
    Optional<String> problem) {

  public LocalDate before() {
    return day.minusDays(7);
  }

  public LocalDate after() {
    return day.plusDays(7);
  }

  /// @param label such as `3月16日 周一`
  public record Day(LocalDate day, String label) {}

  /// @param key tells it from all others: person and start
  /// @param editable whether the reader may change it
  public record Row(String key, String name, String what, String time, boolean editable) {}
}
