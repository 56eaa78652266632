package org.apricotdesk.deploy.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import org.apricotdesk.bot.wecom.Flavour;

/// A handler that only decrypts a callback and encrypts an answer: what HTTP and encryption leave.
final class Bare implements AutoCloseable {
  private static final Flavour APP = new Flavour.App(Corp.ID);
  private static final String ANSWER =
      "<xml><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[已登记 #1024，稍后有人处理]]></Content></xml>";

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server =
      vertx.createHttpServer().requestHandler(Bare::answer).listen(0, "127.0.0.1").await();

  int port() {
    return server.actualPort();
  }

  private static void answer(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              var query = request.params();
              var encrypted = APP.encrypted(body.toString()).orElseThrow();
              var seconds = query.get("timestamp");
              var nonce = query.get("nonce");
              Corp.CIPHER.decrypt(query.get("msg_signature"), seconds, nonce, encrypted);
              var reply = Corp.CIPHER.encrypt(ANSWER, seconds, nonce);
              request.response().end(APP.envelope(reply));
            });
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
