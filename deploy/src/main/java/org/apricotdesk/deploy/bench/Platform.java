package org.apricotdesk.deploy.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicLong;

/// A stand-in for the platform's calls: knows the whole address book and takes every message.
final class Platform implements AutoCloseable {
  private static final int NO_SUCH_MEMBER = 60111;

  private final AtomicLong messages = new AtomicLong();
  private final HttpServer server;

  Platform(Vertx vertx) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end(answer(request).encode()))
            .listen(0, "127.0.0.1")
            .await();
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /// How many messages it was sent.
  long messages() {
    return messages.get();
  }

  private JsonObject answer(HttpServerRequest request) {
    return switch (request.path()) {
      case "/cgi-bin/gettoken" -> ok().put("access_token", "t").put("expires_in", 7200);
      case "/cgi-bin/department/list" -> ok().put("department", Staff.departments());
      case "/cgi-bin/user/list" ->
          ok().put("userlist", Staff.members(Integer.parseInt(request.getParam("department_id"))));
      case "/cgi-bin/user/get" ->
          Staff.member(request.getParam("userid"))
              .map(member -> ok().mergeIn(member))
              .orElseGet(() -> new JsonObject().put("errcode", NO_SUCH_MEMBER));
      case "/cgi-bin/message/send" -> ok().put("msgid", "m" + messages.incrementAndGet());
      default -> ok();
    };
  }

  private static JsonObject ok() {
    return new JsonObject().put("errcode", 0).put("errmsg", "ok");
  }

  @Override
  public void close() {
    server.close().await();
  }
}
