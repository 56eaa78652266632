package org.apricotdesk.bot.wecom.client;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.multipart.MultipartForm;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apricotdesk.config.settings.Settings.App;

/// Calls in the name of the self-built app. A token that has ended early is fetched anew, and the
/// call made once more.
final class AppCalls {
  private final Calls calls;
  private final Passes passes;
  private final String corpId;
  private final App app;
  private final Clock clock;

  AppCalls(Calls calls, Passes passes, String corpId, App app, Clock clock) {
    this.calls = calls;
    this.passes = passes;
    this.corpId = corpId;
    this.app = app;
    this.clock = clock;
  }

  int agentId() {
    return app.agentId();
  }

  String corpId() {
    return corpId;
  }

  JsonObject get(String path, Map<String, String> query) {
    return withToken(token -> calls.get(path, and(query, token)));
  }

  JsonObject post(String path, JsonObject body) {
    return withToken(token -> calls.post(path, and(Map.of(), token), body));
  }

  JsonObject upload(String path, Map<String, String> query, MultipartForm form) {
    return withToken(token -> calls.upload(path, and(query, token), form));
  }

  /// A ticket for signatures of the JS-SDK, shared like the token.
  String ticket(String name, String path, Map<String, String> query) {
    return passes.get(
        "app:" + agentId() + ":" + name,
        () -> Pass.from(get(path, query), "ticket", clock.instant()));
  }

  <T> T withToken(Function<String, T> call) {
    var token = passes.get(tokenName(), this::fetch);
    try {
      return call.apply(token);
    } catch (WeComException refused) {
      if (!Refusals.saysStaleToken(refused.code())) throw refused;
      return call.apply(passes.renew(tokenName(), token, this::fetch));
    }
  }

  private String tokenName() {
    return "app:" + agentId() + ":token";
  }

  private Pass fetch() {
    var who = Map.of("corpid", corpId, "corpsecret", app.secret().reveal());
    return Pass.from(calls.get("gettoken", who), "access_token", clock.instant());
  }

  private static Map<String, String> and(Map<String, String> query, String token) {
    var whole = new HashMap<>(query);
    whole.put("access_token", token);
    return whole;
  }
}
