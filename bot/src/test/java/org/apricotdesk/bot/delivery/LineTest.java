package org.apricotdesk.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.time.AdjustableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two instances at one line of waiting messages.
class LineTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("bot");

  private static final Address NURSE = new Address.Member("sunlili");
  private static final Address ENGINEER = new Address.Member("jianghao");

  private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-03-16T01:00:00Z"));
  private final Line here = new Line(db.database().pool(), clock, "here");
  private final Line there = new Line(db.database().pool(), clock, "there");

  @BeforeEach
  void nothingWaits() {
    db.database().pool().query("TRUNCATE bot.delivery, bot.address").execute().await();
  }

  @Test
  void an_address_stays_held_as_long_as_messages_leave() {
    leave(3);
    assertThat(here.hold(8, true, true)).extracting(Held::address).containsExactly(NURSE);
    for (var i = 0; i < 3; i++) {
      clock.advance(Duration.ofSeconds(50));
      assertThat(here.next(NURSE).taken()).isPresent();
      assertThat(there.hold(8, true, true)).isEmpty();
    }
  }

  @Test
  void who_was_away_too_long_sends_nothing_more_there() {
    leave(2);
    here.hold(8, true, true);
    clock.advance(Duration.ofSeconds(61));
    assertThat(there.hold(8, true, true)).extracting(Held::address).containsExactly(NURSE);
    assertThat(here.next(NURSE).taken()).isEmpty();
    assertThat(there.next(NURSE).taken()).isPresent();
  }

  @Test
  void one_message_is_taken_once_however_many_reach_for_it() throws Exception {
    for (var round = 0; round < 10; round++) {
      nothingWaits();
      leave(1);
      here.hold(8, true, true);
      var reaching =
          Collections.nCopies(8, (Callable<Optional<Taken>>) () -> here.next(NURSE).taken());
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var taken = threads.invokeAll(reaching).stream().filter(t -> t.resultNow().isPresent());
        assertThat(taken).hasSize(1);
      }
    }
  }

  @Test
  void what_a_dead_instance_was_sending_comes_first_and_in_doubt_and_not_a_third_time() {
    leave(2);
    here.hold(8, true, true);
    var first = here.next(NURSE).taken().orElseThrow();
    clock.advance(Duration.ofSeconds(61));
    assertThat(there.lost()).isEqualTo(1);

    there.hold(8, true, true);
    var again = there.next(NURSE).taken().orElseThrow();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.doubted()).contains(clock.instant().minusSeconds(61));

    clock.advance(Duration.ofSeconds(61));
    assertThat(here.lost()).isEqualTo(1);
    here.hold(8, true, true);
    assertThat(here.next(NURSE).taken().orElseThrow().id()).isNotEqualTo(first.id());
  }

  @Test
  void what_waits_for_the_platforms_limit_holds_up_nobody_else() {
    leave(ENGINEER, 1, 300);
    leave(1);
    assertThat(here.hold(1, true, true)).extracting(Held::address).containsExactly(ENGINEER);
    here.release(ENGINEER, Duration.ofSeconds(5));

    assertThat(here.hold(1, true, true)).extracting(Held::address).containsExactly(NURSE);
    clock.advance(Duration.ofSeconds(6));
    assertThat(there.hold(1, true, true)).extracting(Held::address).containsExactly(ENGINEER);
  }

  @Test
  void the_most_urgent_addresses_come_first_each_once() {
    leave(NURSE, 2, 3);
    leave(ENGINEER, 1, 3);
    leave(new Address.Chat("ward"), 1, 3);

    assertThat(here.hold(8, false, true))
        .extracting(Held::address)
        .containsExactlyInAnyOrder(ENGINEER, NURSE);
    assertThat(here.hold(8, true, true))
        .extracting(Held::address)
        .containsExactly(new Address.Chat("ward"));
  }

  private void leave(int number) {
    leave(NURSE, 2, number);
  }

  private void leave(Address to, int rank, int number) {
    var deliveries = new Deliveries(db.database(), clock);
    var words =
        IntStream.range(0, number)
            .mapToObj(
                i ->
                    new Delivery(
                        "words:" + to.code() + i,
                        to,
                        "words",
                        Optional.empty(),
                        rank,
                        Optional.empty(),
                        Bodies.text("第" + i + "句"),
                        clock.instant()))
            .toList();
    db.database()
        .inTransaction(
            tx -> {
              deliveries.add(tx, words);
              return number;
            });
  }
}
