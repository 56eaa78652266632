package org.apricotdesk.deploy.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

/// Plays the platform: posts callbacks over as many connections as told and wants an encrypted
/// answer.
final class Caller implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final WebClient client;
  private final int port;

  Caller(int port, int connections) {
    this.port = port;
    this.client =
        WebClient.create(
            vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(connections));
  }

  /// Whether one more message is answered.
  boolean answers() {
    return body(Corp.callback()).contains("<Encrypt>");
  }

  /// What somebody who writes is answered.
  String answer(Corp.Callback callback) {
    return Corp.answer(body(callback));
  }

  /// What somebody who taps a card is shown.
  String tapped(Corp.Callback callback) {
    return Corp.shown(body(callback));
  }

  private String body(Corp.Callback callback) {
    var response =
        client
            .request(HttpMethod.POST, port, "127.0.0.1", callback.address())
            .sendBuffer(Buffer.buffer(callback.body()))
            .await();
    if (response.statusCode() != 200)
      throw new IllegalStateException("answered with " + response.statusCode());
    return String.valueOf(response.bodyAsString());
  }

  @Override
  public void close() {
    client.close();
    vertx.close().await();
  }
}
