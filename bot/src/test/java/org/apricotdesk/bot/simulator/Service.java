package org.apricotdesk.bot.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apricotdesk.bot.wecom.Cipher;
import org.apricotdesk.bot.wecom.CipherRefusal;

/// The smallest service that can be called back: it keeps what it hears and answers what it
/// is told to.
final class Service implements AutoCloseable {
  record Heard(String plain, String nonce, String body) {}

  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final List<String> refused = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final Cipher cipher;
  private final boolean json;
  private volatile UnaryOperator<String> answer = _ -> "";
  private volatile UnaryOperator<String> spoil = UnaryOperator.identity();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean deaf;

  private Service(Vertx vertx, Cipher cipher, boolean json) {
    this.cipher = cipher;
    this.json = json;
    server = vertx.createHttpServer().requestHandler(this::serve).listen(0, "127.0.0.1").await();
  }

  static Service app(Corp corp) {
    var app = corp.sim().settings().app();
    var cipher = new Cipher(app.token(), app.aesKey(), corp.sim().settings().corpId());
    var service = new Service(corp.vertx(), cipher, false);
    corp.sim().appCallback(service.uri());
    return service;
  }

  static Service robot(Corp corp) {
    var robot = corp.sim().settings().robot();
    var cipher = new Cipher(robot.token(), robot.aesKey(), "");
    var service = new Service(corp.vertx(), cipher, true);
    corp.sim().robotCallback(service.uri());
    return service;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/wecom");
  }

  /// Answers each plain message with what the function makes of it; empty says nothing.
  Service answers(UnaryOperator<String> how) {
    answer = how;
    return this;
  }

  Service answers(String reply) {
    return answers(_ -> reply);
  }

  /// Changes the envelope of every answer.
  void spoils(UnaryOperator<String> how) {
    spoil = how;
  }

  void failsNext(int times) {
    failures.set(times);
  }

  void isDeaf() {
    deaf = true;
  }

  String lastPlain() {
    return heard.getLast().plain();
  }

  @Override
  public void close() {
    server.close().await();
  }

  private void serve(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                request.response().setStatusCode(500).end();
              } else if (request.getParam("echostr") != null) {
                request
                    .response()
                    .end(open(request, request.getParam("echostr").replace(' ', '+')));
              } else if (!deaf) {
                receive(request, body.toString());
              }
            });
  }

  private void receive(HttpServerRequest request, String body) {
    try {
      var encrypt =
          json
              ? new JsonObject(body).getString("encrypt")
              : XmlNode.parse(body).orElseThrow().of("Encrypt");
      var plain = open(request, encrypt);
      heard.add(new Heard(plain, request.getParam("nonce"), body));
      var reply = answer.apply(plain);
      request.response().end(reply.isEmpty() ? "" : spoil.apply(seal(request, reply)));
    } catch (CipherRefusal refusal) {
      refused.add(refusal.stage().name());
      request.response().setStatusCode(403).end();
    }
  }

  private String open(HttpServerRequest request, String encrypt) {
    return cipher.decrypt(
        request.getParam("msg_signature"),
        request.getParam("timestamp"),
        request.getParam("nonce"),
        encrypt);
  }

  private String seal(HttpServerRequest request, String reply) {
    var letter = cipher.encrypt(reply, "1782000124", request.getParam("nonce"));
    return json
        ? new JsonObject()
            .put("encrypt", letter.encrypt())
            .put("msgsignature", letter.signature())
            .put("timestamp", 1782000124)
            .put("nonce", letter.nonce())
            .encode()
        : XmlWriter.write(
            false,
            xml ->
                xml.text("Encrypt", letter.encrypt())
                    .text("MsgSignature", letter.signature())
                    .text("TimeStamp", letter.timestamp())
                    .text("Nonce", letter.nonce()));
  }
}
