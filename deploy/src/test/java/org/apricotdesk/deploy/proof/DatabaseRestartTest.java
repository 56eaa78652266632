package org.apricotdesk.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.StoppablePostgres;
import org.apricotdesk.deploy.service.Service;
import org.apricotdesk.deploy.service.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL goes away under load, for longer than the platform's three attempts take, and comes
/// back.
class DatabaseRestartTest {
  private static final int CUT_OFF = 20;

  @TempDir Path folder;

  @Test
  void every_report_around_a_restart_of_the_database_becomes_one_ticket() throws Exception {
    try (var postgres = StoppablePostgres.start(folder.resolve("postgres"));
        var corp = new Corp(Duration.ofSeconds(5));
        var reporters = new Reporters(corp.simulator())) {
      var file = corp.writeSettings(folder, 0, "database: {url: '" + postgres.url() + "'}");
      var settings = Corp.read(file);
      try (var storage = Storage.open(settings).migrated()) {
        corp.load(storage, settings);
        try (var service = Service.start(settings, storage, Clock.systemUTC());
            var records = new Records(corp.vertx(), storage.database())) {
          var callback = "http://127.0.0.1:" + service.port() + "/wecom/app";
          corp.simulator().appCallback(URI.create(callback));
          restartUnderLoad(postgres, reporters);
          Patience.await(
              "not every report was kept",
              Duration.ofSeconds(40),
              () -> records.messages().size() == reporters.userids().size());
          checkEach(reporters, records);
          assertThat(corp.simulator().violations()).isEmpty();
        }
      }
    }
  }

  /// While the server is away, reports come until the platform has done its last attempt at each.
  private static void restartUnderLoad(StoppablePostgres postgres, Reporters reporters) {
    reporters.report();
    reporters.keepComing();
    postgres.stop();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < CUT_OFF; i++) {
        var _ = threads.submit(reporters::report);
      }
    }
    postgres.startAgain();
    reporters.report();
    reporters.stop();
  }

  private static void checkEach(Reporters reporters, Records records) {
    var one = reporters.userids().stream().collect(Collectors.toMap(Function.identity(), _ -> 1L));
    assertThat(records.messages()).isEqualTo(one);
    assertThat(records.unfinished()).isEmpty();
    assertThat(records.tickets()).isEqualTo(one);
    assertThat(records.receipts()).isEqualTo(one);
    assertThat(reporters.userids()).allMatch(person -> reporters.receipts(person) <= 1);
  }
}
