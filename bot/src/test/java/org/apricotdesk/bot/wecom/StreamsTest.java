package org.apricotdesk.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.config.time.AdjustableClock;
import org.junit.jupiter.api.Test;

/// What the platform is told when it asks for an answer that was begun with a word.
class StreamsTest {
  private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-03-16T01:00:00Z"));
  private final Streams streams = new Streams(clock, Locale.SIMPLIFIED_CHINESE);
  private final JsonObject begun =
      stream(streams.begin(said(new Incoming.Text("打印机", Optional.empty()))).orElseThrow());

  @Test
  void an_answer_that_is_not_ready_is_begun_and_goes_on_with_the_same_word() {
    assertThat(begun.getBoolean("finish")).isFalse();
    assertThat(begun.getString("content")).isEqualTo("收到，稍等。");
    var more = stream(streams.goOn(refresh(), Optional.empty()));
    assertThat(more.getString("content")).isEqualTo(begun.getString("content"));
    assertThat(more.containsKey("feedback")).as("it is taken in the first answer only").isFalse();
    assertThat(refresh().message()).isEqualTo("robot:m1");
  }

  @Test
  void what_may_become_an_answer_has_thumbs_from_the_beginning_but_not_in_a_group() {
    var words = new Incoming.Text("打印机卡纸怎么取", Optional.empty());
    var inGroup = said(words, Optional.of("wrWard01"));

    assertThat(begun.getJsonObject("feedback").getString("id")).isEqualTo(begun.getString("id"));
    assertThat(stream(streams.begin(inGroup).orElseThrow()).containsKey("feedback")).isFalse();
  }

  @Test
  void once_ready_it_takes_the_place_of_the_word() {
    var answer = stream(streams.goOn(refresh(), Optional.of(new Outgoing.Text("已登记 #1001"))));
    assertThat(answer.getBoolean("finish")).isTrue();
    assertThat(answer.getString("content")).isEqualTo("已登记 #1001");
    assertThat(answer.getString("id")).isEqualTo(begun.getString("id"));
  }

  @Test
  void a_silent_answer_finishes_it_all_the_same() {
    var answer = stream(streams.goOn(refresh(), Optional.of(new Outgoing.Nothing())));
    assertThat(answer.getBoolean("finish")).isTrue();
  }

  @Test
  void before_the_platform_stops_asking_the_person_is_told_that_something_is_wrong() {
    clock.advance(Duration.ofMinutes(5));
    var answer = stream(streams.goOn(refresh(), Optional.empty()));
    assertThat(answer.getBoolean("finish")).isTrue();
    assertThat(answer.getString("content")).contains("请打服务台电话");
  }

  @Test
  void a_tap_has_no_stream() {
    var tap = new Incoming.Click("t-1", "take", Map.of(), Optional.empty());
    assertThat(List.of(streams.begin(said(tap)), streams.begin(said(new Incoming.Enter()))))
        .containsOnly(Optional.empty());
  }

  private Incoming.Refresh refresh() {
    return Incoming.Refresh.of(begun.getString("id"));
  }

  private Incoming said(Incoming.Content content) {
    return said(content, Optional.empty());
  }

  private Incoming said(Incoming.Content content, Optional<String> group) {
    return new Incoming(
        "robot:m1",
        Incoming.Via.ROBOT_CALLBACK,
        "sunlili",
        group,
        clock.instant(),
        content,
        Optional.empty());
  }

  private static JsonObject stream(JsonObject reply) {
    return reply.getJsonObject("stream");
  }
}
