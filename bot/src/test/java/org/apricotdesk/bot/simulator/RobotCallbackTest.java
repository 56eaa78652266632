package org.apricotdesk.bot.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apricotdesk.bot.wecom.AesCbc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotCallbackTest {
  @RegisterExtension static final Corp corp = new Corp();
  private Service service;

  @BeforeEach
  void listen() {
    service = Service.robot(corp);
  }

  @AfterEach
  void hangUp() {
    service.close();
  }

  @Test
  void a_mention_in_a_group_is_heard_with_the_group_and_the_mention() {
    ward().says("@杏台 VPN 连不上");

    var heard = heard();
    assertThat(heard.getString("chattype")).isEqualTo("group");
    assertThat(heard.getString("chatid")).isEqualTo("wrWard01");
    assertThat(heard.getJsonObject("from").getString("userid")).isEqualTo("sunlili");
    assertThat(heard.getJsonObject("text").getString("content")).isEqualTo("@杏台 VPN 连不上");
    assertThat(heard.getString("aibotid")).isEqualTo("aibSimulated01");
    assertThat(heard.getString("response_url")).startsWith(corp.sim().apiUrl());
  }

  @Test
  void a_group_message_without_a_mention_is_not_heard() {
    ward().says("今天谁值班");
    ward().sendsPicture(Pictures.png());
    assertThat(service.heard).isEmpty();
    assertThat(ward().chat()).hasSize(2);
  }

  @Test
  void thumbs_below_an_answer_are_heard_under_its_id_and_answered_by_nothing() {
    service.answers(stream("S-1", true, "重启打印机"));
    own().says("打印机卡纸");
    assertThatThrownBy(() -> own().judges(own().lastHeard(), true))
        .hasMessageContaining("no thumbs");
    service.answers(thumbs("S-2", "换一台打印机"));
    own().says("还是卡纸");

    service.answers("");
    own().judges(own().lastHeard(), false);

    var event = heard().getJsonObject("event");
    assertThat(event.getString("eventtype")).isEqualTo("feedback_event");
    assertThat(event.getJsonObject("feedback_event"))
        .isEqualTo(new JsonObject().put("id", "fb-S-2").put("type", 2));
    assertThat(corp.sim().violations()).isEmpty();
    service.answers(stream("S-3", true, "谢谢"));
    own().judges(own().lastHeard(), true);
    assertThat(corp.sim().violations().toString()).contains("answered by nothing");
  }

  private static UnaryOperator<String> thumbs(String id, String content) {
    return plain -> {
      var reply = new JsonObject(stream(id, true, content).apply(plain));
      reply.getJsonObject("stream").put("feedback", new JsonObject().put("id", "fb-" + id));
      return reply.encode();
    };
  }

  @Test
  void the_own_chat_needs_no_mention_and_has_no_chatid() {
    own().says("打印机坏了");
    assertThat(heard().containsKey("chatid")).isFalse();
    own().speaks("打印机不出纸");
    assertThat(heard().getJsonObject("voice").getString("content")).isEqualTo("打印机不出纸");
  }

  @Test
  void a_quote_travels_with_the_words() {
    own().says("公告");
    own().saysQuoting(own().chat().getFirst(), "还没好");
    assertThat(heard().getJsonObject("quote").getJsonObject("text").getString("content"))
        .isEqualTo("公告");
  }

  @Test
  void a_picture_is_served_encrypted_for_five_minutes() {
    own().sendsPicture(Pictures.png());
    var url = heard().getJsonObject("image").getString("url");
    var robot = corp.sim().settings().robot();

    var bytes = AesCbc.of(robot.aesKey()).decrypt(fetch(url).body().getBytes());
    assertThat(bytes).isEqualTo(Pictures.png());
    assertThat(heard().getJsonObject("image").containsKey("aeskey")).isFalse();
    corp.sim().advance(Duration.ofMinutes(6));
    assertThat(fetch(url).statusCode()).isEqualTo(403);
  }

  @Test
  void words_with_a_picture_come_as_one_message() {
    ward().saysWithPicture("@杏台 看图", Pictures.png());
    var items = heard().getJsonObject("mixed").getJsonArray("msg_item");
    assertThat(items).hasSize(2);
    assertThat(items.getJsonObject(1).getJsonObject("image").getString("url")).contains("/media/");
  }

  @Test
  void a_finished_stream_is_shown() {
    service.answers(stream("S-1", true, "已登记 **1001**"));
    ward().says("@杏台 坏了");
    assertThat(ward().lastHeard().text()).contains("已登记 **1001**");
    assertThat(corp.sim().violations()).isEmpty();
  }

  @Test
  void an_unfinished_stream_is_asked_again_until_it_ends() {
    var round = new AtomicInteger();
    service.answers(
        plain -> stream("S-2", round.incrementAndGet() == 3, "第" + round + "次").apply(plain));
    own().says("慢慢来");

    own().hears("第3次");
    var last = heard();
    assertThat(last.getString("msgtype")).isEqualTo("stream");
    assertThat(last.getJsonObject("stream").getString("id")).isEqualTo("S-2");
    assertThat(last.containsKey("response_url")).isFalse();
    assertThat(own().chat()).hasSize(2);
    assertThat(corp.sim().violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"msgtype\":\"text\",\"text\":{\"content\":\"普通文字\"}}",
        "{\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"x\"}}",
        "{\"msgtype\":\"stream\",\"stream\":{\"finish\":true,\"content\":\"没有编号\"}}",
        "{\"msgtype\":\"stream\",\"stream\":{\"id\":\"S\",\"finish\":false,\"content\":\"x\",\"msg_item\":[{}]}}",
        "{\"msgtype\":\"template_card\",\"template_card\":{\"card_type\":\"button_interaction\","
            + "\"main_title\":{\"title\":\"t\"},\"button_list\":[{\"text\":\"t\",\"key\":\"k\"}]}}",
        "[\"no object\"]",
        "not json",
      })
  void answers_the_platform_does_not_take_are_violations(String reply) {
    service.answers(reply);
    own().says("坏了");
    assertThat(corp.sim().violations()).isNotEmpty();
    assertThat(own().chat()).hasSize(1);
  }

  @Test
  void a_stream_has_its_limit_in_bytes() {
    service.answers(stream("S", true, "字".repeat(6827)));
    own().says("长");
    assertThat(corp.sim().violations()).singleElement().asString().contains("45002");
  }

  @Test
  void a_stream_keeps_its_id_and_does_not_shrink() {
    var round = new AtomicInteger();
    service.answers(
        plain ->
            switch (round.incrementAndGet()) {
              case 1 -> stream("S-1", false, "一二三").apply(plain);
              case 2 -> stream("S-2", false, "一二三四").apply(plain);
              default -> stream("S-1", true, "一二").apply(plain);
            });
    own().says("坏了");
    own().hears("一二");
    await(() -> corp.sim().violations().size() == 2);
    assertThat(corp.sim().violations().toString()).contains("stream.id changed", "shorter");
  }

  @Test
  void a_stream_that_never_ends_is_given_up_after_six_minutes() {
    service.answers(stream("S", false, "稍等"));
    own().says("坏了");
    corp.sim().advance(Duration.ofMinutes(7));
    await(() -> corp.sim().violations().toString().contains("6 minutes"));
  }

  @Test
  void the_answer_must_carry_the_nonce_of_the_question_and_a_right_signature() {
    service.answers(stream("S", true, "好"));
    service.spoils(body -> new JsonObject(body).put("nonce", "another").encode());
    own().says("一");
    service.spoils(body -> new JsonObject(body).put("msgsignature", "0").encode());
    own().says("二");
    assertThat(corp.sim().violations()).hasSize(2);
    assertThat(own().chat()).hasSize(2);
  }

  @Test
  void a_card_comes_with_a_stream_once() {
    var card = AppCallbackTest.buttons("T-1");
    service.answers(
        new JsonObject(stream("S", true, "请确认").apply(""))
            .put("msgtype", "stream_with_template_card")
            .put("template_card", card)
            .encode());
    ward().says("@杏台 坏了");
    assertThat(ward().seesCard("认领").text()).contains("工单 T-1");
    assertThat(corp.sim().violations()).isEmpty();
  }

  @Test
  void a_tap_changes_the_card_for_everybody_or_for_some() {
    card("T-1");
    service.answers(changed("T-1", new JsonArray().add("sunlili")));
    engineer().taps("认领");
    assertThat(ward().chat().getLast().text()).contains("已由邵嘉乐认领");
    assertThat(engineer().cardWith("认领")).isNotNull();
    service.answers(changed("T-1", new JsonArray()));
    engineer().taps("认领");
    assertThat(engineer().chat().getLast().text()).contains("已由邵嘉乐认领");
    assertThat(corp.sim().violations()).isEmpty();
  }

  @Test
  void a_tap_tells_who_tapped_what() {
    card("T-1");
    engineer().taps("认领");
    var event = heard().getJsonObject("event");
    assertThat(heard().getJsonObject("from").getString("userid")).isEqualTo("shaojiale");
    assertThat(event.getString("eventtype")).isEqualTo("template_card_event");
    assertThat(event.getJsonObject("template_card_event").getString("event_key"))
        .isEqualTo("claim");
    assertThat(event.getJsonObject("template_card_event").getString("task_id")).isEqualTo("T-1");
  }

  @Test
  void a_tap_is_told_once_even_if_nobody_answers() {
    card("T-1");
    service.failsNext(1);
    var before = service.heard.size();
    engineer().taps("认领");
    assertThat(service.heard).hasSize(before);
  }

  @Test
  void an_update_of_another_task_is_refused() {
    card("T-1");
    service.answers(changed("T-2", new JsonArray()));
    engineer().taps("认领");
    assertThat(corp.sim().violations()).singleElement().asString().contains("task_id differs");
  }

  @Test
  void a_task_is_used_once_by_a_robot() {
    card("T-1");
    service.answers(cardReply("T-1"));
    ward().says("@杏台 再来");
    assertThat(corp.sim().violations()).singleElement().asString().contains("42014");
  }

  @Test
  void entering_is_told_once_a_day_and_may_be_answered_with_plain_text() {
    service.answers("{\"msgtype\":\"text\",\"text\":{\"content\":\"您好\"}}");
    own().enters();
    own().enters();
    assertThat(service.heard).hasSize(1);
    assertThat(own().lastHeard().text()).isEqualTo("您好");
    corp.sim().advance(Duration.ofDays(1));
    own().enters();
    assertThat(service.heard).hasSize(2);
    assertThat(corp.sim().violations()).isEmpty();
  }

  @Test
  void a_fourth_interaction_at_once_does_not_reach_the_service() {
    var number = new AtomicInteger();
    service.answers(
        plain -> {
          var heard = new JsonObject(plain);
          var id =
              heard.containsKey("stream")
                  ? heard.getJsonObject("stream").getString("id")
                  : "S-" + number.incrementAndGet();
          return stream(id, false, "稍等").apply(plain);
        });
    for (var words : new String[] {"一", "二", "三", "四"}) {
      own().says(words);
    }
    assertThat(number).hasValue(3);
    corp.sim().advance(Duration.ofMinutes(7));
  }

  @Test
  void the_response_url_takes_one_answer_within_the_hour() {
    own().says("坏了");
    var url = heard().getString("response_url");
    assertThat(late(url, "text")).isEqualTo(40008);
    assertThat(late(url, "markdown")).isZero();
    assertThat(own().lastHeard().text()).isEqualTo("后来的话");
    assertThat(late(url, "markdown")).isEqualTo(60140);
    own().says("又坏了");
    var second = heard().getString("response_url");
    corp.sim().advance(Duration.ofMinutes(61));
    assertThat(late(second, "markdown")).isEqualTo(60140);
  }

  @Test
  void the_response_url_of_a_group_takes_no_card() {
    ward().says("@杏台 坏了");
    var body =
        new JsonObject()
            .put("msgtype", "template_card")
            .put("template_card", AppCallbackTest.buttons("T-1"));
    assertThat(
            corp.post(path(heard().getString("response_url")), body.encode()).getInteger("errcode"))
        .isEqualTo(40008);
  }

  @Test
  void somebody_outside_a_group_cannot_speak_there() {
    assertThatThrownBy(() -> corp.sim().group("wrWard01").member("gongweiming"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static UnaryOperator<String> stream(String id, boolean finish, String content) {
    return _ ->
        new JsonObject()
            .put("msgtype", "stream")
            .put(
                "stream",
                new JsonObject().put("id", id).put("finish", finish).put("content", content))
            .encode();
  }

  private void card(String task) {
    service.answers(cardReply(task));
    ward().says("@杏台 来张卡");
    service.answers("");
  }

  private static String cardReply(String task) {
    return new JsonObject()
        .put("msgtype", "template_card")
        .put("template_card", AppCallbackTest.buttons(task))
        .encode();
  }

  private static String changed(String task, JsonArray users) {
    return new JsonObject()
        .put("response_type", "update_template_card")
        .put("userids", users)
        .put(
            "template_card",
            AppCallbackTest.buttons(task)
                .put("main_title", new JsonObject().put("title", "已由邵嘉乐认领")))
        .encode();
  }

  private static int late(String url, String type) {
    var body =
        new JsonObject().put("msgtype", type).put(type, new JsonObject().put("content", "后来的话"));
    return corp.post(path(url), body.encode()).getInteger("errcode");
  }

  private static String path(String url) {
    return url.substring(corp.sim().apiUrl().length());
  }

  private HttpResponse<Buffer> fetch(String url) {
    var client = WebClient.create(corp.vertx());
    try {
      return client.getAbs(URI.create(url).toString()).send().await();
    } finally {
      client.close();
    }
  }

  static void await(BooleanSupplier wanted) {
    var end = System.nanoTime() + 60_000_000_000L;
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain");
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  private JsonObject heard() {
    return new JsonObject(service.lastPlain());
  }

  private static Talk own() {
    return corp.sim().member("sunlili").robot();
  }

  private static Talk ward() {
    return corp.sim().group("wrWard01").member("sunlili");
  }

  private static Talk engineer() {
    return corp.sim().group("wrWard01").member("shaojiale");
  }
}
