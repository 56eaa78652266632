package org.apricotdesk.bot.wecom.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.bot.wecom.client.Outcome.Rejected;

/// Fetches bytes, no more than what the platform's own limits allow, and not for long.
final class Downloads {
  static final int MOST_BYTES = 20 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClientAgent client;

  Downloads(Vertx vertx) {
    var options = new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis());
    this.client = vertx.createHttpClient(options);
  }

  /// @param call how the call is named in errors, since the address may hold a token
  byte[] get(String call, String url) {
    var request =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(url)
            .setTimeout(PATIENCE.toMillis());
    Answer answer;
    try {
      var bytes = client.request(request).compose(each -> each.send().compose(Downloads::read));
      answer = bytes.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (WeComException refused) {
      throw refused;
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      throw new WeComException(call, Refusals.noAnswer(failure), failure);
    }
    return answer.bytes(call);
  }

  private record Answer(int status, boolean isJson, Buffer body) {
    byte[] bytes(String call) {
      if (status != 200) throw new WeComException(call, Refusals.status(status));
      if (isJson) Calls.accepted(call, new JsonObject(body));
      return body.getBytes();
    }
  }

  private static Future<Answer> read(HttpClientResponse response) {
    var type = response.getHeader("Content-Type");
    var isJson = type != null && type.startsWith("application/json");
    return capped(response).map(body -> new Answer(response.statusCode(), isJson, body));
  }

  private static Future<Buffer> capped(HttpClientResponse response) {
    var whole = Promise.<Buffer>promise();
    var body = Buffer.buffer();
    response.handler(
        part -> {
          if (body.length() + part.length() > MOST_BYTES) {
            whole.tryFail(tooMuch());
            response.request().reset();
          } else {
            body.appendBuffer(part);
          }
        });
    response.exceptionHandler(whole::tryFail);
    response.endHandler(_ -> whole.tryComplete(body));
    return whole.future();
  }

  private static WeComException tooMuch() {
    return new WeComException("download", new Rejected(0, "more than " + MOST_BYTES + " bytes"));
  }

  void close() {
    client.close();
  }
}
