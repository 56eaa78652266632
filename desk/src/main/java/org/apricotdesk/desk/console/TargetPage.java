package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.target.Priority;

/// What the desk promises: the versions there are, and a form for the next one.
///
/// @param goals a line for each priority, as typed
/// @param special what else is promised where, and some empty ones to fill in
/// @param requests by when service requests are fulfilled, and an empty one to fill in
/// @param categories of every level
/// @param places where something else can be promised
/// @param from the day it is to count from, as typed
/// @param days what the calendar says of the days from then on
/// @param number of the ticket to try it on, as typed
/// @param problems what is wrong with what was typed, in words
public record TargetPage(
    List<Version> versions,
    List<Goal> goals,
    List<Special> special,
    List<Request> requests,
    List<Field.Option> categories,
    List<Field.Option> places,
    String from,
    List<Day> days,
    String number,
    Optional<Tried> tried,
    List<String> problems) {

  /// @param from in words; empty for the one that was built in
  public record Version(int number, String from, String by, boolean current) {}

  /// In minutes, as typed; empty where nothing is promised.
  public record Goal(
      String priority, String response, String handsOn, String update, String restore) {
    boolean isEmpty() {
      return (response + handsOn + update + restore).isEmpty();
    }
  }

  /// @param category a code of any level, [#EVERYTHING], [#DROPPED] or empty if none is chosen
  /// @param place a campus, `critical`, or empty for everywhere
  public record Special(String category, String place, Goal goal) {
    public static final String EVERYTHING = "*";
    public static final String DROPPED = "-";
    static final Special EMPTY = new Special("", "", new Goal(Priority.P2.name(), "", "", "", ""));

    boolean isEmpty() {
      return category.isEmpty() && place.isEmpty() && goal.isEmpty();
    }
  }

  /// @param category a code of any level; empty if none is chosen
  /// @param within minutes, as typed; empty where the priority says it
  public record Request(String category, String within) {
    static final Request EMPTY = new Request("", "");
  }

  /// Whether something is promised for a category that the catalogue no longer has.
  public boolean isStrange(String category) {
    return !category.isEmpty()
        && !category.equals(Special.EVERYTHING)
        && categories.stream().noneMatch(one -> one.value().equals(category));
  }

  /// The name of a category of any level.
  public String named(String category) {
    return categories.stream()
        .filter(one -> one.value().equals(category))
        .findFirst()
        .map(Field.Option::label)
        .orElse(category);
  }

  public record Day(String name, boolean worked) {}

  /// A past ticket under what is promised and what would be.
  public record Tried(long number, String title, Promises now, Promises then) {}

  /// Due times and whether they were kept, in words.
  public record Promises(String response, String resolution) {}
}
