package org.apricotdesk.config.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
  void a_listener_hears_what_was_committed_and_nothing_that_was_rolled_back() throws Exception {
    try (var _ = listen("commits", "committed", (_, event) -> heard.add(event.type()))) {
      append("committed", 1, "kept");
      assertThatThrownBy(() -> rolledBack("committed", 2)).hasMessage("changed my mind");
      append("committed", 2, "kept too");

      assertThat(List.of(next(), next())).containsExactly("kept", "kept too");
    }
  }

  @Test
  void an_event_committed_late_is_heard_although_a_later_one_was_heard_before() throws Exception {
    try (var _ = listen("late", "slow", (_, event) -> heard.add(event.type()))) {
      db.database()
          .inTransaction(
              slow -> {
                log.append(slow, event("slow", 1, "began first"));
                append("slow", 2, "committed first");
                return null;
              });

      assertThat(List.of(next(), next())).containsExactly("began first", "committed first");
    }
  }

  @Test
  void a_listener_that_fails_is_asked_again_with_the_same_event() throws Exception {
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
  void a_listener_goes_on_where_it_stopped() throws Exception {
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

  private Subscription listen(String name, String key, Listener listener) {
    Listener ofKey =
        (tx, event) -> {
          if (event.key().equals(key)) listener.on(tx, event);
        };
    return log.listen(db.vertx(), db.database(), name, ofKey);
  }

  private String next() throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
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
