package org.apricotdesk.deploy.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apricotdesk.deploy.bench.Recorder.Statement;

/// `bench callbacks`: how many encrypted reports a second become tickets and are answered, beside
/// the same statements without the product and the same encryption without anything.
public final class CallbacksBench {
  private static final List<Integer> CONNECTIONS = List.of(16, 64, 256);
  private static final int PACE = 200;
  private static final int PACED = 256;
  private static final Duration WARM_UP = Duration.ofSeconds(6);

  /// A service runs for weeks; the first measurement would meet code that is not compiled yet.
  private static final int WARM_UPS = 2;

  private static final int WARMING = 64;
  private static final Duration MEASURED = Duration.ofSeconds(8);
  private static final int RECORDED = 500;

  private final Consumer<String> progress;

  private CallbacksBench(Consumer<String> progress) {
    this.progress = progress;
  }

  /// Runs for some minutes.
  ///
  /// @param progress told what is being measured
  /// @return the figures as a Markdown section
  public static String run(Consumer<String> progress) {
    var folder = BenchFolder.make();
    try (var server = new Server(folder)) {
      return new CallbacksBench(progress).run(server, folder);
    } finally {
      BenchFolder.delete(folder);
    }
  }

  private String run(Server server, Path folder) {
    progress.accept("recording the statements of " + RECORDED + " messages");
    var messages = recorded(server, folder);
    progress.accept("warming up");
    for (var i = 0; i < WARM_UPS; i++) saturated(server, folder, WARMING);
    var rows = new ArrayList<CallbacksReport.Row>();
    for (var connections : CONNECTIONS) {
      progress.accept("measuring with " + connections + " connections");
      rows.add(
          new CallbacksReport.Row(
              connections,
              saturated(server, folder, connections),
              replay(server, messages, connections),
              bare(connections)));
    }
    progress.accept("measuring at " + PACE + " messages a second");
    var paced = paced(server, folder);
    progress.accept("tapping");
    return CallbacksReport.markdown(rows, paced, Taps.run(server, folder), messages);
  }

  private static List<List<Statement>> recorded(Server server, Path folder) {
    var recorder = new Recorder();
    var vertx = Vertx.builder().with(new VertxOptions()).withTracer(_ -> recorder).build();
    try (var product = new Product(vertx, server.copy(), folder);
        var caller = new Caller(product.port(), 1)) {
      answered(caller);
      recorder.hearIdle();
      var messages = new ArrayList<List<Statement>>();
      for (var i = 0; i < RECORDED; i++) messages.add(recorder.during(() -> answered(caller)));
      return messages;
    }
  }

  private static void answered(Caller caller) {
    if (!caller.answers()) throw new IllegalStateException("a message was not answered");
  }

  private static Served saturated(Server server, Path folder, int connections) {
    return product(server, folder, connections, (time, work) -> Load.run(connections, time, work));
  }

  private static Served paced(Server server, Path folder) {
    return product(server, folder, PACED, (time, work) -> Pace.run(PACE, time, work));
  }

  private static Served product(
      Server server, Path folder, int connections, BiFunction<Duration, Load.Work, Figures> load) {
    try (var product = new Product(Vertx.vertx(), server.copy(), folder);
        var caller = new Caller(product.port(), connections)) {
      var _ = load.apply(WARM_UP, caller::answers);
      var before = Processor.used(server.process());
      var figures = load.apply(MEASURED, caller::answers);
      var used = Processor.used(server.process()).since(before);
      return new Served(figures, used.dividedBy(Math.max(1, figures.done())), product.done());
    }
  }

  private static Figures replay(Server server, List<List<Statement>> messages, int connections) {
    try (var warm = new Replay(server.copy(), messages)) {
      Load.all(connections, warm::once, warm::isOver);
    }
    try (var replay = new Replay(server.copy(), messages)) {
      return Load.all(connections, replay::once, replay::isOver);
    }
  }

  private static Figures bare(int connections) {
    try (var bare = new Bare();
        var caller = new Caller(bare.port(), connections)) {
      var _ = Load.run(connections, WARM_UP, caller::answers);
      return Load.run(connections, MEASURED, caller::answers);
    }
  }
}
