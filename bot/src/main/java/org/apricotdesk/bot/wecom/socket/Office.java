package org.apricotdesk.bot.wecom.socket;

import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apricotdesk.bot.wecom.client.Outcome;
import org.apricotdesk.bot.wecom.client.Outcome.Configuration;
import org.apricotdesk.bot.wecom.client.Outcome.Failed;
import org.apricotdesk.bot.wecom.socket.Connection.End;
import org.apricotdesk.bot.wecom.socket.RobotSocket.State;
import org.apricotdesk.config.settings.Settings.RobotMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The time from winning the lease to losing it: connects, and connects again after each loss. Once
/// evicted by a newer connection it is over, or two holders would throw each other out for ever.
final class Office {
  private static final Logger LOG = LoggerFactory.getLogger(Office.class);

  private final WebSocketClient client;
  private final RobotMode.Socket settings;
  private final Pace pace;
  private final BiConsumer<Connection, JsonObject> listener;
  private final CountDownLatch left = new CountDownLatch(1);
  private volatile State state = State.CONNECTING;
  private volatile @Nullable Connection connection;

  Office(
      WebSocketClient client,
      RobotMode.Socket settings,
      Pace pace,
      BiConsumer<Connection, JsonObject> listener) {
    this.client = client;
    this.settings = settings;
    this.pace = pace;
    this.listener = listener;
  }

  void enter() {
    Thread.ofVirtual().name("robot-socket").start(this::hold);
  }

  /// Returns when the connection is closed.
  void leave() {
    left.countDown();
    var last = connection;
    if (last != null) last.close();
    state = State.STANDBY;
  }

  State state() {
    return state;
  }

  Optional<Connection> live() {
    return state == State.LIVE ? Optional.ofNullable(connection) : Optional.empty();
  }

  private void hold() {
    var failed = 0;
    while (!hasLeft(Duration.ZERO)) {
      var end = Optional.<End>empty();
      try {
        end = serve();
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        LOG.warn("robot connection could not be made: {}", failure.toString());
      }
      connection = null;
      if (end.equals(Optional.of(End.EVICTED))) {
        evicted();
        return;
      }
      failed = end.isPresent() ? 1 : failed + 1;
      if (hasLeft(pace.pause(failed, ThreadLocalRandom.current().nextDouble()))) return;
    }
  }

  /// Empty if the platform did not let us in.
  private Optional<End> serve() {
    if (state != State.REFUSED) state = State.CONNECTING;
    var fresh = Connection.open(client, settings.url(), pace, listener);
    connection = fresh;
    if (subscribe(fresh) instanceof Failed failure) {
      refused(failure);
      fresh.close();
      return Optional.empty();
    }
    LOG.info("robot connection is live");
    state = State.LIVE;
    if (hasLeft(Duration.ZERO)) fresh.close();
    return Optional.of(fresh.stayAlive());
  }

  private Outcome subscribe(Connection fresh) {
    var who =
        new JsonObject().put("bot_id", settings.id()).put("secret", settings.secret().reveal());
    return fresh.send(Frame.own("aibot_subscribe", who));
  }

  private void refused(Failed failure) {
    if (failure instanceof Configuration) state = State.REFUSED;
    LOG.error("robot connection refused: {}", failure.why());
  }

  private void evicted() {
    state = State.EVICTED;
    LOG.error("another program connected as this robot; not connecting again until elected anew");
  }

  private boolean hasLeft(Duration within) {
    try {
      return left.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
