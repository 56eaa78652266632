package org.apricotdesk.bot.wecom.socket;

import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.apricotdesk.bot.wecom.client.Outcome;
import org.apricotdesk.bot.wecom.client.Outcome.Sent;
import org.apricotdesk.bot.wecom.client.Outcome.Unknown;
import org.apricotdesk.bot.wecom.client.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One live connection, from its opening to its end. Source: document/path/101463.
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int MOST_MISSED = 2;

  /// Why it ended.
  enum End {
    LOST,
    EVICTED,
    CLOSED
  }

  private final ClientWebSocket socket;
  private final Pace pace;
  private final BiConsumer<Connection, JsonObject> listener;
  private final Acknowledgements acknowledgements = new Acknowledgements();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<End> end = new AtomicReference<>();

  private Connection(
      ClientWebSocket socket, Pace pace, BiConsumer<Connection, JsonObject> listener) {
    this.socket = socket;
    this.pace = pace;
    this.listener = listener;
  }

  /// @param listener gets each callback, on the connection's own thread: it must not wait
  static Connection open(
      WebSocketClient client, URI url, Pace pace, BiConsumer<Connection, JsonObject> listener) {
    var socket = client.webSocket();
    var connection = new Connection(socket, pace, listener);
    socket.textMessageHandler(connection::hear);
    socket.exceptionHandler(failure -> LOG.warn("robot connection: {}", failure.toString()));
    socket.closeHandler(_ -> connection.finish(End.LOST));
    socket.connect(options(url, pace)).await();
    return connection;
  }

  /// Sends a frame and waits for its acknowledgement.
  Outcome send(Frame frame) {
    if (over.getCount() == 0) return new Outcome.Later(pace.firstPause(), "not connected");
    var acknowledged = acknowledgements.expect(frame.request());
    try {
      socket.writeTextMessage(frame.json().encode());
      var answer = acknowledged.await(pace.answer().toMillis(), TimeUnit.MILLISECONDS);
      var code = answer.getInteger("errcode", 0);
      return code == 0 ? Sent.PLAINLY : Refusals.of(code, answer.getString("errmsg", ""));
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      acknowledgements.forget(frame.request());
      return new Unknown("no acknowledgement: " + failure.getClass().getSimpleName());
    }
  }

  /// Shows now and then that it lives, until it ends.
  End stayAlive() {
    var missed = 0;
    while (!isOver(pace.ping().toMillis())) {
      var answered = send(Frame.own("ping", new JsonObject())) instanceof Sent;
      missed = answered ? 0 : missed + 1;
      if (missed == MOST_MISSED) {
        LOG.warn("robot connection: {} pings unanswered", missed);
        finish(End.LOST);
      }
    }
    close();
    return Objects.requireNonNullElse(end.get(), End.CLOSED);
  }

  void close() {
    finish(End.CLOSED);
    try {
      socket.close().await(pace.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (Throwable failure) { // the other side may be gone, and then it is closed already
      LOG.debug("robot connection was closed uncleanly: {}", failure.toString());
    }
  }

  private boolean isOver(long millis) {
    try {
      return over.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void finish(End why) {
    end.compareAndSet(null, why);
    over.countDown();
    acknowledgements.give(new ClosedChannelException());
  }

  private void hear(String text) {
    try {
      var frame = new JsonObject(text);
      if (frame.getString("cmd", "").isEmpty()) {
        acknowledgements.arrived(frame);
      } else if (isEviction(frame)) {
        finish(End.EVICTED);
      } else {
        listener.accept(this, frame);
      }
    } catch (DecodeException | ClassCastException _) {
      LOG.warn("robot connection: a frame that is not understood");
    }
  }

  private static boolean isEviction(JsonObject frame) {
    var event = frame.getJsonObject("body", new JsonObject()).getJsonObject("event");
    return event != null && "disconnected_event".equals(event.getString("eventtype"));
  }

  private static WebSocketConnectOptions options(URI url, Pace pace) {
    var secure = "wss".equals(url.getScheme());
    var standard = secure ? 443 : 80;
    var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    var options = new WebSocketConnectOptions();
    options.setHost(url.getHost()).setPort(url.getPort() < 0 ? standard : url.getPort());
    options.setSsl(secure);
    options.setTimeout(pace.answer().toMillis());
    options.setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
    return options;
  }
}
