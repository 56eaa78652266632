package org.apricotdesk.deploy.proof;

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
            .onSuccess(body -> pass(request, body))
            .onFailure(_ -> request.connection().close());
  }

  /// Each attempt stands for itself: a chain of them would grow with the time the service is away.
  private void pass(HttpServerRequest request, Buffer body) {
    var _ =
        client
            .request(request.method(), port, "127.0.0.1", request.uri())
            .timeout(PATIENCE.toMillis())
            .sendBuffer(body)
            .onComplete(
                answer -> {
                  if (answer.succeeded() && answer.result().statusCode() < 500) {
                    pass(request, answer.result());
                  } else {
                    vertx.setTimer(PAUSE.toMillis(), _ -> pass(request, body));
                  }
                });
  }

  private static void pass(HttpServerRequest request, HttpResponse<Buffer> answer) {
    var body = answer.body() == null ? Buffer.buffer() : answer.body();
    request.response().setStatusCode(answer.statusCode()).end(body);
  }

  @Override
  public void close() {
    server.close().await();
    client.close();
  }
}
