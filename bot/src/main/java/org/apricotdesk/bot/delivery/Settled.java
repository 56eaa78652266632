package org.apricotdesk.bot.delivery;

import java.time.Duration;

/// What became of an attempt.
///
/// @param state of the delivery from now on
/// @param trouble why, for whoever looks; empty if all went well
/// @param doubted whether nobody knows if it arrived, and it is to be sent once more
/// @param quiet how long to leave the address alone
record Settled(String state, String trouble, boolean doubted, Duration quiet) {
  static Settled as(String state, String trouble) {
    return new Settled(state, trouble, false, Duration.ZERO);
  }

  static Settled later(String why, Duration quiet) {
    return new Settled("due", why, false, quiet);
  }

  static Settled doubted(String why, Duration quiet) {
    return new Settled("due", why, true, quiet);
  }
}
