package org.apricotdesk.bot.simulator;

/// Details the platform does not document; each may be switched to see that a service does
/// not rely on it.
///
/// @param refuseLongText text over 2048 bytes is refused (45002) instead of cut
/// @param refuseEscapes a body with `\\uXXXX` escapes is refused (40033)
/// @param refuseReusedTask a task_id used before is refused (42014)
public record Guesses(boolean refuseLongText, boolean refuseEscapes, boolean refuseReusedTask) {
  static final Guesses USUAL = new Guesses(false, true, true);
}
