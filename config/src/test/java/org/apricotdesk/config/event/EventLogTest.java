package org.apricotdesk.config.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apricotdesk.config.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventLogTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("sample");

  private static final Instant NOON = Instant.parse("2026-03-16T04:00:00Z");

  private final EventLog log = new EventLog("sample");
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @Test
  void the_history_of_a_thing_comes_back_in_order() {
    append("history", 1, "opened");
    append("history", 2, "closed");

    assertThat(log.of(db.database().pool(), "thing", "history"))
        .extracting(Event::type, Event::at, Event::actor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("opened", NOON, "li"),
            org.assertj.core.groups.Tuple.tuple("closed", NOON, "li"));
  }

  @Test
  void a_place_in_a_history_is_taken_once() {
    append("taken", 1, "opened");

    assertThatThrownBy(() -> append("taken", 1, "opened again"))
        .isInstanceOfSatisfying(
            PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("23505"));
  }

  @Test
  void a_listener_hears_what_was_committed_and_nothing_that_was_rolled_back() {
    try (var _ = listen("commits", "committed", (_, event) -> heard.add(event.type()))) {
      append("committed", 1, "kept");
      assertThatThrownBy(() -> rolledBack("committed", 2)).hasMessage("changed my mind");
      append("committed", 2, "kept too");

      assertThat(List.of(next(), next())).containsExactly("kept", "kept too");
    }
  }

  @Test
  void an_event_committed_late_is_heard_although_a_later_one_was_heard_before() {
    try (var _ = listen("late", "slow", (_, event) -> heard.add(event.type()))) {
      db.database()
          .inTransaction(
              slow -> {
                log.append(slow, event("slow", 1, "began first"));
                slow.query("SELECT 1").execute().await(); // appending is not waited for
                append("slow", 2, "committed first");
                return null;
              });

      assertThat(List.of(next(), next())).containsExactly("began first", "committed first");
    }
  }

  @Test
  void a_listener_hears_its_own_stream_and_is_not_behind_with_another() {
    try (var _ = listen("choosy", "chosen", (_, event) -> heard.add(event.type()))) {
      db.database()
          .inTransaction(
              tx -> {
                log.append(
                    tx, new NewEvent("other", "chosen", 1, "no", NOON, "li", new JsonObject()));
                return null;
              });
      append("chosen", 1, "yes");

      assertThat(next()).isEqualTo("yes");
    }
    assertThat(lag("choosy").behind()).isZero();
  }

  @Test
  void what_has_to_wait_for_an_older_transaction_is_heard_after_its_end() {
    try (var _ = listen("soon", "held up", (_, event) -> heard.add(event.type()))) {
      db.database()
          .inTransaction(
              older -> {
                older.query("SELECT pg_current_xact_id()").execute().await();
                append("held up", 1, "news");
                assertThat(heard.poll()).isNull();
                return null;
              });

      assertThat(next()).isEqualTo("news");
    }
  }

  @Test
  void a_listener_that_fails_is_asked_again_with_the_same_event() {
    var tries = new AtomicInteger();
    Listener failsOnce =
        (_, event) -> {
          if (tries.incrementAndGet() == 1) throw new IllegalStateException("not today");
          heard.add(event.type());
        };
    try (var _ = listen("again", "retried", failsOnce)) {
      append("retried", 1, "important");

      assertThat(next()).isEqualTo("important");
    }
  }

  @Test
  void a_listener_goes_on_where_it_stopped() {
    Listener listener = (_, event) -> heard.add(event.type());
    try (var _ = listen("resumed", "pause", listener)) {
      append("pause", 1, "before");
      assertThat(next()).isEqualTo("before");
    }
    append("pause", 2, "after");
    try (var _ = listen("resumed", "pause", listener)) {
      assertThat(next()).isEqualTo("after");
    }
  }

  @Test
  void what_a_listener_fails_on_for_ever_is_put_aside_and_the_rest_is_heard() {
    Listener failsOnPoison =
        (_, event) -> {
          if (event.type().equals("poison")) throw new IllegalStateException("never");
          heard.add(event.type());
        };
    append("poisoned", 1, "before");
    append("poisoned", 2, "poison");
    append("poisoned", 3, "after");
    append("poisoned", 4, "at last");
    var impatient = new Patience(3, Duration.ofMillis(1), Duration.ofMillis(5));
    try (var _ = listen("patient", "poisoned", failsOnPoison, impatient)) {
      // what stands before it is heard once more for each batch that is rolled back
      assertThat(Stream.generate(this::next).takeWhile(type -> !type.equals("at last")))
          .containsExactly("before", "before", "after");
    }

    assertThat(lag("patient")).isEqualTo(new Lag("patient", Duration.ZERO, 1));
    var parked =
        db.database()
            .pool()
            .query("SELECT * FROM sample.parked_event WHERE listener = 'patient'")
            .execute()
            .await()
            .iterator()
            .next();
    assertThat(parked.getInteger("tries")).isEqualTo(3);
    assertThat(parked.getString("error")).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void what_was_put_aside_is_heard_again_when_somebody_asks_and_stays_aside_if_it_fails_again() {
    var mended = new AtomicBoolean();
    Listener failsUntilMended =
        (_, event) -> {
          if (event.type().equals("odd") && !mended.get()) throw new IllegalStateException("odd");
          heard.add(event.type());
        };
    append("mended", 1, "odd");
    append("mended", 2, "then");
    var impatient = new Patience(2, Duration.ofMillis(1), Duration.ofMillis(5));
    try (var _ = listen("mends", "mended", failsUntilMended, impatient)) {
      assertThat(next()).isEqualTo("then");
      var aside = aside("mends").getFirst();
      assertThat(log.hearAgain(db.database().pool(), "mends", aside.event().position())).isTrue();
      append("mended", 3, "while it fails again");
      assertThat(next()).isEqualTo("while it fails again");
      await(() -> aside("mends").getFirst().tries() == 3);
      assertThat(aside("mends").getFirst().asked()).isFalse();

      mended.set(true);
      assertThat(log.hearAgain(db.database().pool(), "mends", aside.event().position())).isTrue();
      assertThat(next()).isEqualTo("odd");
      await(() -> aside("mends").isEmpty());
      assertThat(log.hearAgain(db.database().pool(), "mends", aside.event().position())).isFalse();
    }
  }

  private List<ParkedEvent> aside(String listener) {
    return log.parked(db.database().pool(), 100).stream()
        .filter(one -> one.listener().equals(listener))
        .toList();
  }

  private static void await(BooleanSupplier condition) {
    var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Test
  void a_listener_that_has_not_heard_of_something_is_behind() {
    try (var _ = listen("behind", "noon", (_, event) -> heard.add(event.type()))) {
      append("noon", 1, "heard");
      next();
    }
    append("noon", 2, "not heard");

    assertThat(lag("behind").behind()).isEqualTo(Duration.ofMinutes(5));
  }

  private Lag lag(String listener) {
    return log.lags(db.database().pool(), NOON.plus(Duration.ofMinutes(5))).await().stream()
        .filter(one -> one.listener().equals(listener))
        .findFirst()
        .orElseThrow();
  }

  private Subscription listen(String name, String key, Listener listener) {
    return listen(name, key, listener, Patience.USUAL);
  }

  private Subscription listen(String name, String key, Listener listener, Patience patience) {
    Listener ofKey =
        (tx, event) -> {
          if (event.key().equals(key)) listener.on(tx, event);
        };
    var to = new Subscription.To("sample", name, "thing");
    return log.listen(db.database(), to, ofKey, patience);
  }

  private String next() {
    try {
      return Objects.requireNonNull(heard.poll(20, TimeUnit.SECONDS), "nothing was heard");
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private void append(String key, int sequence, String type) {
    db.database()
        .inTransaction(
            tx -> {
              log.append(tx, event(key, sequence, type));
              return null;
            });
  }

  private void rolledBack(String key, int sequence) {
    db.database()
        .inTransaction(
            tx -> {
              log.append(tx, event(key, sequence, "never was"));
              throw new IllegalStateException("changed my mind");
            });
  }

  private static NewEvent event(String key, int sequence, String type) {
    return new NewEvent("thing", key, sequence, type, NOON, "li", new JsonObject());
  }
}
