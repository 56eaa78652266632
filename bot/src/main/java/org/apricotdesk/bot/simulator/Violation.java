package org.apricotdesk.bot.simulator;

import java.time.Instant;

/// Something a service must not do to the platform.
///
/// @param rule what was broken, e.g. `/cgi-bin/message/send 42039`
public record Violation(Instant at, String rule, String detail) {
  @Override
  public String toString() {
    return rule + ": " + detail;
  }
}
