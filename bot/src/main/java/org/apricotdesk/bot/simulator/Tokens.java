package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.known;
import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.config.time.AdjustableClock;
import org.jspecify.annotations.Nullable;

/// Access tokens, one at a time for each app. Source: document/path/91039.
final class Tokens {
  static final Duration LIFE = Duration.ofHours(2);

  private record Token(App app, String value, Instant expires) {}

  private final SimulatorSettings settings;
  private final AdjustableClock clock;
  private final Map<Integer, Token> current = new HashMap<>();
  private final Map<String, Token> issued = new HashMap<>();
  private int fetched;

  Tokens(SimulatorSettings settings) {
    this.settings = settings;
    this.clock = settings.clock();
  }

  JsonObject get(ApiCall call) {
    unless(!call.param("corpid").isEmpty(), 41002, "corpid missing");
    unless(!call.param("corpsecret").isEmpty(), 41004, "corpsecret missing");
    unless(call.param("corpid").equals(settings.corpId()), 40013, "invalid corpid");
    var app = appOf(call.param("corpsecret"));
    unless(app.isPresent(), 40001, "invalid credential");
    fetched++;
    var token = current.compute(app.get().agentId(), (_, old) -> renewed(app.get(), old));
    issued.put(token.value(), token);
    var left = Duration.between(clock.instant(), token.expires()).toSeconds();
    return new JsonObject().put("access_token", token.value()).put("expires_in", left);
  }

  App check(String value) {
    unless(!value.isEmpty(), 41001, "access_token missing");
    var token = known(issued.get(value), 40014, "invalid access_token");
    unless(token.expires().isAfter(clock.instant()), 42001, "access_token expired");
    return token.app();
  }

  /// Every token stops working at once, as when an administrator resets the secret.
  void revoke() {
    current.clear();
    issued.clear();
  }

  int fetched() {
    return fetched;
  }

  private Optional<App> appOf(String secret) {
    return settings.callers().stream().filter(a -> a.secret().equals(secret)).findFirst();
  }

  private Token renewed(App app, @Nullable Token old) {
    var now = clock.instant();
    if (old != null && old.expires().isAfter(now)) {
      return old;
    }
    return new Token(app, Random.word(256), now.plus(LIFE));
  }
}
