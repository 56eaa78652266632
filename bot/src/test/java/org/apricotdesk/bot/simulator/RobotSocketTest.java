package org.apricotdesk.bot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.bot.wecom.AesCbc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RobotSocketTest {
  @RegisterExtension static final Corp corp = new Corp(Robot.Transport.SOCKET);
  private final List<WebSocketClient> clients = new ArrayList<>();

  /// The other end of a long connection.
  private static final class Peer {
    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private int number;

    Peer(WebSocketClient client) {
      var options = new WebSocketConnectOptions().setAbsoluteURI(corp.sim().socketUrl());
      socket = client.connect(options).await();
      socket.textMessageHandler(text -> frames.add(new JsonObject(text)));
    }

    /// @return the code of the acknowledgement
    int sends(String cmd, String id, JsonObject body) {
      socket.writeTextMessage(
          new JsonObject()
              .put("cmd", cmd)
              .put("headers", new JsonObject().put("req_id", id))
              .put("body", body)
              .encode());
      var ack = gets();
      assertThat(ack.getJsonObject("headers").getString("req_id")).isEqualTo(id);
      assertThat(ack.containsKey("cmd")).isFalse();
      lastBody = ack.getJsonObject("body", new JsonObject());
      return ack.getInteger("errcode");
    }

    private JsonObject lastBody = new JsonObject();

    int asks(String cmd, JsonObject body) {
      return sends(cmd, "req-" + ++number, body);
    }

    JsonObject gets() {
      try {
        return Objects.requireNonNull(frames.poll(5, TimeUnit.SECONDS), "no frame came");
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }

  @AfterEach
  void hangUp() {
    clients.forEach(client -> client.close().await());
  }

  @Test
  void nothing_works_before_subscribing() {
    var peer = connected();
    assertThat(peer.asks("ping", new JsonObject())).isEqualTo(846609);
  }

  @Test
  void a_wrong_secret_is_told_and_the_connection_stays() {
    var peer = connected();
    assertThat(subscribe(peer, "wrong")).isEqualTo(853000);
    assertThat(subscribe(peer, "simulated-robot-secret")).isZero();
    assertThat(peer.asks("ping", new JsonObject())).isZero();
    assertThat(corp.sim().robotIsConnected()).isTrue();
  }

  @Test
  void a_newer_connection_takes_over_and_the_older_is_told_and_closed() {
    var older = subscribed();
    var newer = subscribed();

    var event = older.gets().getJsonObject("body").getJsonObject("event");
    assertThat(event.getString("eventtype")).isEqualTo("disconnected_event");
    RobotCallbackTest.await(older.socket::isClosed);
    nurse().robot().says("坏了");
    assertThat(newer.gets().getString("cmd")).isEqualTo("aibot_msg_callback");
  }

  @Test
  void a_message_is_answered_with_its_own_req_id_and_streams_grow() {
    var peer = subscribed();
    ward().says("@杏台 坏了");
    var id = id(peer.gets());

    assertThat(peer.sends("aibot_respond_msg", id, stream("S", false, "登记"))).isZero();
    assertThat(peer.sends("aibot_respond_msg", id, stream("S", true, "登记好了"))).isZero();
    assertThat(ward().lastHeard().text()).contains("登记好了");
    assertThat(ward().chat()).hasSize(2);
    assertThat(peer.sends("aibot_respond_msg", id, stream("S", true, "登记好了!"))).isEqualTo(846608);
  }

  @Test
  void an_unknown_req_id_and_a_second_answer_are_refused() {
    var peer = subscribed();
    var markdown = markdown("好");
    assertThat(peer.sends("aibot_respond_msg", "nobody", markdown)).isEqualTo(846605);
    nurse().robot().says("坏了");
    var id = id(peer.gets());
    assertThat(peer.sends("aibot_respond_msg", id, markdown)).isZero();
    assertThat(peer.sends("aibot_respond_msg", id, markdown)).isEqualTo(846606);
  }

  @Test
  void req_ids_of_an_earlier_connection_are_worthless() {
    var first = subscribed();
    nurse().robot().says("坏了");
    var id = id(first.gets());
    var second = subscribed();
    assertThat(second.sends("aibot_respond_msg", id, markdown("好"))).isEqualTo(846605);
    assertThat(second.asks("aibot_send_msg", markdown("好").put("chatid", "sunlili"))).isZero();
    assertThat(nurse().robot().lastHeard().text()).isEqualTo("好");
  }

  @Test
  void a_stream_expires_after_six_minutes() {
    var peer = subscribed();
    nurse().robot().says("坏了");
    var id = id(peer.gets());
    peer.sends("aibot_respond_msg", id, stream("S", false, "稍等"));
    corp.sim().advance(Duration.ofMinutes(7));
    assertThat(peer.sends("aibot_respond_msg", id, stream("S", true, "稍等…"))).isEqualTo(846608);
  }

  @Test
  void a_tap_is_answered_within_five_seconds_or_not_at_all() {
    var peer = subscribed();
    var id = cardIn(peer);
    assertThat(peer.sends("aibot_respond_update_msg", id, update())).isZero();
    assertThat(ward().chat().getLast().text()).contains("已认领");
    ward().taps("认领");
    var late = id(peer.gets());
    corp.sim().advance(Duration.ofSeconds(6));
    assertThat(peer.sends("aibot_respond_update_msg", late, update())).isEqualTo(846605);
  }

  @Test
  void a_welcome_is_no_stream() {
    var peer = subscribed();
    nurse().robot().enters();
    var id = id(peer.gets());
    assertThat(peer.sends("aibot_respond_msg", id, stream("S", true, "好"))).isEqualTo(846605);
    var text = new JsonObject().put("msgtype", "text").put("text", Corp.text("您好"));
    assertThat(peer.sends("aibot_respond_welcome_msg", id, text)).isZero();
    assertThat(nurse().robot().lastHeard().text()).isEqualTo("您好");
  }

  @Test
  void unasked_messages_go_only_where_somebody_has_spoken_and_the_case_is_right() {
    var peer = subscribed();
    var to = markdown("通知").put("chatid", "wrWard01").put("chat_type", 2);
    assertThat(peer.asks("aibot_send_msg", to)).isEqualTo(846609);
    ward().says("@杏台 在吗");
    peer.gets();
    assertThat(peer.asks("aibot_send_msg", to)).isZero();
    assertThat(peer.asks("aibot_send_msg", to.copy().put("chatid", "wrward01"))).isEqualTo(93006);
    assertThat(peer.asks("aibot_send_msg", to.copy().put("chat_type", 1))).isEqualTo(93006);
    var text = new JsonObject().put("chatid", "wrWard01").put("msgtype", "text");
    assertThat(peer.asks("aibot_send_msg", text.put("text", Corp.text("x")))).isEqualTo(40008);
  }

  @Test
  void a_chat_takes_thirty_messages_a_minute_stream_frames_included() {
    var peer = subscribed();
    nurse().robot().says("坏了");
    var id = id(peer.gets());
    for (var i = 0; i < 30; i++) {
      var content = "一".repeat(i + 1);
      assertThat(peer.sends("aibot_respond_msg", id, stream("S", false, content))).isZero();
    }
    assertThat(peer.sends("aibot_respond_msg", id, stream("S", true, "x".repeat(40))))
        .isEqualTo(846607);
    assertThat(corp.sim().violations()).isEmpty();
  }

  @Test
  void a_picture_brings_its_own_key() {
    var peer = subscribed();
    nurse().robot().sendsPicture(Pictures.png());
    var image = peer.gets().getJsonObject("body").getJsonObject("image");
    assertThat(image.getString("aeskey")).hasSize(43);
    assertThat(AesCbc.of(image.getString("aeskey"))).isNotNull();
    assertThat(image.getString("url")).contains("/media/");
  }

  @Test
  void media_goes_up_in_pieces_in_any_order_and_twice() {
    var peer = subscribed();
    var png = Pictures.png();
    var begin =
        new JsonObject()
            .put("type", "image")
            .put("filename", "p.png")
            .put("total_size", png.length)
            .put("total_chunks", 2)
            .put("md5", WebhookApi.md5(png));
    assertThat(peer.asks("aibot_upload_media_init", begin)).isZero();
    var id = peer.lastBody.getString("upload_id");
    assertThat(peer.asks("aibot_upload_media_chunk", piece(id, 1, png, 20, png.length))).isZero();
    assertThat(finish(peer, id)).isEqualTo(40058);
    assertThat(peer.asks("aibot_upload_media_chunk", piece(id, 0, png, 0, 20))).isZero();
    assertThat(peer.asks("aibot_upload_media_chunk", piece(id, 0, png, 0, 20))).isZero();
    assertThat(finish(peer, id)).isZero();
    assertThat(peer.lastBody.getString("media_id")).isNotEmpty();
    peer.asks("aibot_upload_media_init", begin.put("md5", "0"));
    var wrong = peer.lastBody.getString("upload_id");
    peer.asks("aibot_upload_media_chunk", piece(wrong, 0, png, 0, 20));
    peer.asks("aibot_upload_media_chunk", piece(wrong, 1, png, 20, png.length));
    assertThat(finish(peer, wrong)).isEqualTo(40035);
  }

  @Test
  void the_platform_can_break_the_connection_at_any_frame() {
    var peer = subscribed();
    corp.sim().faults().cutSocketAfter(1);
    assertThat(peer.asks("ping", new JsonObject())).isZero();
    peer.socket.writeTextMessage("{}");
    RobotCallbackTest.await(peer.socket::isClosed);
    RobotCallbackTest.await(() -> !corp.sim().robotIsConnected());
  }

  @Test
  void an_unreachable_platform_has_no_long_connection() {
    var peer = subscribed();
    corp.sim().faults().unreachable(true);
    RobotCallbackTest.await(peer.socket::isClosed);
  }

  private static int finish(Peer peer, String upload) {
    return peer.asks("aibot_upload_media_finish", new JsonObject().put("upload_id", upload));
  }

  private static JsonObject piece(String id, int index, byte[] bytes, int from, int to) {
    var part = Arrays.copyOfRange(bytes, from, to);
    return new JsonObject()
        .put("upload_id", id)
        .put("chunk_index", index)
        .put("base64_data", Base64.getEncoder().encodeToString(part));
  }

  private String cardIn(Peer peer) {
    ward().says("@杏台 卡");
    peer.sends(
        "aibot_respond_msg",
        id(peer.gets()),
        new JsonObject()
            .put("msgtype", "template_card")
            .put("template_card", AppCallbackTest.buttons("T-1")));
    ward().taps("认领");
    return id(peer.gets());
  }

  private static JsonObject update() {
    var card = AppCallbackTest.buttons("T-1");
    card.getJsonObject("main_title").put("title", "已认领");
    return new JsonObject().put("response_type", "update_template_card").put("template_card", card);
  }

  private static JsonObject stream(String id, boolean finish, String content) {
    return new JsonObject(RobotCallbackTest.stream(id, finish, content).apply(""));
  }

  private static JsonObject markdown(String content) {
    return new JsonObject().put("msgtype", "markdown").put("markdown", Corp.text(content));
  }

  private static String id(JsonObject frame) {
    return frame.getJsonObject("headers").getString("req_id");
  }

  private Peer connected() {
    var client = corp.vertx().createWebSocketClient();
    clients.add(client);
    return new Peer(client);
  }

  private Peer subscribed() {
    var peer = connected();
    assertThat(subscribe(peer, "simulated-robot-secret")).isZero();
    return peer;
  }

  private static int subscribe(Peer peer, String secret) {
    return peer.asks(
        "aibot_subscribe", new JsonObject().put("bot_id", "aibSimulated01").put("secret", secret));
  }

  private static SimulatedMember nurse() {
    return corp.sim().member("sunlili");
  }

  private static Talk ward() {
    return corp.sim().group("wrWard01").member("sunlili");
  }
}
