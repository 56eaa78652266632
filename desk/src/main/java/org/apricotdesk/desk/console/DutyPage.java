package org.apricotdesk.desk.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.duty.Line;
import org.apricotdesk.desk.duty.Shift;
import org.apricotdesk.desk.staff.CampusId;

/// The roster of one day and those after it, with the shift that is being changed.
///
/// @param days the days around, to go to
/// @param rolls who is on duty that day, and on each of the six days after it
/// @param chosen the key of the shift being changed; blank if none is
/// @param board the week from that day on, to plan by dragging; empty for who only reads
/// @param problem what is wrong with the last change, in words
public record DutyPage(
    LocalDate day,
    List<Day> days,
    List<Roll> rolls,
    String chosen,
    List<Field.Option> people,
    List<String> kinds,
    List<Field.Option> campuses,
    List<Slot> board,
    Optional<String> problem) {

  public LocalDate before() {
    return day.minusDays(7);
  }

  public LocalDate after() {
    return day.plusDays(7);
  }

  /// @param label such as `3月16日 周一`
  public record Day(LocalDate day, String label) {}

  /// The days of the board.
  public List<Day> week() {
    return days.stream().filter(one -> !one.day().isBefore(day)).limit(7).toList();
  }

  /// A kind of shift on one line of one campus, with the people of each day.
  ///
  /// @param name in words
  public record Slot(String kind, Line line, CampusId campus, String name, List<Cell> cells) {
    static Slot of(String kind, Line line, CampusId campus) {
      return new Slot(kind, line, campus, "", List.of());
    }

    Slot with(List<Cell> days, String words) {
      return new Slot(kind, line, campus, words, days);
    }

    /// The people of its fullest day.
    int most() {
      return cells.stream().mapToInt(cell -> cell.chips().size()).max().orElse(0);
    }

    boolean holds(Shift shift) {
      return shift.name().equals(kind) && shift.line() == line && shift.campus().equals(campus);
    }
  }

  public record Cell(LocalDate day, List<Chip> chips) {}

  /// @param key of the shift
  public record Chip(String key, String person, String name, boolean editable) {}

  /// Who is on duty on a day.
  ///
  /// @param label such as `3月16日 周一`
  public record Roll(LocalDate day, String label, List<Watch> watches) {
    public int people() {
      return watches.stream().mapToInt(watch -> watch.rows().size()).sum();
    }
  }

  /// Those who do the same at the same time.
  ///
  /// @param time such as `08:00 – 17:30`
  public record Watch(String what, String time, List<Row> rows) {}

  /// @param key of the shift: person and start
  /// @param editable whether the reader may change it
  public record Row(String key, String name, boolean editable) {}
}
