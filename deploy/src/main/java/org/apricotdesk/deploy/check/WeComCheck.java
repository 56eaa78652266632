package org.apricotdesk.deploy.check;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apricotdesk.config.settings.Settings;

/// Whether WeCom knows the app and lets this machine in. The robot's long connection is not tried:
/// that would throw out the service that holds it.
record WeComCheck(Settings.WeCom wecom) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// What the operator has to do about the platform's usual refusals.
  private static final Map<Integer, String> ADVICE =
      Map.of(
          40001, "wecom.app.secret is not the secret of this app",
          40013, "wecom.corp-id is not known",
          42001, "the token was refused as expired: is this machine's clock right?",
          60020, "this machine's address is not among the app's trusted addresses (可信IP)");

  List<String> problems() {
    return wecom.app().map(this::app).orElse(List.of());
  }

  private List<String> app(Settings.App app) {
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var query = "corpid=" + encoded(wecom.corpId().orElse(""));
      var secret = "&corpsecret=" + encoded(app.secret().reveal());
      var token = get(http, "gettoken?" + query + secret);
      if (code(token) != 0) return refusal(token);
      var access = encoded(token.getString("access_token", ""));
      var addresses = get(http, "getcallbackip?access_token=" + access);
      return code(addresses) == 0 ? List.of() : refusal(addresses);
    } catch (IOException | RuntimeException e) {
      return List.of("wecom.api-url: " + wecom.apiUrl() + " does not answer: " + reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of("wecom: interrupted");
    }
  }

  private JsonObject get(HttpClient http, String call) throws IOException, InterruptedException {
    var base = wecom.apiUrl().toString().replaceFirst("/+$", "");
    var request = HttpRequest.newBuilder(URI.create(base + "/cgi-bin/" + call)).timeout(PATIENCE);
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new JsonObject(answer.body());
  }

  private static int code(JsonObject answer) {
    return answer.getInteger("errcode", 0);
  }

  private static List<String> refusal(JsonObject answer) {
    var code = code(answer);
    var known = ADVICE.getOrDefault(code, "the platform refuses");
    return List.of("wecom: " + known + " (errcode " + code + ")");
  }

  /// Never the message alone: it may hold the address that was called, and the secret in it.
  private static String reason(Exception failure) {
    return failure.getClass().getSimpleName();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
