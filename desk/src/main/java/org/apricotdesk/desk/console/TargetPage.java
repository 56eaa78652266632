package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;

/// What the desk promises: the versions there are, and a form for the next one.
///
/// @param goals a line for each priority, as typed
/// @param special what else is promised where, a line each
/// @param requests by when service requests are fulfilled, a line each
/// @param from the day it is to count from, as typed
/// @param days what the calendar says of the days from then on
/// @param number of the ticket to try it on, as typed
/// @param problems what is wrong with what was typed, in words
public record TargetPage(
    List<Version> versions,
    List<Goal> goals,
    String special,
    String requests,
    String from,
    List<Day> days,
    String number,
    Optional<Tried> tried,
    List<String> problems) {

  /// @param from in words; empty for the one that was built in
  public record Version(int number, String from, String by, boolean current) {}

  /// In minutes, as typed; empty where nothing is promised.
  public record Goal(
      String priority, String response, String handsOn, String update, String restore) {}

  public record Day(String name, boolean worked) {}

  /// A past ticket under what is promised and what would be.
  public record Tried(long number, String title, Promises now, Promises then) {}

  /// Due times and whether they were kept, in words.
  public record Promises(String response, String resolution) {}
}
