package org.apricotdesk.bot.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/// The platform's API below `/cgi-bin`: answers with HTTP 200 always, and with a code that
/// says how it went.
final class ApiPlane {
  private static final String ROOT = "/cgi-bin/";
  private static final int MOST_BYTES = 24 * 1024 * 1024;

  private final Vertx vertx;
  private final State state;
  private final Endpoints endpoints;

  ApiPlane(Vertx vertx, State state, Apis apis) {
    this.vertx = vertx;
    this.state = state;
    endpoints = new Endpoints(apis, state);
  }

  void mount(Router router) {
    router.route("/cgi-bin/*").handler(this::receive);
  }

  private void receive(RoutingContext context) {
    var request = context.request();
    var form = new UploadedForm(request);
    request.end().onSuccess(_ -> later(() -> answer(context, form)));
  }

  private void later(Runnable work) {
    var millis = state.faults.latency().toMillis();
    if (millis == 0) {
      work.run();
    } else {
      vertx.setTimer(millis, _ -> work.run());
    }
  }

  private void answer(RoutingContext context, UploadedForm form) {
    var request = context.request();
    var path = request.path();
    if (path.equals(ROOT + "media/get")) {
      download(context);
      return;
    }
    var answer = state.alone(() -> outcome(request, form));
    if (state.faults.dropsAnswerOf(path)) {
      request.connection().close();
      return;
    }
    json(context, answer);
  }

  private JsonObject outcome(HttpServerRequest request, UploadedForm form) {
    try {
      var answer = new JsonObject().put("errcode", 0).put("errmsg", "ok");
      return answer.mergeIn(carryOut(request, form));
    } catch (Refusal refusal) {
      state.violations.refused(request.path(), refusal);
      return refusal(refusal, request);
    }
  }

  private JsonObject carryOut(HttpServerRequest request, UploadedForm form) {
    Refusal.unless(form.size() <= MOST_BYTES, 40206, "body too large");
    state.faults.strike(request.path());
    var endpoint = endpoints.find(request.path().substring(ROOT.length()));
    if (endpoint == null) {
      throw new Refusal(48002, "no such API: " + request.path());
    }
    var call = form.call(state.guess(Guess.ESCAPES_REFUSED));
    Refusal.unless(
        endpoint.post() == request.method().equals(HttpMethod.POST), 40058, "wrong method");
    var app = endpoint.open() ? state.settings.app() : caller(request);
    try {
      return endpoint.work().apply(app, call);
    } catch (ClassCastException wrong) {
      throw new Refusal(40035, "parameter of the wrong type: " + wrong.getMessage());
    }
  }

  private App caller(HttpServerRequest request) {
    var token = request.getParam("access_token", "");
    var app = state.tokens.check(token);
    state.faults.checkCaller(request.remoteAddress().hostAddress(), app);
    return app;
  }

  private void download(RoutingContext context) {
    var request = context.request();
    try {
      state.faults.strike(request.path());
      var item =
          state.alone(
              () -> {
                caller(request);
                return state.media.get(request.getParam("media_id", ""));
              });
      context
          .response()
          .putHeader("Content-Type", item.contentType())
          .putHeader("Content-disposition", "attachment; filename=\"" + item.name() + "\"")
          .end(item.bytes());
    } catch (Refusal refusal) {
      state.change(() -> state.violations.refused(request.path(), refusal));
      json(context, refusal(refusal, request));
    }
  }

  private static JsonObject refusal(Refusal refusal, HttpServerRequest request) {
    var message =
        "%s, hint: [%s], from ip: %s, more info at https://open.work.weixin.qq.com/devtool/query?e=%d"
            .formatted(
                refusal.why(),
                Random.word(24),
                request.remoteAddress().hostAddress(),
                refusal.code());
    return new JsonObject().put("errcode", refusal.code()).put("errmsg", message);
  }

  private static void json(RoutingContext context, JsonObject answer) {
    context
        .response()
        .putHeader("Content-Type", "application/json; charset=UTF-8")
        .end(Buffer.buffer(answer.encode()));
  }
}
