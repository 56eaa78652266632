package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Corp.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardRulesTest {
  private static final String NOTICE =
      """
      {"card_type":"text_notice","main_title":{"title":"工单"},
       "card_action":{"type":1,"url":"https://d.example/t/7"}}""";
  private static final String BUTTONS =
      """
      {"card_type":"button_interaction","task_id":"T-1","main_title":{"title":"工单"},
       "button_list":[{"text":"认领","key":"claim"}]}""";
  private static final String VOTE =
      """
      {"card_type":"vote_interaction","task_id":"T-1","main_title":{"title":"评价"},
       "checkbox":{"question_key":"q","option_list":[{"id":"1","text":"好"}]},
       "submit_button":{"text":"提交","key":"s"}}""";
  private static final String MULTIPLE =
      """
      {"card_type":"multiple_interaction","task_id":"T-1","main_title":{"title":"新建"},
       "select_list":[{"question_key":"q","option_list":[{"id":"1","text":"好"}]}],
       "submit_button":{"text":"提交","key":"s"}}""";
  private static final String NEWS =
      """
      {"card_type":"news_notice","main_title":{"title":"公告"},
       "card_image":{"url":"https://d.example/p.png","aspect_ratio":1.6},
       "card_action":{"type":1,"url":"https://d.example/t/7"}}""";

  @RegisterExtension static final Corp corp = new Corp();
  private Service service;

  @BeforeEach
  void listen() {
    service = Service.app(corp);
  }

  @AfterEach
  void hangUp() {
    service.close();
  }

  /// Each line changes one thing of a good card: what, to which value, and the code that
  /// answers.
  @ParameterizedTest(name = "{0} with {1} = {2} answers {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "BUTTONS  | card_type       | \"poster\"                                   | 42031",
        "BUTTONS  | task_id         | \"\"                                         | 42014",
        "BUTTONS  | task_id         | \"工单\"                                     | 42014",
        "BUTTONS  | main_title      | {}                                           | 41016",
        "NOTICE   | main_title      | {}                                           | 41016",
        "NOTICE   | card_action     | {}                                           | 42045",
        "NOTICE   | card_action     | {\"type\":1,\"url\":\"d.example\"}           | 45034",
        "NOTICE   | card_action     | {\"type\":2}                                 | 42030",
        "NOTICE   | horizontal_content_list | [{\"value\":\"x\"}]                  | 42027",
        "NOTICE   | horizontal_content_list | [{\"keyname\":\"k\",\"type\":1}]     | 42028",
        "NOTICE   | horizontal_content_list | [{\"keyname\":\"k\",\"type\":2}]     | 42029",
        "NOTICE   | horizontal_content_list | [{\"keyname\":\"k\",\"type\":3}]     | 42050",
        "NOTICE   | horizontal_content_list | [{\"keyname\":\"k\",\"type\":9}]     | 40058",
        "NOTICE   | jump_list       | [{\"type\":1,\"url\":\"https://x/y\"}]       | 42033",
        "NOTICE   | jump_list       | [{\"title\":\"t\",\"type\":1}]               | 42028",
        "NOTICE   | jump_list       | [{\"title\":\"t\",\"type\":2}]               | 42030",
        "NOTICE   | jump_list       | [{\"title\":\"t\",\"type\":3,\"question\":\"?\"}] | 40058",
        "NEWS     | card_image      | {}                                           | 42044",
        "NEWS     | card_image      | {\"url\":\"https://x/y\",\"aspect_ratio\":3} | 40058",
        "NEWS     | vertical_content_list | [{\"desc\":\"x\"}]                     | 42033",
        "BUTTONS  | button_list     | []                                           | 40058",
        "BUTTONS  | button_list     | [{\"key\":\"k\"}]                            | 42038",
        "BUTTONS  | button_list     | [{\"text\":\"t\"}]                           | 42039",
        "BUTTONS  | button_list     | [{\"text\":\"t\",\"key\":\"k\",\"style\":5}] | 40058",
        "BUTTONS  | button_list     | [{\"text\":\"a\",\"key\":\"k\"},{\"text\":\"b\",\"key\":\"k\"}] | 42039",
        "BUTTONS  | button_selection | {\"option_list\":[{\"id\":\"1\",\"text\":\"t\"}]} | 42043",
        "BUTTONS  | action_menu     | {\"action_list\":[]}                         | 40058",
        "BUTTONS  | action_menu     | {\"action_list\":[{\"text\":\"a\",\"key\":\"k\"},{\"text\":\"b\",\"key\":\"k\"}]} | 42051",
        "NOTICE   | action_menu     | {\"action_list\":[{\"text\":\"a\",\"key\":\"k\"}]} | 42014",
        "VOTE     | checkbox        | {\"question_key\":\"q\",\"option_list\":[]}  | 42037",
        "VOTE     | checkbox        | {\"question_key\":\"q\",\"option_list\":[{\"text\":\"t\"}]} | 42040",
        "VOTE     | checkbox        | {\"question_key\":\"q\",\"option_list\":[{\"id\":\"1\"}]} | 42041",
        "VOTE     | checkbox        | {\"option_list\":[{\"id\":\"1\",\"text\":\"t\"}]} | 42043",
        "VOTE     | submit_button   | {\"text\":\"提交\"}                          | 42046",
        "VOTE     | submit_button   | {\"key\":\"s\"}                              | 42049",
        "MULTIPLE | select_list     | []                                           | 42047",
      })
  void one_mistake_has_its_code(String card, String part, String value, int code) {
    var changed = card(card).put(part, new JsonArray("[" + value + "]").getValue(0));
    assertThat(code(changed)).isEqualTo(code);
    assertThat(corp.sim().violations()).hasSize(1);
    assertThat(corp.sim().member("sunlili").chat()).isEmpty();
  }

  @ParameterizedTest(name = "{3} of {1} in {0}")
  @CsvSource({
    "NOTICE, horizontal_content_list, 42035, 6",
    "NEWS, vertical_content_list, 42036, 4",
    "NOTICE, jump_list, 42042, 3",
    "BUTTONS, button_list, 40058, 6",
    "MULTIPLE, select_list, 42047, 3",
  })
  void so_many_are_allowed_and_no_more(String card, String list, int code, int most) {
    assertThat(code(card(card).put(list, items(most)))).isZero();
    assertThat(code(card(card).put(list, items(most + 1)).put("task_id", "T-2"))).isEqualTo(code);
  }

  @Test
  void options_are_ten_but_twenty_in_a_vote() {
    assertThat(code(with(card("VOTE"), "checkbox", 20))).isZero();
    assertThat(code(with(card("VOTE"), "checkbox", 21))).isEqualTo(42037);
    var selection = question(11);
    assertThat(code(card("BUTTONS").put("button_selection", selection))).isEqualTo(42037);
  }

  @Test
  void keys_and_ids_have_their_length_in_bytes() {
    var key = "键".repeat(342);
    var button = new JsonObject().put("text", "t").put("key", key);
    assertThat(code(card("BUTTONS").put("button_list", new JsonArray().add(button))))
        .isEqualTo(42039);
    assertThat(code(card("BUTTONS").put("task_id", "x".repeat(129)))).isEqualTo(42014);
    var option = new JsonObject().put("id", "x".repeat(129)).put("text", "t");
    var box =
        new JsonObject().put("question_key", "q").put("option_list", new JsonArray().add(option));
    assertThat(code(card("VOTE").put("checkbox", box))).isEqualTo(42040);
  }

  @Test
  void a_task_is_used_once_in_an_app() {
    assertThat(code(card("BUTTONS"))).isZero();
    assertThat(code(card("BUTTONS"))).isEqualTo(42014);
    corp.guess(Guesses.USUAL.without(Guess.REUSED_TASK_REFUSED));
    service.close();
    service = Service.app(corp);
    assertThat(code(card("BUTTONS"))).isZero();
    assertThat(code(card("BUTTONS"))).isZero();
  }

  @Test
  void cards_that_call_back_need_a_service_that_listens() {
    corp.guess(Guesses.USUAL);
    assertThat(code(card("BUTTONS"))).isEqualTo(43012);
    assertThat(code(card("NOTICE"))).isZero();
  }

  @Test
  void long_titles_are_advice_not_an_error() {
    var title = new JsonObject().put("title", "字".repeat(37));
    assertThat(code(card("BUTTONS").put("main_title", title))).isZero();
    assertThat(corp.sim().advice()).singleElement().asString().contains("main_title.title");
    assertThat(corp.sim().violations()).isEmpty();
  }

  @Test
  void a_code_for_updates_comes_with_the_cards_that_call_back_only() {
    assertThat(send(card("BUTTONS")).getString("response_code")).isNotEmpty();
    assertThat(send(card("NOTICE")).containsKey("response_code")).isFalse();
    var noticeWithMenu =
        card("NOTICE").put("task_id", "T-9").put("action_menu", AppCallbackTest.menu());
    assertThat(send(noticeWithMenu).getString("response_code")).isNotEmpty();
  }

  @Test
  void an_update_reaches_everybody_who_got_the_card_and_uses_the_code_up() {
    var sent =
        corp.call("message/send", message("sunlili|shaojiale", "template_card", card("BUTTONS")));
    var update = grey(sent.getString("response_code")).put("atall", 1);

    assertThat(update(update)).isZero();
    assertThat(corp.sim().member("sunlili").chat().getLast().text()).contains("已认领");
    assertThat(corp.sim().member("shaojiale").chat().getLast().buttons()).isEmpty();
    assertThat(update(update)).isEqualTo(60140);
  }

  @Test
  void an_update_may_bring_another_card_and_names_strangers_in_an_array() {
    var code = send(card("BUTTONS")).getString("response_code");
    var body =
        grey(code)
            .put("userids", new JsonArray().add("sunlili").add("ghost"))
            .put("template_card", card("NOTICE"));
    body.remove("button");
    var answer = corp.call("message/update_template_card", body);
    assertThat(answer.getJsonArray("invaliduser")).isEqualTo(new JsonArray().add("ghost"));
    assertThat(corp.sim().member("sunlili").chat()).hasSize(1);
    assertThat(corp.sim().member("sunlili").lastHeard().buttons()).isEmpty();
  }

  @Test
  void updates_want_a_live_code_of_the_own_app_and_targets_that_got_the_card() {
    var code = send(card("BUTTONS")).getString("response_code");
    var outsider = new JsonArray().add("shaojiale");

    assertThat(update(grey("nonsense").put("atall", 1))).isEqualTo(60140);
    assertThat(update(grey(code))).isEqualTo(82101);
    assertThat(update(grey(code).put("userids", outsider))).isEqualTo(82102);
    var other = corp.token("other-secret");
    var foreign = grey(code).put("agentid", 1000003).put("atall", 1);
    var path = "/cgi-bin/message/update_template_card?access_token=" + other;
    assertThat(corp.post(path, foreign.encode()).getInteger("errcode")).isEqualTo(42015);
    corp.sim().advance(Duration.ofHours(73));
    assertThat(update(grey(code).put("atall", 1))).isEqualTo(60140);
  }

  private static JsonObject grey(String code) {
    return new JsonObject()
        .put("agentid", 1000002)
        .put("response_code", code)
        .put("button", new JsonObject().put("replace_name", "已认领"));
  }

  private static int update(JsonObject body) {
    return corp.call("message/update_template_card", body).getInteger("errcode");
  }

  private static JsonObject card(String name) {
    return new JsonObject(
        switch (name) {
          case "NOTICE" -> NOTICE;
          case "BUTTONS" -> BUTTONS;
          case "VOTE" -> VOTE;
          case "MULTIPLE" -> MULTIPLE;
          default -> NEWS;
        });
  }

  private static JsonObject with(JsonObject card, String part, int options) {
    return card.put(part, question(options));
  }

  private static JsonObject question(int options) {
    List<JsonObject> list = new ArrayList<>();
    IntStream.range(0, options)
        .forEach(i -> list.add(new JsonObject().put("id", "o" + i).put("text", "项")));
    return new JsonObject().put("question_key", "q").put("option_list", new JsonArray(list));
  }

  /// Items that are good in every list.
  private static JsonArray items(int number) {
    var items = new JsonArray();
    for (var i = 0; i < number; i++) {
      items.add(
          question(1).put("keyname", "k").put("title", "t").put("text", "t").put("key", "k" + i));
    }
    return items;
  }

  private static JsonObject send(JsonObject card) {
    return corp.call("message/send", message("sunlili", "template_card", card));
  }

  private static int code(JsonObject card) {
    return send(card).getInteger("errcode");
  }
}
