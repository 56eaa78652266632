package org.apricotdesk.desk.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One engineer's own figures.
///
/// @param path where this page is, to look at another time
/// @param whose the engineer's name, where the reader is not the engineer
/// @param name the time looked at, in words
/// @param next empty where it lies in the future
/// @param weeks how much was taken on and solved, the last twelve weeks
/// @param chart the same for the script, as JSON
/// @param assessment where the engineer is assessed; empty for whoever has no tier
/// @param team whose figures the reader may open besides
public record OwnPage(
    String path,
    Optional<String> whose,
    Span span,
    LocalDate first,
    String name,
    LocalDate before,
    Optional<LocalDate> next,
    long inHand,
    List<DashboardPage.Tile> tiles,
    List<DashboardPage.Step> weeks,
    String chart,
    Optional<String> assessment,
    List<Colleague> team) {

  /// @param path of their page
  public record Colleague(String name, String path) {}

  public List<Span> spans() {
    return List.of(Span.values());
  }

  /// The address of this page for another time.
  public String at(Span other, LocalDate day) {
    return path + "?span=" + other.code() + "&at=" + day;
  }
}
