package org.apricotdesk.deploy.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apricotdesk.config.settings.Settings;

/// Listens for everything: the platform's callbacks, pages, API, health. Handlers run on virtual
/// threads and may wait.
public final class Server implements AutoCloseable {
  private static final int IDLE_SECONDS = 75;
  private static final int LONGEST_SECONDS = 20;
  private static final int LONGEST_URL = 8 * 1024;

  private final Vertx vertx;
  private final String deployment;
  private final int port;

  private Server(Vertx vertx, String deployment, int port) {
    this.vertx = vertx;
    this.deployment = deployment;
    this.port = port;
  }

  /// @throws IllegalStateException if the port is taken
  public static Server start(Vertx vertx, Settings.Http settings, Router router) {
    var port = new AtomicInteger(settings.port());
    var proxies = new TrustedProxies(settings.trustedProxies());
    router.allowForward(AllowForwardHeaders.X_FORWARD);
    var options =
        new DeploymentOptions()
            .setThreadingModel(ThreadingModel.VIRTUAL_THREAD)
            .setInstances(Runtime.getRuntime().availableProcessors());
    try {
      var id =
          vertx
              .deployVerticle(() -> new Listener(settings, proxies, router, port), options)
              .await();
      return new Server(vertx, id, port.get());
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      if (failure instanceof BindException) {
        throw new IllegalStateException(
            "cannot listen on %s:%d: another program has it. Choose another: http.port (demo: --port)"
                .formatted(settings.host(), settings.port()),
            failure);
      }
      throw failure;
    }
  }

  /// The port it listens on, also where the settings say 0.
  public int port() {
    return port;
  }

  /// Takes no new requests and lets those in hand finish.
  @Override
  public void close() {
    vertx.undeploy(deployment).timeout(LONGEST_SECONDS, TimeUnit.SECONDS).await();
  }

  private static final class Listener extends VerticleBase {
    private final Settings.Http settings;
    private final TrustedProxies proxies;
    private final Router router;
    private final AtomicInteger port;

    Listener(Settings.Http settings, TrustedProxies proxies, Router router, AtomicInteger port) {
      this.settings = settings;
      this.proxies = proxies;
      this.router = router;
      this.port = port;
    }

    @Override
    public Future<?> start() {
      var options =
          new HttpServerOptions()
              .setHost(settings.host())
              .setPort(settings.port())
              .setIdleTimeout(IDLE_SECONDS)
              .setMaxInitialLineLength(LONGEST_URL)
              .setCompressionSupported(true);
      return vertx
          .createHttpServer(options)
          .requestHandler(this::serve)
          .listen()
          .onSuccess(this::heard);
    }

    private void serve(HttpServerRequest request) {
      proxies.clean(request);
      router.handle(request);
    }

    private void heard(HttpServer server) {
      port.set(server.actualPort());
    }
  }
}
