package org.apricotdesk.bot.simulator;

import org.jspecify.annotations.Nullable;

/// The platform says no, with one of its codes.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int code;
  private final String why;

  Refusal(int code, String why) {
    super(code + " " + why, null, false, false);
    this.code = code;
    this.why = why;
  }

  int code() {
    return code;
  }

  String why() {
    return why;
  }

  static void unless(boolean fine, int code, String why) {
    if (!fine) {
      throw new Refusal(code, why);
    }
  }

  static <T> T known(@Nullable T value, int code, String why) {
    if (value == null) {
      throw new Refusal(code, why);
    }
    return value;
  }
}
