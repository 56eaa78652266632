package org.apricotdesk.bot.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

/// Where services reach the platform, apart from where people watch and break it. While it is shut
/// connections are refused, as when a network is down, so callers know that nothing arrived.
final class Door {
  private final Vertx vertx;
  private final Router router;
  private final HttpServerOptions options;
  private HttpServer server;
  private boolean open = true;
  private Future<Void> moved = Future.succeededFuture();

  private Door(Vertx vertx, Router router, HttpServerOptions options, HttpServer server) {
    this.vertx = vertx;
    this.router = router;
    this.options = options;
    this.server = server;
  }

  /// Opens at any free port, and later at that port again.
  static Door open(Vertx vertx, Router router, String host) {
    var options = new HttpServerOptions().setHost(host).setPort(0);
    var server = vertx.createHttpServer(options).requestHandler(router).listen().await();
    return new Door(vertx, router, options.setPort(server.actualPort()), server);
  }

  int port() {
    return options.getPort();
  }

  /// Shuts or opens it, one after the other when asked often; done when it has happened.
  synchronized Future<Void> open(boolean wanted) {
    if (wanted != open) {
      open = wanted;
      moved = moved.eventually(() -> wanted ? listen() : leave());
    }
    return moved;
  }

  private Future<Void> listen() {
    var next = vertx.createHttpServer(options).requestHandler(router);
    return next.listen().onSuccess(this::serving).mapEmpty();
  }

  private synchronized Future<Void> leave() {
    return server.close();
  }

  private synchronized void serving(HttpServer next) {
    server = next;
  }
}
