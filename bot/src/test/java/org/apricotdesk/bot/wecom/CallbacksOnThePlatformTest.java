package org.apricotdesk.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apricotdesk.bot.simulator.Faults.Corruption;
import org.apricotdesk.bot.simulator.Robot.Transport;
import org.apricotdesk.bot.simulator.SimulatedMember;
import org.apricotdesk.bot.simulator.Simulator;
import org.apricotdesk.bot.simulator.Talk;
import org.apricotdesk.bot.wecom.Card.Button;
import org.apricotdesk.bot.wecom.Card.Head;
import org.apricotdesk.bot.wecom.client.ChangedMembers;
import org.apricotdesk.bot.wecom.client.LateReplies;
import org.apricotdesk.bot.wecom.client.WeComClient;
import org.apricotdesk.config.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbacksOnThePlatformTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("bot");

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

  private final Simulator sim = SimulatedCorp.start(db.vertx(), Transport.CALLBACK);
  private final WeComClient client =
      WeComClient.open(db.vertx(), db.database(), SimulatedCorp.settings(sim), sim.clock());
  private final List<Incoming> received = new CopyOnWriteArrayList<>();
  private Function<Incoming, Outgoing> answer = _ -> new Outgoing.Nothing();
  private final HttpServer server =
      SimulatedCorp.listen(
          db.vertx(),
          sim,
          new ChangedMembers(client::forgetMember, this::receive),
          new LateReplies(client, _ -> Optional.empty()));

  @AfterEach
  void close() {
    server.close().await();
    client.close();
    sim.close();
  }

  private Outgoing receive(Incoming incoming) {
    received.add(incoming);
    return answer.apply(incoming);
  }

  private SimulatedMember nurse() {
    return sim.member("sunlili");
  }

  private Talk ward() {
    return sim.group(SimulatedCorp.WARD).member("sunlili");
  }

  private static Card.Buttons claim(String task) {
    var head = new Head("#1024 待接单", "骨一科", "腕带打不出来", List.of(), Optional.empty());
    return new Card.Buttons(task, head, List.of(new Button("接单", 1, "take")));
  }

  private List<Incoming.Content> contents() {
    return received.stream().map(Incoming::content).toList();
  }

  @Test
  void a_word_to_the_app_is_answered_at_once() {
    answer = _ -> new Outgoing.Text("已登记 #1024 🙏 ]]>");

    nurse().says("打印机卡纸 <b> & ]]>");

    assertThat(nurse().lastHeard().text()).isEqualTo("已登记 #1024 🙏 ]]>");
    assertThat(contents()).containsExactly(new Incoming.Text("打印机卡纸 <b> & ]]>", Optional.empty()));
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void an_answer_longer_than_the_app_shows_is_cut_between_characters() {
    answer = _ -> new Outgoing.Text("纸".repeat(1000));

    nurse().says("打印机");

    assertThat(nurse().lastHeard().text()).isEqualTo("纸".repeat(681) + "…");
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void what_could_not_be_kept_is_delivered_again_under_the_same_id() {
    var attempts = new AtomicInteger();
    answer =
        _ -> {
          if (attempts.incrementAndGet() < 3) throw new IllegalStateException("database away");
          return new Outgoing.Text("收到");
        };

    nurse().says("打印机卡纸");

    assertThat(nurse().lastHeard().text()).isEqualTo("收到");
    assertThat(received).hasSize(3);
    assertThat(received.stream().map(Incoming::id).distinct()).hasSize(1);
  }

  @Test
  void a_message_delivered_three_times_has_one_id() {
    sim.faults().copies(3);
    nurse().says("打印机卡纸");
    ward().says("@杏台 打印机卡纸");

    assertThat(received).hasSize(6);
    assertThat(received.stream().map(Incoming::id).distinct()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Corruption.class,
      names = {"SIGNATURE", "RECEIVER", "PADDING", "LENGTH"})
  void a_spoilt_message_is_not_received(Corruption how) {
    sim.faults().corrupt(how);
    nurse().says("打印机卡纸");
    ward().says("@杏台 打印机卡纸");

    assertThat(received).isEmpty();
  }

  @Test
  void bare_xml_and_unknown_elements_do_no_harm() {
    sim.faults().bareXml(true);
    sim.faults().unknownElements(true);

    nurse().says("打印机卡纸");

    assertThat(contents()).containsExactly(new Incoming.Text("打印机卡纸", Optional.empty()));
  }

  @Test
  void two_taps_within_one_second_are_two() {
    sendCard("t-1");
    sendCard("t-2");
    for (var card : List.copyOf(nurse().chat())) nurse().taps(card, "接单");

    assertThat(received).hasSize(2);
    assertThat(received.stream().map(Incoming::id).distinct()).hasSize(2);
    assertThat(contents())
        .extracting(content -> ((Incoming.Click) content).taskId())
        .containsExactly("t-1", "t-2");
    assertThat(contents())
        .allSatisfy(content -> assertThat(((Incoming.Click) content).responseCode()).isPresent());
  }

  private void sendCard(String task) {
    var body = RobotBodies.card(claim(task)).put("template_card", claim(task).forApp());
    assertThat(client.send("sunlili", body))
        .isInstanceOf(org.apricotdesk.bot.wecom.client.Outcome.Sent.class);
  }

  @Test
  void everything_one_can_send_to_the_app_is_told_apart() {
    nurse().sendsPicture(PNG);
    nurse().app().speaks("打印机坏了");
    nurse().app().sendsLocation("门诊楼三楼", 30.1, 120.2);
    nurse().app().enters();
    nurse().app().opensMenu("menu.mine");

    assertThat(contents())
        .satisfiesExactly(
            picture -> assertThat(client.fetch(((Incoming.Image) picture).media())).isEqualTo(PNG),
            voice -> assertThat(((Incoming.Voice) voice).transcript()).isEmpty(),
            place -> assertThat(((Incoming.Location) place).label()).isEqualTo("门诊楼三楼"),
            enter -> assertThat(enter).isEqualTo(new Incoming.Enter()),
            menu -> assertThat(menu).isEqualTo(new Incoming.Menu("menu.mine")));
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void everything_one_can_send_to_the_robot_is_told_apart() {
    var chat = nurse().robot();
    chat.sendsPicture(PNG);
    chat.speaks("打印机坏了");
    chat.saysWithPicture("看这个", PNG);
    chat.sendsFile("log.txt", "0123456789".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(contents())
        .satisfiesExactly(
            picture -> assertThat(client.fetch(((Incoming.Image) picture).media())).isEqualTo(PNG),
            voice -> assertThat(((Incoming.Voice) voice).transcript()).contains("打印机坏了"),
            mixed -> {
              assertThat(((Incoming.Mixed) mixed).text()).isEqualTo("看这个");
              var picture = ((Incoming.Mixed) mixed).images().getFirst();
              assertThat(client.fetch(picture)).isEqualTo(PNG);
            },
            file -> assertThat(file).isInstanceOf(Incoming.File.class));
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void the_robot_answers_in_the_group_by_words_and_card_and_a_tap_changes_the_card() {
    answer =
        incoming ->
            incoming.content() instanceof Incoming.Click
                ? new Outgoing.Changed(
                    new Card.Done("t-1", claim("t-1").head(), "邵嘉乐已接"), List.of())
                : new Outgoing.TextAndCard("谁来接单？", claim("t-1"), false);

    ward().says("@杏台 腕带打不出来");
    ward().hears("谁来接单？");
    sim.group(SimulatedCorp.WARD).member("shaojiale").taps("接单");

    ward().seesCard("邵嘉乐已接");
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void a_tap_answered_by_words_is_heard_by_the_late_answer() {
    answer =
        incoming ->
            incoming.content() instanceof Incoming.Click
                ? new Outgoing.Text("请说说现象")
                : new Outgoing.Shown(claim("t-9"));
    nurse().robot().says("打印机");
    nurse().robot().taps("接单");

    assertThat(nurse().robot().hears("请说说现象").type()).isEqualTo("markdown");
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void choices_on_a_card_come_with_the_tap() {
    var options = List.of(new Card.Option("slow", "太慢"), new Card.Option("rude", "态度不好"));
    var head = new Head("哪里不满意？", "#1024", "", List.of(), Optional.empty());
    answer =
        incoming ->
            incoming.content() instanceof Incoming.Click
                ? new Outgoing.Nothing()
                : new Outgoing.Shown(
                    new Card.Ballot(
                        "b-1", head, "why", true, options, new Button("提交", 1, "reasons")));
    var chat = nurse().robot();
    chat.says("评价");
    chat.taps(chat.cardWith("提交"), "提交", Map.of("why", List.of("slow", "rude")));

    assertThat(((Incoming.Click) contents().getLast()).selected())
        .isEqualTo(Map.of("why", List.of("slow", "rude")));
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void a_member_who_changed_in_the_address_book_is_asked_for_anew() {
    client.member("sunlili");
    sim.faults().fail("/cgi-bin/user/get", -1, 1);
    assertThat(client.member("sunlili")).isPresent();

    sim.contactChanged("update_user", "sunlili");

    var rows = db.database().pool().query("SELECT count(*) FROM bot.member").execute().await();
    assertThat(rows.iterator().next().getLong(0)).isZero();
    assertThat(received).isEmpty();
  }

  @Test
  void ids_of_several_people_and_kinds_never_meet() {
    nurse().says("一");
    sim.member("shaojiale").says("一");
    nurse().robot().says("一");
    ward().says("@杏台 一");

    var ids = new ArrayList<>(received.stream().map(Incoming::id).distinct().toList());
    assertThat(ids).hasSize(4);
  }
}
