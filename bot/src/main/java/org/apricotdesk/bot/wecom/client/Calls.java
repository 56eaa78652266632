package org.apricotdesk.bot.wecom.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.multipart.MultipartForm;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apricotdesk.bot.wecom.client.Outcome.Unknown;

/// Asks the platform over HTTP and tells success from refusal: the status is always 200 and
/// `errcode` decides. Addresses carry tokens and keys, so they are never in a message or log.
final class Calls {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Pattern ESCAPED =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u00[0-9a-fA-F]{2}");
  private static final int IDLE_SECONDS = 15;
  private static final int CONNECTIONS = 32;

  private final WebClient client;
  private final String base;

  Calls(Vertx vertx, URI api) {
    var options =
        new WebClientOptions()
            .setConnectTimeout((int) CONNECT.toMillis())
            .setKeepAliveTimeout(IDLE_SECONDS)
            .setFollowRedirects(false)
            .setUserAgent("ApricotDesk");
    var pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS);
    this.client = WebClient.create(vertx, options, pool);
    this.base = api.toString().replaceAll("/+$", "");
  }

  JsonObject get(String path, Map<String, String> query) {
    return ask(path, request(HttpMethod.GET, path, query), HttpRequest::send);
  }

  JsonObject post(String path, Map<String, String> query, JsonObject body) {
    return ask(path, request(HttpMethod.POST, path, query), request -> json(request, body));
  }

  JsonObject post(URI whole, JsonObject body) {
    var request = client.requestAbs(HttpMethod.POST, whole.toString());
    return ask("response_url", request, each -> json(each, body));
  }

  JsonObject upload(String path, Map<String, String> query, MultipartForm form) {
    return ask(
        path, request(HttpMethod.POST, path, query), request -> request.sendMultipartForm(form));
  }

  /// The platform takes raw UTF-8 only: an escaped character is refused with 40033. Writing through
  /// a string keeps characters beyond the first plane whole; control characters become spaces.
  private static Future<HttpResponse<Buffer>> json(HttpRequest<Buffer> request, JsonObject body) {
    return request
        .putHeader("Content-Type", "application/json; charset=UTF-8")
        .sendBuffer(Buffer.buffer(ESCAPED.matcher(body.encode()).replaceAll("$1 ")));
  }

  private HttpRequest<Buffer> request(HttpMethod method, String path, Map<String, String> query) {
    var request = client.requestAbs(method, base + "/cgi-bin/" + path);
    query.forEach(request::addQueryParam);
    return request;
  }

  private static JsonObject ask(
      String call,
      HttpRequest<Buffer> request,
      Function<HttpRequest<Buffer>, Future<HttpResponse<Buffer>>> send) {
    HttpResponse<Buffer> response;
    try {
      var patient = request.timeout(PATIENCE.toMillis());
      response = send.apply(patient).await(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS);
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      throw new WeComException(call, Refusals.noAnswer(failure), failure);
    }
    return answer(call, response);
  }

  private static JsonObject answer(String call, HttpResponse<Buffer> response) {
    if (response.statusCode() != 200) {
      throw new WeComException(call, Refusals.status(response.statusCode()));
    }
    try {
      return accepted(call, response.bodyAsJsonObject());
    } catch (DecodeException | ClassCastException _) {
      throw new WeComException(call, new Unknown("the answer is not JSON"));
    }
  }

  /// @throws WeComException unless `errcode` is 0
  static JsonObject accepted(String call, JsonObject answer) {
    var code = answer.getInteger("errcode", 0);
    if (code != 0) {
      throw new WeComException(call, Refusals.of(code, answer.getString("errmsg", "")));
    }
    return answer;
  }

  void close() {
    client.close();
  }
}
