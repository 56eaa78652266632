package org.apricotdesk.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apricotdesk.config.database.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bad morning: everybody reports something, and the platform delivers every message three times.
@Tag("slow")
class BurstTest {
  private static final int MESSAGES = 5000;
  private static final int DELIVERIES = 3;
  private static final int AT_ONCE = 64;

  private static final String RESULTS =
      """
      SELECT (SELECT count(*) FROM bot.inbox WHERE state = 'done') AS done,
             (SELECT count(*) FROM bot.inbox WHERE state <> 'done') AS failed,
             (SELECT count(*) FROM desk.ticket) AS tickets,
             (SELECT count(DISTINCT requester) FROM desk.ticket) AS requesters,
             (SELECT count(*) FROM desk.event WHERE type = 'created') AS created,
             (SELECT count(*) FROM bot.delivery WHERE purpose = 'reply') AS receipts
      """;

  @TempDir Path folder;

  @Test
  void five_thousand_messages_delivered_three_times_have_five_thousand_results() {
    try (var server = new Server(folder)) {
      var where = server.copy();
      var vertx = Vertx.vertx();
      try (var database = Database.open(vertx, where)) {
        var answers = delivered(new Product(Vertx.vertx(), where, folder));
        assertThat(answers).hasSize(MESSAGES);
        assertThat(answers.values()).as("a repeat gets the first answer").allMatch(BurstTest::same);
        assertThat(database.pool().query(RESULTS).execute().await())
            .singleElement()
            .extracting(BurstTest::counts)
            .isEqualTo(List.of(5000L, 0L, 5000L, 5000L, 5000L, 5000L));
      } finally {
        vertx.close().await();
      }
    }
  }

  /// What was answered to each message, each time.
  private static Map<Long, ConcurrentLinkedQueue<String>> delivered(Product started) {
    var answers = new ConcurrentHashMap<Long, ConcurrentLinkedQueue<String>>();
    try (var product = started;
        var caller = new Caller(product.port(), AT_ONCE);
        var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      for (var number : shuffled()) {
        var _ =
            threads.submit(
                () ->
                    answers
                        .computeIfAbsent(number, _ -> new ConcurrentLinkedQueue<>())
                        .add(caller.answer(Corp.callback(number))));
      }
    }
    return answers;
  }

  private static List<Long> shuffled() {
    var numbers =
        LongStream.rangeClosed(1, MESSAGES)
            .boxed()
            .flatMap(number -> Collections.nCopies(DELIVERIES, number).stream())
            .collect(Collectors.toList());
    Collections.shuffle(numbers, new Random(20261126));
    return numbers;
  }

  private static boolean same(ConcurrentLinkedQueue<String> answers) {
    return answers.size() == DELIVERIES && Set.copyOf(answers).size() == 1;
  }

  private static List<Long> counts(Row row) {
    return List.of(
        row.getLong("done"),
        row.getLong("failed"),
        row.getLong("tickets"),
        row.getLong("requesters"),
        row.getLong("created"),
        row.getLong("receipts"));
  }
}
