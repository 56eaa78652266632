package org.apricotdesk.desk.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.indicator.Dimension;
import org.apricotdesk.desk.web.Shell;

/// The figures of a week, month or year.
///
/// @param name the time looked at, in words
/// @param next empty where it lies in the future
/// @param summary one sentence for the director
/// @param columns what the slices' values are called
/// @param chart what the script draws, as JSON
public record DashboardPage(
    Span span,
    LocalDate first,
    String name,
    LocalDate before,
    Optional<LocalDate> next,
    Optional<String> summary,
    List<Tile> headline,
    List<Part> parts,
    String chart,
    List<Step> steps,
    List<Share> waiting,
    List<HeatRow> heat,
    Dimension by,
    List<String> columns,
    List<Slice> slices) {

  /// The figures of one field.
  ///
  /// @param code such as `technical`
  public record Part(String code, List<Tile> tiles) {}

  /// One figure.
  ///
  /// @param light `green`, `amber`, `red` or nothing
  /// @param was the same of the time before
  /// @param note what has to be said with it, such as how few stand behind it; mostly empty
  public record Tile(
      String code,
      String name,
      String value,
      String target,
      String was,
      String light,
      String note) {

    /// What it is measured by: the light, the target, the time before.
    public String against(Shell shell) {
      var judged = light.isEmpty() ? "" : shell.say("light." + light);
      var before = was.isEmpty() ? "" : shell.say("figures.was", was);
      return Stream.of(judged, target, before)
          .filter(one -> !one.isEmpty())
          .collect(Collectors.joining(" · "));
    }
  }

  /// A day or month.
  public record Step(String name, long opened, long solved) {}

  /// On whom tickets waited.
  ///
  /// @param mark the stylesheet's class
  public record Share(String name, String time, long percent, String mark) {}

  /// A department's hours; every cell has its count and how dark it is, 0 to 5.
  public record HeatRow(String department, List<Cell> cells) {}

  public record Cell(long count, int shade) {}

  /// Headline figures of a part of the whole.
  public record Slice(String name, List<String> values) {}

  public List<Dimension> dimensions() {
    return List.of(Dimension.values());
  }

  public List<Span> spans() {
    return List.of(Span.values());
  }
}
