package org.apricotdesk.deploy.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Prometheus reads at `/metrics`: the program, its HTTP server, its database pool.
public final class Metrics implements AutoCloseable {
  /// How long answers take, in steps that matter: an instant, a page, what WeCom waits.
  private static final double[] STEPS_MILLISECONDS = {
    5, 10, 25, 50, 100, 200, 500, 1000, 2000, 5000
  };

  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
  private static final int PATIENCE_SECONDS = 2;

  private final List<Supplier<Future<?>>> measurements = new CopyOnWriteArrayList<>();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public Metrics() {
    registry.config().meterFilter(new ResponseTimes());
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /// Where other parts add what they count.
  public MeterRegistry registry() {
    return registry;
  }

  /// A Vert.x that measures itself. Labels are routes, never addresses with ids in them.
  public Vertx vertx() {
    var options =
        new MicrometerMetricsOptions()
            .setEnabled(true)
            .setLabels(
                EnumSet.of(
                    Label.HTTP_METHOD,
                    Label.HTTP_CODE,
                    Label.HTTP_ROUTE,
                    Label.POOL_TYPE,
                    Label.POOL_NAME))
            .addDisabledMetricsCategory(MetricsDomain.EVENT_BUS);
    return Vertx.builder()
        .with(new VertxOptions().setMetricsOptions(options))
        .withMetrics(new MicrometerMetricsFactory(registry))
        .build();
  }

  public void mount(Router router) {
    router
        .get("/metrics")
        .handler(
            context ->
                measured(context)
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                    .end(registry.scrape()));
  }

  /// Something to find out anew each time Prometheus asks.
  public void measures(Supplier<Future<?>> measurement) {
    measurements.add(measurement);
  }

  /// One that fails or takes long must not hide the others.
  private RoutingContext measured(RoutingContext context) {
    for (var measurement : measurements) {
      try {
        measurement.get().timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).await();
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        LOG.warn("something could not be measured: {}", failure.toString());
      }
    }
    return context;
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }

  private static final class ResponseTimes implements MeterFilter {
    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
      if (!id.getName().equals("vertx.http.server.response.time")) return config;
      var steps = Arrays.stream(STEPS_MILLISECONDS).map(step -> step * 1e6).toArray();
      return DistributionStatisticConfig.builder()
          .serviceLevelObjectives(steps)
          .build()
          .merge(config);
    }
  }
}
