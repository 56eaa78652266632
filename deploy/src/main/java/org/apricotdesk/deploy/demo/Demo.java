package org.apricotdesk.deploy.demo;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apricotdesk.bot.simulator.Robot.Transport;
import org.apricotdesk.bot.simulator.Simulator;
import org.apricotdesk.bot.simulator.SimulatorSettings;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.deploy.service.Closing;
import org.apricotdesk.deploy.service.Service;
import org.apricotdesk.deploy.service.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running demonstration: WeCom's stand-in, the product, and the sample hospital in it. Both
/// read one clock, which the stand-in's page can move.
public final class Demo implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final AdjustableClock clock;
  private final Simulator simulator;
  private final Service service;

  private Demo(DemoFolder folder, DemoAddress address, Map<String, String> environment) {
    try {
      clock = opened(DemoClock.of(folder.path())).clock();
      simulator = simulator(address);
      var settings = DemoSettings.of(folder.path(), address, simulator, environment);
      var storage = opened(Storage.open(settings)).migrated();
      SampleData.load(storage, settings, clock);
      service = opened(Service.start(settings, storage, clock));
      introduce(address);
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      close();
      throw failure;
    }
  }

  /// Starts all of it; what is open is closed again if a part fails.
  ///
  /// @param environment may override settings, as for the service
  public static Demo start(
      DemoFolder folder, DemoAddress address, Map<String, String> environment) {
    return new Demo(folder, address, environment);
  }

  /// Waits until the articles are found, a minute at most: the first message should get its answer.
  public void awaitArticles() throws InterruptedException {
    if (!service.knowledge().awaitIndex(Duration.ofMinutes(1)))
      LOG.warn("the articles are still being indexed; until then nothing is answered from them");
  }

  /// Where the phones are.
  public String phones() {
    return simulator.url();
  }

  public int port() {
    return service.port();
  }

  public Simulator simulator() {
    return simulator;
  }

  public Service service() {
    return service;
  }

  private Simulator simulator(DemoAddress address) {
    var vertx = Vertx.vertx();
    open.push(() -> vertx.close().await());
    var corp = SampleCorp.read();
    var settings =
        SimulatorSettings.empty(clock)
            .at(address.host(), address.simulatorPort())
            .with(corp.departments(), corp.members(), corp.groups())
            .hearingBy(Transport.SOCKET);
    return opened(Simulator.start(vertx, settings));
  }

  /// Does what an administrator does in WeCom's console. The robot may speak in a group only
  /// after somebody spoke to it there.
  private void introduce(DemoAddress address) {
    var base = "http://" + address.host() + ":" + service.port();
    simulator.appCallback(URI.create(base + "/wecom/app"));
    simulator.trustedDomain(address.host() + ":" + service.port());
    simulator.trustedDomain("localhost:" + service.port());
    simulator.group(SampleCorp.ENGINEERS).member(SampleCorp.DISPATCHER).says(SampleCorp.GREETING);
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    Closing.all(open);
  }
}
