package org.apricotdesk.bot.wecom;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apricotdesk.bot.wecom.Incoming.Feedback;
import org.apricotdesk.bot.wecom.Incoming.Refresh;
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
      take(context, incoming.get(), parameters.get().nonce());
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

  private void take(RoutingContext context, Incoming incoming, String nonce) {
    if (incoming.content() instanceof Refresh refresh) {
      goOn(context, refresh, nonce);
    } else {
      answer(context, incoming, nonce);
    }
  }

  /// A thumb below a late answer comes back under the stream's name.
  private Outgoing receive(Incoming incoming) {
    if (!(incoming.content() instanceof Feedback thumb) || !Refresh.isStream(thumb.answer()))
      return receiver.receive(incoming);
    var answer = late.answerTo(Refresh.of(thumb.answer()).message());
    return Streams.judging(incoming, thumb, answer)
        .map(receiver::receive)
        .orElse(new Outgoing.Nothing());
  }

  private void answer(RoutingContext context, Incoming incoming, String nonce) {
    var done = waiting(context, incoming.id(), () -> receive(incoming));
    done.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(reply -> send(context, incoming, reply, nonce))
        .onFailure(_ -> notInTime(context, incoming, done, nonce));
  }

  /// The platform asks for the rest of an answer; whichever instance it asks.
  private void goOn(RoutingContext context, Refresh refresh, String nonce) {
    waiting(context, refresh.message(), () -> late.answerTo(refresh.message()))
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(Optional.empty())
        .onSuccess(answer -> send(context, flavour.more(refresh, answer), nonce));
  }

  /// Asks on a thread that may wait; the answer comes back on the caller's context.
  private static <T> Future<T> waiting(RoutingContext context, String message, Supplier<T> ask) {
    var caller = context.vertx().getOrCreateContext();
    var promise = Promise.<T>promise();
    Runnable asking =
        () -> {
          try {
            var reply = ask.get();
            caller.runOnContext(_ -> promise.complete(reply));
          } catch (Throwable failure) { // await() throws checked exceptions unannounced
            LOG.error("message {} could not be kept or found", message, failure);
            caller.runOnContext(_ -> promise.fail(failure));
          }
        };
    Thread.ofVirtual().name("callback").start(asking);
    return promise.future();
  }

  private void notInTime(
      RoutingContext context, Incoming incoming, Future<Outgoing> done, String nonce) {
    if (done.failed()) {
      context.response().setStatusCode(500).end();
    } else {
      LOG.warn("message {} took too long; its answer follows", incoming.id());
      var begun = flavour.meanwhile(incoming);
      send(context, begun.map(Flavour.Begun::plain), nonce);
      done.onSuccess(
          reply -> {
            if (begun.isEmpty() || !begun.get().runs()) sayElsewhere(incoming, reply);
          });
    }
  }

  private void send(RoutingContext context, Incoming to, Outgoing reply, String nonce) {
    var plain = flavour.reply(to, reply, System.currentTimeMillis() / 1000);
    send(context, plain, nonce);
    if (plain.isEmpty()) sayElsewhere(to, reply);
  }

  private void send(RoutingContext context, Optional<String> plain, String nonce) {
    if (plain.isEmpty()) {
      context.response().end();
      return;
    }
    var seconds = Long.toString(System.currentTimeMillis() / 1000);
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, flavour.contentType())
        .end(flavour.envelope(cipher.encrypt(plain.get(), seconds, nonce)));
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
