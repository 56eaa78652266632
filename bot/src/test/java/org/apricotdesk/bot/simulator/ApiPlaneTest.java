package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Corp.message;
import static org.apricotdesk.bot.simulator.Corp.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiPlaneTest {
  @RegisterExtension static final Corp corp = new Corp();

  @Test
  void every_refusal_has_status_200_a_hint_the_caller_and_a_link() {
    var answer = corp.get("/cgi-bin/user/get?access_token=never-issued&userid=sunlili");

    assertThat(answer.getInteger("http")).isEqualTo(200);
    assertThat(answer.getInteger("errcode")).isEqualTo(40014);
    assertThat(answer.getString("errmsg"))
        .contains("hint: [", "from ip: 127.0.0.1", "devtool/query?e=40014");
  }

  @Test
  void an_app_keeps_its_token_until_it_expires() {
    var token = corp.token();

    assertThat(corp.token()).isEqualTo(token).hasSizeGreaterThan(100);
    assertThat(corp.token("other-secret")).isNotEqualTo(token);
    corp.sim().advance(Duration.ofHours(2));
    assertThat(userGet(token)).isEqualTo(42001);
    assertThat(corp.token()).isNotEqualTo(token);
  }

  @Test
  void tokens_want_the_right_corp_and_secret() {
    assertThat(code(corp.get("/cgi-bin/gettoken?corpid=ww0&corpsecret=x"))).isEqualTo(40013);
    var corpId = corp.sim().settings().corpId();
    assertThat(code(corp.get("/cgi-bin/gettoken?corpid=" + corpId + "&corpsecret=x")))
        .isEqualTo(40001);
    assertThat(code(corp.get("/cgi-bin/gettoken"))).isEqualTo(41002);
    assertThat(code(corp.get("/cgi-bin/gettoken?corpid=" + corpId))).isEqualTo(41004);
  }

  @Test
  void a_missing_token_and_a_revoked_one_are_told_apart() {
    var token = corp.token();
    assertThat(code(corp.get("/cgi-bin/user/get?userid=sunlili"))).isEqualTo(41001);
    corp.sim().faults().revokeTokens();
    assertThat(userGet(token)).isEqualTo(40014);
  }

  @Test
  void empty_parts_of_a_query_do_no_harm() {
    var token = corp.token();
    var answer = corp.get("/cgi-bin/ticket/get?&type=agent_config&&access_token=" + token);
    assertThat(answer.getString("ticket")).isNotEmpty();
  }

  @Test
  void callers_outside_the_trusted_addresses_are_refused() {
    var token = corp.token();
    corp.sim().faults().trustOnly("203.0.113.9");
    assertThat(userGet(token)).isEqualTo(60020);
  }

  @Test
  void a_disabled_app_may_do_nothing() {
    var token = corp.token();
    corp.sim().faults().disableApp(1000002, true);
    assertThat(userGet(token)).isEqualTo(50003);
  }

  @Test
  void planned_failures_strike_as_often_as_planned() {
    corp.sim().faults().fail("/cgi-bin/message/send", -1, 1);
    corp.sim().faults().fail("/cgi-bin/message/send", 45009, 1);

    assertThat(code(corp.send("text", text("一")))).isEqualTo(-1);
    assertThat(code(corp.send("text", text("二")))).isEqualTo(45009);
    assertThat(code(corp.send("text", text("三")))).isZero();
    assertThat(corp.sim().violations()).isEmpty();
  }

  @Test
  void a_connection_dropped_after_sending_leaves_the_message_with_the_member() {
    corp.sim().faults().dropAfter("/cgi-bin/message/send", 1);

    assertThatThrownBy(() -> corp.send("text", text("到底发了没有")))
        .isInstanceOf(java.io.UncheckedIOException.class);
    assertThat(nurse().lastHeard().text()).isEqualTo("到底发了没有");
  }

  @Test
  void an_unreachable_platform_takes_nothing() {
    var token = corp.token();
    corp.sim().faults().unreachable(true);
    assertThatThrownBy(() -> userGet(token)).hasCauseInstanceOf(java.net.ConnectException.class);
    corp.sim().faults().unreachable(false);
    assertThat(userGet(token)).isZero();
  }

  @Test
  void people_still_see_the_phones_of_an_unreachable_platform_and_can_mend_it() {
    var token = corp.token();
    corp.post("/control/faults", "{\"unreachable\":true}");
    RobotCallbackTest.await(() -> !isReached(token));
    assertThat(corp.get("/control/faults").getBoolean("unreachable")).isTrue();
    corp.post("/control/faults", "{\"unreachable\":false}");
    RobotCallbackTest.await(() -> isReached(token));
  }

  private static boolean isReached(String token) {
    try {
      return userGet(token) == 0;
    } catch (java.io.UncheckedIOException _) {
      return false;
    }
  }

  @Test
  void a_text_reaches_the_member() {
    var answer = corp.send("text", text("您好"));

    assertThat(code(answer)).isZero();
    assertThat(answer.getString("msgid")).isNotEmpty();
    assertThat(answer.containsKey("response_code")).isFalse();
    assertThat(nurse().lastHeard().text()).isEqualTo("您好");
  }

  @Test
  void the_agent_must_be_the_tokens_own() {
    var body = message("sunlili", "text", text("x"));
    assertThat(code(corp.call("message/send", body.copy().put("agentid", 7)))).isEqualTo(301002);
    assertThat(code(corp.call("message/send", body.copy().put("agentid", "x")))).isEqualTo(40056);
    body.remove("agentid");
    assertThat(code(corp.call("message/send", body))).isEqualTo(41011);
  }

  @Test
  void somebody_must_be_meant_and_not_too_many() {
    assertThat(sendTo("")).isEqualTo(82001);
    var many = IntStream.rangeClosed(0, 1000).mapToObj(i -> "u" + i);
    assertThat(sendTo(many.collect(Collectors.joining("|")))).isEqualTo(40032);
    var parties = IntStream.rangeClosed(0, 100).mapToObj(String::valueOf);
    var body = message("", "text", text("x"));
    body.put("toparty", parties.collect(Collectors.joining("|")));
    assertThat(code(corp.call("message/send", body))).isEqualTo(82002);
    var tags = body.put("toparty", "").put("totag", "1|".repeat(101));
    assertThat(code(corp.call("message/send", tags))).isEqualTo(82003);
  }

  @Test
  void unknown_members_are_named_in_lower_case_and_all_unknown_is_an_error() {
    var answer = corp.call("message/send", message("sunlili|GHOST", "text", text("x")));
    assertThat(code(answer)).isZero();
    assertThat(answer.getString("invaliduser")).isEqualTo("ghost");
    assertThat(sendTo("GHOST")).isEqualTo(81013);
  }

  @Test
  void members_outside_the_visible_range_are_out_of_reach() {
    var body = message("sunlili", "text", text("x")).put("agentid", 1000003);
    var path = "/cgi-bin/message/send?access_token=" + corp.token("other-secret");
    assertThat(code(corp.post(path, body.encode()))).isEqualTo(81013);
  }

  @Test
  void everybody_and_departments_can_be_written_to() {
    assertThat(sendTo("@all")).isZero();
    var body = message("", "text", text("信息中心")).put("toparty", "3");
    assertThat(code(corp.call("message/send", body))).isZero();
    assertThat(corp.sim().member("gongweiming").lastHeard().text()).isEqualTo("信息中心");
    assertThat(nurse().lastHeard().text()).isEqualTo("x");
  }

  @Test
  void long_text_is_cut_between_characters_or_refused() {
    assertThat(code(corp.send("text", text("急".repeat(1000))))).isZero();
    assertThat(nurse().lastHeard().text()).isEqualTo("急".repeat(682));
    corp.guess(Guesses.USUAL.with(Guess.LONG_TEXT_REFUSED));
    assertThat(code(corp.send("text", text("急".repeat(1000))))).isEqualTo(45002);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text     | {\"content\":\"\"}                                              | 44004",
        "textcard | {\"description\":\"d\",\"url\":\"http://x/y\"}                    | 41016",
        "textcard | {\"title\":\"t\",\"url\":\"http://x/y\"}                          | 41033",
        "textcard | {\"title\":\"t\",\"description\":\"d\"}                           | 40094",
        "textcard | {\"title\":\"t\",\"description\":\"d\",\"url\":\"x/y\"}           | 45034",
        "image    | {\"media_id\":\"nowhere\"}                                       | 40007",
        "image    | {}                                                             | 41006",
        "poem     | {\"content\":\"x\"}                                             | 40008",
      })
  void incomplete_messages_are_refused(String type, String part, int expected) {
    assertThat(code(corp.send(type, new JsonObject(part)))).isEqualTo(expected);
    assertThat(corp.sim().violations()).hasSize(1);
  }

  @Test
  void too_much_markdown_and_too_many_articles_are_refused() {
    assertThat(code(corp.send("markdown", text("急".repeat(683))))).isEqualTo(45002);
    var article = new JsonObject().put("title", "t").put("url", "http://x/y");
    var articles = new ArrayList<JsonObject>();
    IntStream.range(0, 9).forEach(_ -> articles.add(article));
    var news = new JsonObject().put("articles", new JsonArray(articles));
    assertThat(code(corp.send("news", news))).isEqualTo(45008);
  }

  @Test
  void bodies_must_be_json_in_raw_utf_8() {
    var path = "/cgi-bin/message/send?access_token=" + corp.token();
    assertThat(code(corp.post(path, "{oops"))).isEqualTo(40058);
    var escaped = message("sunlili", "text", text("X")).encode().replace("X", "\\u6025");
    assertThat(code(corp.post(path, escaped))).isEqualTo(40033);
    assertThat(code(corp.get(path))).isEqualTo(40058);
    corp.guess(Guesses.USUAL.without(Guess.ESCAPES_REFUSED));
    var fresh = "/cgi-bin/message/send?access_token=" + corp.token();
    assertThat(code(corp.post(fresh, escaped))).isZero();
  }

  @Test
  void the_same_request_is_delivered_once_within_its_interval() {
    var body =
        message("sunlili", "text", text("重复"))
            .put("enable_duplicate_check", 1)
            .put("duplicate_check_interval", 600);

    assertThat(code(corp.call("message/send", body))).isZero();
    assertThat(code(corp.call("message/send", body))).isZero();
    assertThat(nurse().chat()).hasSize(1);
    corp.sim().advance(Duration.ofMinutes(11));
    corp.call("message/send", body);
    assertThat(nurse().chat()).hasSize(2);
  }

  @Test
  void the_thirty_first_message_of_a_minute_vanishes_without_a_word() {
    for (var i = 0; i < 31; i++) {
      assertThat(code(corp.send("text", text("第" + i)))).isZero();
    }
    assertThat(nurse().chat()).hasSize(30);
    assertThat(corp.sim().dropped()).isEqualTo(1);
    corp.sim().advance(Duration.ofSeconds(61));
    corp.send("text", text("又一分钟"));
    assertThat(nurse().lastHeard().text()).isEqualTo("又一分钟");
  }

  @Test
  void names_are_translated_on_request() {
    var body = message("sunlili", "text", text("$userName=shaojiale$ 已接单"));
    corp.call("message/send", body.put("enable_id_trans", 1));
    assertThat(nurse().lastHeard().text()).isEqualTo("邵嘉乐 已接单");
  }

  @Test
  void a_message_can_be_taken_back_within_a_day() {
    var id = corp.send("text", text("发错了")).getString("msgid");
    var old = corp.send("text", text("太旧")).getString("msgid");

    assertThat(recall(id)).isZero();
    assertThat(nurse().chat().getFirst().recalled()).isTrue();
    corp.sim().advance(Duration.ofHours(25));
    assertThat(recall(old)).isEqualTo(42052);
    assertThat(recall("m-9999")).isEqualTo(40058);
  }

  @Test
  void another_apps_message_cannot_be_taken_back() {
    var id = corp.send("text", text("x")).getString("msgid");
    var path = "/cgi-bin/message/recall?access_token=" + corp.token("other-secret");
    assertThat(code(corp.post(path, new JsonObject().put("msgid", id).encode()))).isEqualTo(40058);
  }

  @Test
  void an_unknown_call_is_not_permitted() {
    assertThat(code(corp.call("message/shout", new JsonObject()))).isEqualTo(48002);
  }

  private static SimulatedMember nurse() {
    return corp.sim().member("sunlili");
  }

  private static int recall(String id) {
    return code(corp.call("message/recall", new JsonObject().put("msgid", id)));
  }

  private static int sendTo(String to) {
    return code(corp.call("message/send", message(to, "text", text("x"))));
  }

  private static int userGet(String token) {
    return code(corp.get("/cgi-bin/user/get?userid=sunlili&access_token=" + token));
  }

  private static int code(JsonObject answer) {
    return answer.getInteger("errcode");
  }
}
