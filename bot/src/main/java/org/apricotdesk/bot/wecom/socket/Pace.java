package org.apricotdesk.bot.wecom.socket;

import java.time.Duration;

/// How patient the long connection is.
///
/// @param ping how often it shows that it lives
/// @param answer how long it waits for an acknowledgement
/// @param firstPause before the first new attempt after a loss; doubled for each further one
/// @param longestPause between two attempts
/// @param term how long after a crash of its holder another instance takes the connection over
public record Pace(
    Duration ping, Duration answer, Duration firstPause, Duration longestPause, Duration term) {

  /// What the platform asks for.
  public static final Pace USUAL =
      new Pace(
          Duration.ofSeconds(30),
          Duration.ofSeconds(6),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(15));

  private static final int MOST_DOUBLINGS = 16;

  /// @param attempt how many have failed since the last success, from 1
  /// @param chance from 0 to 1, so that instances do not knock all at once
  Duration pause(int attempt, double chance) {
    var doubled = firstPause.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    var whole = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    return Duration.ofMillis(Math.round(whole.toMillis() * (0.5 + chance / 2)));
  }
}
