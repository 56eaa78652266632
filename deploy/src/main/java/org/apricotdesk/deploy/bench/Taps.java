package org.apricotdesk.deploy.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.ShownCard;
import org.apricotdesk.bot.delivery.ShownCards;
import org.apricotdesk.config.database.Database;

/// Many engineers tap 接单 on the same card of their group at once, through encrypted callbacks.
///
/// @param claims how often the ticket was claimed
/// @param told how many were shown the one who has it
/// @param took until everybody had an answer
record Taps(int people, long claims, long told, Duration took) {
  private static final int PEOPLE = 200;
  private static final int ROUNDS = 3;
  private static final String GROUP = "wrBenchEngineers";

  private static final String PROMOTE =
      "UPDATE desk.person SET roles = '{engineer}', campus_scope = '{main}' WHERE id = ANY($1)";

  private static final String OWNER =
      """
      SELECT t.number, p.name,
             (SELECT count(*) FROM desk.event e
               WHERE e.stream = 'ticket' AND e.key = t.number::text AND e.type = 'claimed') AS claims
        FROM desk.ticket t
        LEFT JOIN desk.person p ON p.id = t.assignee
       ORDER BY t.number DESC
       LIMIT 1
      """;

  private static final String NEWEST = "SELECT coalesce(max(number), 0) AS number FROM desk.ticket";

  /// Measures the last of some rounds; those before warm up.
  static Taps run(Server server, Path folder) {
    var where = server.copy();
    var vertx = Vertx.vertx();
    try (var database = Database.open(vertx, where)) {
      promote(database);
      try (var product = new Product(Vertx.vertx(), where, folder);
          var caller = new Caller(product.port(), PEOPLE)) {
        return IntStream.range(0, ROUNDS)
            .mapToObj(_ -> round(database, caller))
            .reduce((_, last) -> last)
            .orElseThrow();
      }
    } finally {
      vertx.close().await();
    }
  }

  private static void promote(Database database) {
    var ids = IntStream.range(0, PEOPLE).mapToObj(Staff::userid).toArray(String[]::new);
    database.pool().preparedQuery(PROMOTE).execute(Tuple.tuple().addArrayOfString(ids)).await();
    database.pool().query("UPDATE desk.revision SET value = value + 1").execute().await();
  }

  private static Taps round(Database database, Caller caller) {
    var number = opened(database, caller);
    var card =
        new ShownCard(
            "bench-" + number,
            new Address.Chat(GROUP),
            "CLAIM",
            Optional.of(number),
            new JsonObject());
    new ShownCards(Clock.systemUTC()).add(database.pool(), List.of(card));
    var answers = new ConcurrentLinkedQueue<String>();
    var took =
        atOnce(i -> answers.add(caller.tapped(Corp.tap(GROUP, Staff.userid(i), card.taskId()))));
    var after = owner(database);
    var owner = Pattern.compile(Pattern.quote(after.getString("name")) + "(?!\\d)");
    var told = answers.stream().filter(answer -> owner.matcher(answer).find()).count();
    return new Taps(PEOPLE, after.getLong("claims"), told, took);
  }

  /// A new ticket; some messages are asked back first.
  private static long opened(Database database, Caller caller) {
    var before = newest(database);
    var now = before;
    while (now.equals(before)) {
      if (!caller.answers()) throw new IllegalStateException("a message was not answered");
      now = newest(database);
    }
    return now;
  }

  private interface Tap {
    void by(int person);
  }

  private static Duration atOnce(Tap tap) {
    var finished = new CountDownLatch(PEOPLE);
    var begin = System.nanoTime();
    for (var i = 0; i < PEOPLE; i++) {
      var person = i;
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  tap.by(person);
                } finally {
                  finished.countDown();
                }
              });
    }
    Load.wait(finished);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static Row owner(Database database) {
    return database.pool().query(OWNER).execute().await().iterator().next();
  }

  private static Long newest(Database database) {
    var rows = database.pool().query(NEWEST).execute().await();
    return rows.iterator().next().getLong("number");
  }
}
