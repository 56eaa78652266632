package org.apricotdesk.bot.wecom;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One address that WeCom calls: verification on GET, messages on POST.
///
/// What is malformed, forged or too large is refused without a word about why. What the receiver
/// could not keep is answered with 500, so that the platform delivers it again.
public final class Callbacks {
  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
  private static final long LARGEST_BODY = 1024 * 1024;

  /// The platform hangs up after five seconds.
  private static final Duration PATIENCE = Duration.ofMillis(4500);

  private final Cipher cipher;
  private final Flavour flavour;
  private final Receiver receiver;
  private final LateAnswers late;

  /// @param late takes answers that were not ready in time
  public Callbacks(Cipher cipher, Flavour flavour, Receiver receiver, LateAnswers late) {
    this.cipher = cipher;
    this.flavour = flavour;
    this.receiver = receiver;
    this.late = late;
  }

  /// Puts both routes under the router.
  public void mount(Router router, String path) {
    router.get(path).handler(this::verify);
    router
        .post(path)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
        .handler(this::deliver)
        .failureHandler(Callbacks::refuse);
  }

  private void verify(RoutingContext context) {
    var query = context.queryParams();
    var parameters = Parameters.of(query);
    var echo = Optional.ofNullable(query.get("echostr")).map(e -> e.replace(' ', '+'));
    if (parameters.isEmpty() || echo.isEmpty()) {
      context.response().setStatusCode(400).end();
      return;
    }
    opened(parameters.get(), echo.get())
        .ifPresentOrElse(
            plain ->
                context.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/plain").end(plain),
            () -> context.response().setStatusCode(403).end());
  }

  private void deliver(RoutingContext context) {
    var parameters = Parameters.of(context.queryParams());
    var encrypted = flavour.encrypted(Optional.ofNullable(context.body().asString()).orElse(""));
    if (parameters.isEmpty() || encrypted.isEmpty()) {
      context.response().setStatusCode(400).end();
      return;
    }
    var plain = opened(parameters.get(), encrypted.get());
    var incoming = plain.flatMap(this::read);
    if (incoming.isPresent()) {
      answer(context, incoming.get(), parameters.get().nonce());
    } else {
      context.response().setStatusCode(plain.isEmpty() ? 403 : 400).end();
    }
  }

  private Optional<String> opened(Parameters parameters, String encrypted) {
    try {
      return Optional.of(
          cipher.decrypt(
              parameters.signature(), parameters.timestamp(), parameters.nonce(), encrypted));
    } catch (CipherRefusal refusal) {
      LOG.warn("callback refused at {}", refusal.stage());
      return Optional.empty();
    }
  }

  private Optional<Incoming> read(String plain) {
    try {
      return Optional.of(flavour.read(plain));
    } catch (RuntimeException malformed) {
      LOG.warn("callback is no message: {}", malformed.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void answer(RoutingContext context, Incoming incoming, String nonce) {
    var done = receive(context.vertx().getOrCreateContext(), incoming);
    done.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(reply -> send(context, incoming, reply, nonce))
        .onFailure(_ -> notInTime(context, incoming, done));
  }

  /// Asks the receiver on a thread that may wait; the answer comes back on the caller's context.
  private Future<Outgoing> receive(Context caller, Incoming incoming) {
    var promise = Promise.<Outgoing>promise();
    Runnable ask =
        () -> {
          try {
            var reply = receiver.receive(incoming);
            caller.runOnContext(_ -> promise.complete(reply));
          } catch (Throwable failure) { // await() throws checked exceptions unannounced
            LOG.error("message {} could not be kept", incoming.id(), failure);
            caller.runOnContext(_ -> promise.fail(failure));
          }
        };
    Thread.ofVirtual().name("callback").start(ask);
    return promise.future();
  }

  private void notInTime(RoutingContext context, Incoming incoming, Future<Outgoing> done) {
    if (done.failed()) {
      context.response().setStatusCode(500).end();
    } else {
      LOG.warn("message {} took too long; its answer follows", incoming.id());
      context.response().end();
      done.onSuccess(reply -> sayElsewhere(incoming, reply));
    }
  }

  private void send(RoutingContext context, Incoming to, Outgoing reply, String nonce) {
    var seconds = System.currentTimeMillis() / 1000;
    var plain = flavour.reply(to, reply, seconds);
    if (plain.isPresent()) {
      var envelope = cipher.encrypt(plain.get(), Long.toString(seconds), nonce);
      context
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, flavour.contentType())
          .end(flavour.envelope(envelope));
    } else {
      context.response().end();
      sayElsewhere(to, reply);
    }
  }

  /// Not everything may be said in answer to everything.
  private void sayElsewhere(Incoming to, Outgoing reply) {
    if (!(reply instanceof Outgoing.Nothing)) {
      Thread.ofVirtual().name("late-answer").start(() -> late.say(to, reply));
    }
  }

  private static void refuse(RoutingContext context) {
    var status = context.statusCode() == 413 ? 413 : 400;
    context.response().setStatusCode(status).end();
  }
}
