package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Corp.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import org.apricotdesk.bot.simulator.Faults.Corruption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppCallbackTest {
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

  @Test
  void a_url_that_does_not_echo_cannot_be_saved() {
    service.failsNext(1);
    assertThatThrownBy(() -> corp.sim().appCallback(service.uri())).hasMessageContaining("40057");
    var nobody = URI.create("http://127.0.0.1:1/wecom");
    assertThatThrownBy(() -> corp.sim().appCallback(nobody)).isNotNull();
  }

  @Test
  void what_a_member_says_arrives_sealed_and_readable_by_others() {
    nurse().says("三楼护士站打印机卡纸 🙏 ]]>");

    var heard = WxCpXmlMessage.fromXml(service.lastPlain(), "1000002");
    assertThat(heard.getContent()).isEqualTo("三楼护士站打印机卡纸 🙏 ]]>");
    assertThat(heard.getFromUserName()).isEqualTo("sunlili");
    assertThat(heard.getMsgId()).isPositive();
    assertThat(heard.getAgentId()).isEqualTo("1000002");
    assertThat(service.heard.getLast().body()).doesNotContain("打印机");
  }

  @Test
  void a_failing_service_is_asked_three_times_with_the_same_id() {
    service.failsNext(2);
    nurse().says("第三次才到");
    assertThat(service.heard).hasSize(1);
    service.failsNext(3);
    nurse().says("放弃");
    assertThat(service.heard).hasSize(1);
  }

  @Test
  void a_service_that_does_not_answer_in_time_is_cut_off() {
    corp.impatient();
    service.close();
    service = Service.app(corp);
    service.isDeaf();
    nurse().says("在吗");
    assertThat(service.heard).isEmpty();
    assertThat(nurse().chat()).hasSize(1);
  }

  @Test
  void copies_have_the_same_id_in_a_fresh_envelope() {
    corp.sim().faults().copies(3);
    nurse().says("一句话");
    assertThat(service.heard)
        .extracting(Service.Heard::plain)
        .hasSize(3)
        .containsOnly(service.lastPlain());
    assertThat(service.heard).extracting(Service.Heard::nonce).doesNotHaveDuplicates();
  }

  @Test
  void messages_can_arrive_in_reverse() {
    corp.sim().faults().outOfOrder(true);
    nurse().says("先说的");
    service.answers(reply("<MsgType>text</MsgType><Content>收到</Content>"));
    nurse().says("后说的");
    assertThat(nurse().chat()).hasSize(4);
    assertThat(said()).containsExactly("后说的", "先说的");
  }

  @Test
  void copies_are_shared_out_among_the_instances() {
    try (var second = Service.app(corp)) {
      corp.sim().appCallback(service.uri(), second.uri());
      corp.sim().faults().copies(4);
      nurse().says("两台");
      assertThat(service.heard).hasSize(2);
      assertThat(second.heard).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"SIGNATURE,SIGNATURE", "RECEIVER,RECEIVER", "PADDING,FORMAT", "LENGTH,FORMAT"})
  void envelopes_are_spoilt_on_demand(Corruption how, String stage) {
    corp.sim().faults().corrupt(how);
    nurse().says("看不到");
    assertThat(service.heard).isEmpty();
    assertThat(service.refused).hasSize(3).containsOnly(stage);
  }

  @Test
  void elements_come_without_cdata_and_with_unknown_neighbours() {
    corp.sim().faults().bareXml(true);
    corp.sim().faults().unknownElements(true);
    nurse().says("1 < 2 & 3");
    assertThat(service.lastPlain()).doesNotContain("CDATA").contains("<Novelty>");
    assertThat(XmlNode.parse(service.lastPlain()).orElseThrow().of("Content"))
        .isEqualTo("1 < 2 & 3");
  }

  @Test
  void a_picture_comes_as_an_id_to_fetch() {
    nurse().sendsPicture(Pictures.png());
    var id = WxCpXmlMessage.fromXml(service.lastPlain(), "1000002").getMediaId();
    assertThat(corp.get("/control/state").getInteger("http")).isEqualTo(200);
    assertThat(corp.sim().member("sunlili").chat().getFirst().content().getString("media_id"))
        .isEqualTo(id);
  }

  @Test
  void voice_location_and_events_come_in_their_own_shapes() {
    nurse().app().speaks("打印机坏了");
    assertThat(WxCpXmlMessage.fromXml(service.lastPlain(), "1000002").getFormat()).isEqualTo("amr");
    nurse().app().sendsLocation("3号楼12层", 31.2, 121.4);
    assertThat(WxCpXmlMessage.fromXml(service.lastPlain(), "1000002").getLabel())
        .isEqualTo("3号楼12层");
    nurse().app().enters();
    assertThat(event().getEvent()).isEqualTo("enter_agent");
    nurse().app().opensMenu("menu.mine");
    assertThat(event().getEventKey()).isEqualTo("menu.mine");
    corp.sim().contactChanged("update_user", "sunlili");
    assertThat(event().getChangeType()).isEqualTo("update_user");
  }

  @Test
  void a_file_is_not_delivered_to_apps() {
    nurse().app().sendsFile("表.xlsx", new byte[] {1, 2, 3, 4, 5, 6});
    assertThat(service.heard).isEmpty();
  }

  @Test
  void a_passive_text_is_shown_at_once() {
    service.answers(reply("<MsgType>text</MsgType><Content>收到</Content>"));
    nurse().says("在吗");
    assertThat(nurse().lastHeard().text()).isEqualTo("收到");
    assertThat(corp.sim().violations()).isEmpty();
  }

  @Test
  void a_badly_sealed_or_misaddressed_passive_reply_is_a_violation() {
    service.answers(reply("<MsgType>text</MsgType><Content>收到</Content>"));
    service.spoils(body -> body.replace("1782000124", "1782000125"));
    nurse().says("一");
    service.spoils(body -> body);
    service.answers("<xml><ToUserName>somebody</ToUserName></xml>");
    nurse().says("二");
    service.answers(reply("<MsgType>poem</MsgType>"));
    nurse().says("三");

    assertThat(corp.sim().violations()).hasSize(3);
    assertThat(nurse().chat()).hasSize(3);
  }

  @Test
  void a_tap_tells_who_what_and_a_fresh_code() {
    var first = send(buttons("T-1"));
    engineer().taps("认领");
    var tap = event();
    engineer().taps("认领");

    assertThat(tap.getEvent()).isEqualTo("template_card_event");
    assertThat(tap.getEventKey()).isEqualTo("claim");
    assertThat(tap.getTaskId()).isEqualTo("T-1");
    assertThat(tap.getCardType()).isEqualTo("button_interaction");
    assertThat(List.of(first, tap.getResponseCode(), event().getResponseCode()))
        .doesNotHaveDuplicates();
  }

  @Test
  void selections_travel_with_the_tap() {
    send(
        new JsonObject(
            """
            {"card_type":"vote_interaction","task_id":"V-1","main_title":{"title":"请评价"},
             "checkbox":{"question_key":"q","mode":1,"option_list":[
               {"id":"a","text":"慢"},{"id":"b","text":"没修好"}]},
             "submit_button":{"text":"提交","key":"submit"}}"""));
    var card = engineer().seesCard("提交");
    engineer().app().taps(card, "提交", Map.of("q", List.of("a", "b")));
    assertThat(event().getSelectedItems().getFirst().getOptionIds().toString()).contains("a", "b");
  }

  @Test
  void a_url_button_opens_a_page_and_calls_nobody() {
    var card = buttons("T-2");
    card.getJsonArray("button_list")
        .add(new JsonObject().put("type", 1).put("text", "打开").put("url", "https://d.example/t/1"));
    send(card);
    assertThat(engineer().taps(engineer().seesCard("打开"), "打开")).isEqualTo("https://d.example/t/1");
    assertThat(service.heard).isEmpty();
  }

  @Test
  void a_menu_entry_of_a_card_is_its_own_event() {
    send(buttons("T-3").put("action_menu", menu()));
    engineer().taps("不再提醒");
    assertThat(event().getEvent()).isEqualTo("template_card_menu_event");
  }

  @Test
  void a_passive_update_changes_the_card_for_the_one_who_tapped_only() {
    corp.call("message/send", message("sunlili|shaojiale", "template_card", buttons("T-4")));
    service.answers(
        reply("<MsgType>update_button</MsgType><Button><ReplaceName>已认领</ReplaceName></Button>"));
    engineer().taps("认领");
    assertThat(engineer().chat().getLast().text()).contains("已认领");
    assertThat(nurse().cardWith("认领").buttons()).contains("认领");
  }

  @Test
  void a_passive_card_replaces_the_tapped_one() {
    send(buttons("T-5"));
    service.answers(
        reply(
            "<MsgType>update_template_card</MsgType><TemplateCard><CardType>text_notice</CardType>"
                + "<MainTitle><Title>已由邵嘉乐认领</Title></MainTitle>"
                + "<HorizontalContentList><KeyName>单号</KeyName><Value>1001</Value></HorizontalContentList>"
                + "<CardAction><Type>1</Type><Url>https://d.example/t/7</Url></CardAction>"
                + "</TemplateCard>"));
    engineer().taps("认领");
    assertThat(engineer().chat().getLast().text()).contains("已由邵嘉乐认领", "1001");
    assertThat(corp.sim().violations()).isEmpty();
  }

  static JsonObject buttons(String task) {
    var button = new JsonObject().put("text", "认领").put("style", 1).put("key", "claim");
    return new JsonObject()
        .put("card_type", "button_interaction")
        .put("task_id", task)
        .put("main_title", new JsonObject().put("title", "工单 " + task))
        .put("button_list", new JsonArray().add(button));
  }

  static JsonObject menu() {
    var entry = new JsonObject().put("text", "不再提醒").put("key", "mute");
    return new JsonObject().put("desc", "更多").put("action_list", new JsonArray().add(entry));
  }

  private static UnaryOperator<String> reply(String rest) {
    return plain -> {
      var from = XmlNode.parse(plain).orElseThrow().of("FromUserName");
      return "<xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName>%s</xml>"
          .formatted(from, corp.sim().settings().corpId(), rest);
    };
  }

  private String send(JsonObject card) {
    var answer = corp.call("message/send", message("shaojiale", "template_card", card));
    assertThat(answer.getInteger("errcode")).isZero();
    return answer.getString("response_code");
  }

  private WxCpXmlMessage event() {
    return WxCpXmlMessage.fromXml(service.lastPlain(), "1000002");
  }

  private Stream<String> said() {
    return service.heard.stream()
        .map(h -> WxCpXmlMessage.fromXml(h.plain(), "1000002").getContent());
  }

  private static SimulatedMember nurse() {
    return corp.sim().member("sunlili");
  }

  private static SimulatedMember engineer() {
    return corp.sim().member("shaojiale");
  }
}
