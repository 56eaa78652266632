package org.apricotdesk.deploy.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether this instance lives (`/health/live`) and may be sent requests (`/health/ready`).
public final class Health {
  private static final long PATIENCE_MILLISECONDS = 2000;

  private final HealthChecks living;
  private final HealthChecks ready;
  private volatile boolean leaving;

  public Health(Vertx vertx) {
    this.living = HealthChecks.create(vertx).register("program", check -> check.complete());
    this.ready = HealthChecks.create(vertx);
    ready.register("program", check -> check.complete(leaving ? Status.KO() : Status.OK()));
  }

  /// A part without which requests cannot be served.
  public Health needs(String part, Supplier<Future<?>> trial) {
    ready.register(
        part,
        PATIENCE_MILLISECONDS,
        check ->
            trial
                .get()
                .onSuccess(_ -> check.complete(Status.OK()))
                .onFailure(_ -> check.complete(Status.KO())));
    return this;
  }

  /// A part whose state is worth knowing, but whose trouble another instance would share.
  public Health tells(String part, Supplier<String> state) {
    var told = (Supplier<Status>) () -> Status.OK(new JsonObject().put("state", state.get()));
    ready.register(part, check -> check.complete(told.get()));
    return this;
  }

  /// A part that can fail on this instance alone: while trouble is told, another should serve.
  public Health watches(String part, Supplier<String> state, Supplier<Optional<String>> trouble) {
    ready.register(
        part,
        check -> {
          var told = new JsonObject().put("state", state.get());
          var wrong = trouble.get();
          check.complete(
              wrong.map(why -> Status.KO(told.put("trouble", why))).orElse(Status.OK(told)));
        });
    return this;
  }

  /// From now on not ready: the balancer sends no more, while requests in hand are finished.
  public void leave() {
    leaving = true;
  }

  public void mount(Router router) {
    router.get("/health/live").handler(context -> answer(context, living));
    router.get("/health/ready").handler(context -> answer(context, ready));
  }

  private static void answer(RoutingContext context, HealthChecks checks) {
    var result = checks.checkStatus().await();
    context
        .response()
        .setStatusCode(CheckResult.isUp(result) ? 200 : 503)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    context.json(result.toJson());
  }
}
