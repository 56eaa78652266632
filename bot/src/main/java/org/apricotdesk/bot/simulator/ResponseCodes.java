package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.known;
import static org.apricotdesk.bot.simulator.Refusal.unless;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apricotdesk.config.time.AdjustableClock;

/// Codes that allow one change of an app's card each, for 72 hours. Source:
/// document/path/94888.
final class ResponseCodes {
  private static final Duration LIFE = Duration.ofDays(3);

  private record Issued(App app, Message card, Instant expires) {}

  private final AdjustableClock clock;
  private final Map<String, Issued> unused = new HashMap<>();

  ResponseCodes(AdjustableClock clock) {
    this.clock = clock;
  }

  String mint(App app, Message card) {
    var code = Random.word(43);
    unused.put(code, new Issued(app, card, clock.instant().plus(LIFE)));
    return code;
  }

  /// The card the code belongs to; the code stays usable until [#use].
  Message cardOf(String code, App app) {
    var issued = known(unused.get(code), 60140, "response_code unknown or used");
    unless(issued.app().agentId() == app.agentId(), 42015, "response_code of another app");
    unless(issued.expires().isAfter(clock.instant()), 60140, "response_code expired");
    return issued.card();
  }

  void use(String code) {
    unused.remove(code);
  }
}
