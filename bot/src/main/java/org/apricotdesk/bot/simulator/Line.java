package org.apricotdesk.bot.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apricotdesk.bot.simulator.Faults.Corruption;
import org.apricotdesk.bot.wecom.Cipher;
import org.apricotdesk.bot.wecom.Sealed;
import org.jspecify.annotations.Nullable;

/// The way from the platform to a service: seals, posts, repeats, and spoils on purpose.
final class Line {
  private static final long VERIFY_MILLIS = 10_000;
  private static final String STRANGER = "ww0000000000000000";

  /// @param status 0 when there was no answer in time
  record Answer(int status, String body, String nonce) {
    boolean isFine() {
      return status == 200;
    }
  }

  /// Makes the body out of an envelope.
  interface Envelope {
    String body(Sealed sealed);
  }

  private final WebClient client;
  private final State state;
  private final Cipher cipher;
  private final Cipher misaddressed;
  private final AtomicInteger turn = new AtomicInteger();
  private @Nullable Supplier<Future<Void>> held;

  Line(Vertx vertx, State state, String token, String aesKey, String receiver) {
    this.client =
        WebClient.create(
            vertx,
            new WebClientOptions().setFollowRedirects(false),
            new PoolOptions().setHttp1MaxSize(64));
    this.state = state;
    this.cipher = new Cipher(token, aesKey, receiver);
    this.misaddressed = new Cipher(token, aesKey, STRANGER);
  }

  Cipher cipher() {
    return cipher;
  }

  /// Asks a callback URL to prove itself, as the console does when it is saved.
  Future<Void> verify(List<URI> instances) {
    return Future.all(instances.stream().map(this::verify).toList()).mapEmpty();
  }

  private Future<Boolean> verify(URI uri) {
    var echo = String.valueOf(state.clock.instant().toEpochMilli()) + "000";
    var sealed = seal(cipher, echo);
    return client
        .getAbs(uri.toString())
        .addQueryParam("msg_signature", sealed.signature())
        .addQueryParam("timestamp", sealed.timestamp())
        .addQueryParam("nonce", sealed.nonce())
        .addQueryParam("echostr", sealed.encrypt())
        .timeout(VERIFY_MILLIS)
        .send()
        .map(
            answer -> {
              if (answer.statusCode() != 200 || !echo.equals(answer.bodyAsString())) {
                throw new IllegalStateException("40057: the callback URL did not echo: " + uri);
              }
              return true;
            });
  }

  /// Delivers as often as the faults want, all at once and in turn to each instance, each up to
  /// so many times until it is answered with 200.
  ///
  /// @param then gets the answer to the first copy, also when the delivery was held back
  Future<Void> deliver(
      List<URI> instances, String plain, int attempts, Envelope envelope, Consumer<Answer> then) {
    return inOrder(
        () -> {
          var copies = new ArrayList<Future<Answer>>();
          for (var i = 0; i < state.faults.copies(); i++) {
            var instance = instances.get(turn.getAndIncrement() % instances.size());
            copies.add(attempt(instance, plain, attempts, envelope));
          }
          copies.getFirst().onSuccess(then::accept);
          return Future.all(copies).mapEmpty();
        });
  }

  void close() {
    client.close();
  }

  private Future<Void> inOrder(Supplier<Future<Void>> delivery) {
    var earlier = state.alone(() -> takeHeld(delivery));
    if (earlier != null) {
      return delivery.get().compose(_ -> earlier.get());
    }
    return state.faults.isOutOfOrder() ? Future.succeededFuture() : delivery.get();
  }

  private @Nullable Supplier<Future<Void>> takeHeld(Supplier<Future<Void>> delivery) {
    var earlier = held;
    held = earlier == null && state.faults.isOutOfOrder() ? delivery : null;
    return earlier;
  }

  private Future<Answer> attempt(URI uri, String plain, int attempts, Envelope envelope) {
    var sealed = spoilt(plain);
    return client
        .postAbs(uri.toString())
        .addQueryParam("msg_signature", sealed.signature())
        .addQueryParam("timestamp", sealed.timestamp())
        .addQueryParam("nonce", sealed.nonce())
        .timeout(state.settings.patience().toMillis())
        .sendBuffer(Buffer.buffer(envelope.body(sealed)))
        .map(answer -> answer(answer, sealed))
        .otherwise(new Answer(0, "", sealed.nonce()))
        .compose(
            answer ->
                answer.isFine() || attempts == 1
                    ? Future.succeededFuture(answer)
                    : attempt(uri, plain, attempts - 1, envelope));
  }

  private static Answer answer(HttpResponse<Buffer> response, Sealed sealed) {
    var body = response.bodyAsString();
    return new Answer(response.statusCode(), body == null ? "" : body, sealed.nonce());
  }

  private Sealed seal(Cipher with, String plain) {
    var seconds = String.valueOf(state.clock.instant().getEpochSecond());
    return with.encrypt(plain, seconds, Random.word(10));
  }

  private Sealed spoilt(String plain) {
    return switch (state.faults.corruption()) {
      case NONE -> seal(cipher, plain);
      case RECEIVER -> seal(misaddressed, plain);
      case SIGNATURE -> {
        var good = seal(cipher, plain);
        var wrong = (good.signature().startsWith("0") ? "1" : "0") + good.signature().substring(1);
        yield new Sealed(good.encrypt(), wrong, good.timestamp(), good.nonce());
      }
      case PADDING, LENGTH -> damaged(seal(cipher, plain));
    };
  }

  /// Flips the length through the block before it, or cuts the padded end off; then signs
  /// again.
  private Sealed damaged(Sealed good) {
    var bytes = Base64.getDecoder().decode(good.encrypt());
    if (state.faults.corruption() == Corruption.LENGTH) {
      bytes[0] ^= 0x7f;
    } else {
      bytes = Arrays.copyOf(bytes, bytes.length - 32);
    }
    var encrypt = Base64.getEncoder().encodeToString(bytes);
    var signature = cipher.sign(good.timestamp(), good.nonce(), encrypt);
    return new Sealed(encrypt, signature, good.timestamp(), good.nonce());
  }
}
