package org.apricotdesk.deploy.proof;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.time.Duration;

/// A balancer between the platform and a service that keeps dying: it holds each callback and
/// repeats the same bytes until the service has answered it. The platform itself gives up after
/// three attempts, so without it a service that is away for long never hears of a message.
final class Gateway implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final int port;
  private final WebClient client;
  private final HttpServer server;

  /// @param port of the service, on this machine
  Gateway(Vertx vertx, int port) {
    this.vertx = vertx;
    this.port = port;
    client = WebClient.create(vertx);
    server = vertx.createHttpServer().requestHandler(this::hold).listen(0, "127.0.0.1").await();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.actualPort() + path);
  }

  private void hold(HttpServerRequest request) {
    var _ =
        request
            .body()
            .compose(body -> passed(request, body))
            .onSuccess(
                answer ->
                    request
                        .response()
                        .setStatusCode(answer.statusCode())
                        .end(answer.body() == null ? Buffer.buffer() : answer.body()))
            .onFailure(_ -> request.connection().close());
  }

  private Future<HttpResponse<Buffer>> passed(HttpServerRequest request, Buffer body) {
    return client
        .request(request.method(), port, "127.0.0.1", request.uri())
        .timeout(PATIENCE.toMillis())
        .sendBuffer(body)
        .compose(answer -> answer.statusCode() < 500 ? Future.succeededFuture(answer) : refused())
        .recover(_ -> vertx.timer(PAUSE.toMillis()).compose(_ -> passed(request, body)));
  }

  private static Future<HttpResponse<Buffer>> refused() {
    return Future.failedFuture("the service could not keep it");
  }

  @Override
  public void close() {
    server.close().await();
    client.close();
  }
}
