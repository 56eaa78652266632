package org.apricotdesk.deploy.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apricotdesk.bot.Backlog;
import org.apricotdesk.bot.Bot;
import org.apricotdesk.bot.wecom.socket.RobotSocket.State;
import org.apricotdesk.config.event.Lag;

/// What waits, what failed and how the robot is connected, as gauges. What the database does not
/// tell is NaN, not the last known number.
final class WorkMetrics {
  private static final String LISTENER = "listener";

  private final MultiGauge behind;
  private final MultiGauge parked;
  private volatile Optional<Backlog> backlog = Optional.empty();

  WorkMetrics(MeterRegistry registry, Bot bot) {
    count(registry, "apricot.outbox.overdue.seconds", one -> seconds(one.overdue()));
    count(registry, "apricot.outbox.unknown", Backlog::unknown);
    count(registry, "apricot.outbox.dead", Backlog::dead);
    count(registry, "apricot.inbox.failed", Backlog::failed);
    behind = MultiGauge.builder("apricot.listener.behind.seconds").register(registry);
    parked = MultiGauge.builder("apricot.listener.parked").register(registry);
    bot.robotConnection().ifPresent(_ -> robot(registry, bot));
  }

  private void count(MeterRegistry registry, String name, ToDoubleFunction<Backlog> part) {
    Gauge.builder(name, this, own -> own.backlog.map(part::applyAsDouble).orElse(Double.NaN))
        .register(registry);
  }

  /// One gauge for each state, of which one is 1: a state is no number.
  private static void robot(MeterRegistry registry, Bot bot) {
    for (var state : State.values())
      Gauge.builder("apricot.robot.connection", bot, own -> is(own, state) ? 1 : 0)
          .tag("state", RobotHealth.code(state))
          .register(registry);
  }

  private static boolean is(Bot bot, State state) {
    return bot.robotConnection().equals(Optional.of(state));
  }

  Future<?> read(Future<Backlog> work, Future<List<Lag>> lags) {
    backlog = Optional.empty();
    return Future.join(
        work.onSuccess(now -> backlog = Optional.of(now)),
        lags.onComplete(told -> listeners(told.succeeded() ? told.result() : List.of())));
  }

  private void listeners(List<Lag> lags) {
    behind.register(lags.stream().map(lag -> row(lag, seconds(lag.behind()))).toList(), true);
    parked.register(lags.stream().map(lag -> row(lag, (double) lag.parked())).toList(), true);
  }

  private static MultiGauge.Row<?> row(Lag lag, double value) {
    return MultiGauge.Row.of(Tags.of(LISTENER, lag.listener()), value);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
