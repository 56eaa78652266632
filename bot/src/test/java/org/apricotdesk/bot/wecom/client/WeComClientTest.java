package org.apricotdesk.bot.wecom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apricotdesk.bot.simulator.Robot.Transport;
import org.apricotdesk.bot.simulator.Simulator;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.bot.wecom.Card.Button;
import org.apricotdesk.bot.wecom.Card.Head;
import org.apricotdesk.bot.wecom.Incoming.Media;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.bot.wecom.SimulatedCorp;
import org.apricotdesk.bot.wecom.client.Outcome.Configuration;
import org.apricotdesk.bot.wecom.client.Outcome.Later;
import org.apricotdesk.bot.wecom.client.Outcome.Rejected;
import org.apricotdesk.bot.wecom.client.Outcome.Sent;
import org.apricotdesk.bot.wecom.client.Outcome.Unknown;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.settings.Settings.WeCom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WeComClientTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("bot");

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

  private final List<WeComClient> clients = new ArrayList<>();
  private Simulator sim = SimulatedCorp.start(db.vertx(), Transport.CALLBACK);
  private WeComClient client = instance();

  @BeforeEach
  void nothingKept() {
    db.database().pool().query("TRUNCATE bot.pass, bot.member").execute().await();
  }

  @AfterEach
  void close() {
    clients.forEach(WeComClient::close);
    sim.close();
  }

  private WeComClient instance() {
    return instance(SimulatedCorp.settings(sim));
  }

  private WeComClient instance(WeCom settings) {
    var opened = WeComClient.open(db.vertx(), db.database(), settings, sim.clock());
    clients.add(opened);
    return opened;
  }

  private Outcome say(String text) {
    return client.send("sunlili", text(text));
  }

  private static JsonObject text(String text) {
    return new JsonObject()
        .put("msgtype", "text")
        .put("text", new JsonObject().put("content", text));
  }

  private static JsonObject card(Card card) {
    return new JsonObject().put("msgtype", "template_card").put("template_card", card.forApp());
  }

  private static Card.Buttons claim(String task) {
    var head = new Head("#1024 待接单", "骨一科", "腕带打不出来", List.of(), Optional.empty());
    return new Card.Buttons(task, head, List.of(new Button("接单", 1, "take")));
  }

  @Test
  void a_member_reads_what_the_app_says_letter_for_letter() {
    var words = "工单 #1024 已由邵嘉乐接手 🙏 <b>&amp; C:\\\\u0041 \"\n次行";

    assertThat(say(words + "\u0001")).isInstanceOf(Sent.class);
    assertThat(sim.member("sunlili").lastHeard().text()).isEqualTo(words + " ");
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void a_card_can_be_changed_once_for_everybody_who_got_it() {
    SimulatedCorp.listen(db.vertx(), sim, _ -> new Outgoing.Nothing());
    var sent = (Sent) client.send("shaojiale", card(claim("t-1")));
    var code = sent.responseCode().orElseThrow();
    var taken = new Card.Done("t-1b", claim("t-1").head(), "已被接单");

    assertThat(client.change(List.of(), code, taken.forApp())).isInstanceOf(Sent.class);
    assertThat(sim.member("shaojiale").lastHeard().buttons()).isEmpty();
    assertThat(sim.violations()).isEmpty();
    assertThat(client.change(List.of(), code, taken.forApp()))
        .isInstanceOfSatisfying(Rejected.class, no -> assertThat(no.code()).isEqualTo(60140));
  }

  @Test
  void a_message_can_be_taken_back() {
    var sent = (Sent) say("发错了");

    assertThat(client.recall(sent.messageId().orElseThrow())).isInstanceOf(Sent.class);
    assertThat(sim.member("sunlili").chat().getFirst().recalled()).isTrue();
  }

  @Test
  void somebody_the_app_is_not_shown_is_a_refusal_for_good() {
    assertThat(client.send("nobody", text("在吗")))
        .isInstanceOfSatisfying(Rejected.class, no -> assertThat(no.code()).isEqualTo(81013));
  }

  @Test
  void a_message_for_one_never_goes_to_many() {
    assertThatThrownBy(() -> client.send("sunlili|shaojiale", text("密")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> client.send("@all", text("密")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thirty_messages_at_once_on_two_instances_fetch_one_token() throws Exception {
    var other = instance();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sending = new ArrayList<Callable<Outcome>>();
      for (var i = 0; i < 15; i++) {
        var number = i;
        sending.add(() -> client.send("sunlili", text("甲" + number)));
        sending.add(() -> other.send("shaojiale", text("乙" + number)));
      }
      for (var outcome : threads.invokeAll(sending)) {
        assertThat(outcome.get()).isInstanceOf(Sent.class);
      }
    }
    assertThat(sim.tokensFetched()).isEqualTo(1);
  }

  @Test
  void a_token_that_was_revoked_is_fetched_anew_and_the_message_sent() {
    say("一");
    var other = instance();
    other.send("sunlili", text("二"));
    sim.faults().revokeTokens();

    assertThat(say("三")).isInstanceOf(Sent.class);
    assertThat(other.send("sunlili", text("四"))).isInstanceOf(Sent.class);
    assertThat(sim.tokensFetched()).isEqualTo(2);
  }

  @Test
  void a_token_is_not_used_after_its_time() {
    say("一");
    sim.advance(Duration.ofHours(3));

    assertThat(say("二")).isInstanceOf(Sent.class);
    assertThat(sim.violations()).isEmpty();
  }

  @Test
  void a_kept_token_cannot_be_read_from_the_database() {
    say("一");
    var row = db.database().pool().query("SELECT sealed FROM bot.pass").execute().await();
    var kept = row.iterator().next().getBuffer("sealed").getBytes();

    assertThat(new PassSeal(new org.apricotdesk.config.settings.Secret("guess")).open(kept))
        .isEmpty();
  }

  @Test
  void a_wrong_secret_is_for_the_operator_and_is_not_tried_again_at_once() {
    client = instance(SimulatedCorp.settings(sim, "wrong"));

    for (var i = 0; i < 5; i++) {
      assertThat(say("喂"))
          .isInstanceOfSatisfying(
              Configuration.class, no -> assertThat(no.code()).isEqualTo(40001));
    }
    assertThat(sim.violations()).hasSize(1);
  }

  @Test
  void an_address_that_is_not_trusted_is_for_the_operator() {
    say("一");
    sim.faults().trustOnly("203.0.113.9");

    assertThat(say("二")).isInstanceOf(Configuration.class);
  }

  @Test
  void what_the_platform_is_too_busy_for_is_sent_later() {
    sim.faults().fail("/cgi-bin/message/send", -1, 1);
    assertThat(say("一")).isInstanceOf(Later.class);
    sim.faults().fail("/cgi-bin/message/send", 45009, 1);
    assertThat(say("二"))
        .isInstanceOfSatisfying(
            Later.class, no -> assertThat(no.after()).isEqualTo(Duration.ofMinutes(1)));
  }

  @Test
  void a_message_whose_answer_is_lost_is_told_as_unknown_and_has_arrived_once() {
    say("一");
    sim.faults().dropAfter("/cgi-bin/message/send", 1);

    assertThat(say("到底发了没有")).isInstanceOf(Unknown.class);
    assertThat(sim.member("sunlili").chat().stream().map(b -> b.text()))
        .containsExactly("一", "到底发了没有");
  }

  @Test
  void an_address_where_nobody_listens_is_tried_again_later() {
    var settings = SimulatedCorp.settings(sim);
    var closed =
        new WeCom(
            URI.create("http://127.0.0.1:9"),
            settings.corpId(),
            settings.app(),
            settings.robot(),
            settings.webhook());

    assertThat(instance(closed).send("sunlili", text("喂"))).isInstanceOf(Later.class);
  }

  @Test
  void a_member_is_asked_for_once_a_day_unless_the_address_book_changes() {
    assertThat(client.member("SunLili"))
        .hasValueSatisfying(
            member -> {
              assertThat(member.name()).isEqualTo("孙莉莉");
              assertThat(member.departments()).containsExactly(2);
            });
    sim.faults().fail("/cgi-bin/user/get", -1, 1);
    assertThat(instance().member("sunlili")).isPresent();

    client.forgetMember("sunlili");
    assertThatThrownBy(() -> client.member("sunlili")).isInstanceOf(WeComException.class);
    sim.advance(Duration.ofHours(25));
    assertThat(client.member("sunlili")).isPresent();
  }

  @Test
  void a_member_the_app_is_not_shown_has_no_name() {
    assertThat(client.member("stranger")).isEmpty();
    assertThat(client.departments()).extracting(WeComDepartment::name).contains("骨一科");
  }

  @Test
  void without_an_app_everything_says_what_is_not_set() {
    var settings = SimulatedCorp.settings(sim);
    var bare =
        instance(
            new WeCom(
                settings.apiUrl(),
                Optional.empty(),
                Optional.empty(),
                settings.robot(),
                settings.webhook()));

    assertThat(bare.send("sunlili", text("喂"))).isInstanceOf(Configuration.class);
    assertThatThrownBy(() -> bare.member("sunlili")).hasMessageContaining("wecom.app");
  }

  @Test
  void a_picture_goes_up_and_comes_back() {
    var id = client.uploadPicture("打印机.png", PNG);

    assertThat(client.fetch(new Media.Id(id))).isEqualTo(PNG);
    assertThatThrownBy(() -> client.fetch(new Media.Id("none")))
        .isInstanceOfSatisfying(WeComException.class, no -> assertThat(no.code()).isEqualTo(40007));
    assertThatThrownBy(() -> client.uploadPicture("huge.png", new byte[6 * 1024 * 1024]))
        .isInstanceOf(WeComException.class);
  }

  @Test
  void bytes_are_fetched_from_the_platform_only() {
    var elsewhere = new Media.Sealed(URI.create("http://10.0.0.8/internal"), Optional.empty());

    assertThatThrownBy(() -> client.fetch(elsewhere)).hasMessageContaining("not an address");
  }

  @Test
  void a_late_answer_is_posted_to_the_platform_only() {
    assertThat(client.respond(URI.create("http://127.0.0.1.example.org/x"), text("喂")))
        .isInstanceOf(Rejected.class);
    assertThat(client.respond(URI.create(sim.apiUrl() + "@example.org/x"), text("喂")))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void the_engineers_group_hears_the_webhook() {
    assertThat(client.notifyEngineers(text("#1024 无人接单"))).isInstanceOf(Sent.class);
    assertThat(sim.group(SimulatedCorp.WARD).member("shaojiale").lastHeard().text())
        .isEqualTo("#1024 无人接单");
  }

  @Test
  void sign_in_leads_to_the_platform_and_back_and_a_made_up_code_to_nobody() {
    var inside = client.signInInside(URI.create("https://desk.example.com/in?x=1"), "abc123");
    assertThat(inside.toString())
        .startsWith(sim.apiUrl() + "/connect/oauth2/authorize?appid=ww5d1f0e9a8b7c6d42")
        .contains("redirect_uri=https%3A%2F%2Fdesk.example.com%2Fin%3Fx%3D1")
        .endsWith("#wechat_redirect");
    assertThat(client.signedIn("made-up")).isEmpty();
    assertThatThrownBy(() -> client.signInAtDesk(URI.create("https://desk.example.com"), "a&b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pages_are_signed_for_the_script_kit_with_one_ticket() {
    var url = "https://desk.example.com/tickets/8?from=card#top";
    var signed = client.appScripts(url);

    assertThat(signed.timestamp()).isEqualTo(SimulatedCorp.NOON.getEpochSecond());
    assertThat(signed.signature()).hasSize(40);
    assertThat(client.corpScripts(url).signature()).isNotEqualTo(signed.signature());
    assertThat(client.callbackAddresses()).contains("127.0.0.1");
  }

  @Test
  void script_signatures_are_those_of_the_vectors() throws Exception {
    var file = Path.of(getClass().getResource("/org/apricotdesk/bot/wecom/vectors.json").toURI());
    JsonArray vectors = new JsonObject(Files.readString(file)).getJsonArray("jsSdk");

    assertThat(vectors)
        .hasSize(2)
        .allSatisfy(
            each -> {
              var vector = (JsonObject) each;
              var signed =
                  ScriptSignature.of(
                      vector.getString("jsapiTicket"),
                      vector.getString("nonceStr"),
                      Long.parseLong(vector.getString("timestamp")),
                      vector.getString("url") + "#part");
              assertThat(signed.signature()).isEqualTo(vector.getString("signature"));
            });
  }
}
