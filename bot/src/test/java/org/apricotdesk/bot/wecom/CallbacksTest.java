package org.apricotdesk.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbacksTest {
  private static final String CORP = "ww5d1f0e9a8b7c6d42";
  private static final Cipher APP =
      new Cipher("deskAppTok2026", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", CORP);
  private static final Cipher ROBOT =
      new Cipher("deskBotTok2026", "Kq7Zp2Wm9Xc4Vb1Nn8Ls5Dg3Fh6Jk0Rt2Yu4Ew7Qa1U", "");
  private static final String TEXT =
      "<xml><ToUserName>"
          + CORP
          + "</ToUserName><FromUserName><![CDATA[sunlili]]></FromUserName><CreateTime>1782000123</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[打印机卡纸]]></Content><MsgId>7419283746510293847</MsgId><AgentID>1000002</AgentID></xml>";

  private static final Vertx VERTX = Vertx.vertx();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final List<Incoming> RECEIVED = new CopyOnWriteArrayList<>();
  private static Outgoing answer = new Outgoing.Nothing();
  private static int port;

  @BeforeAll
  static void listen() {
    var router = Router.router(VERTX);
    Receiver receiver =
        incoming -> {
          RECEIVED.add(incoming);
          return answer;
        };
    new Callbacks(APP, new Flavour.App(CORP), receiver, (_, _) -> {}).mount(router, "/wecom/app");
    var robot = new Flavour.Robot("服务台", Clock.systemUTC(), Locale.SIMPLIFIED_CHINESE);
    new Callbacks(ROBOT, robot, receiver, (_, _) -> {}).mount(router, "/wecom/robot");
    port = VERTX.createHttpServer().requestHandler(router).listen(0).await().actualPort();
  }

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @BeforeEach
  void nothingYet() {
    RECEIVED.clear();
    answer = new Outgoing.Nothing();
  }

  @Test
  void saving_the_address_in_the_console_is_answered_with_the_plain_word() throws Exception {
    var echo = APP.encrypt("7260159871324500011", "1782000001", "n1");
    var answer = get("/wecom/app?" + query(echo) + "&echostr=" + encode(echo.encrypt()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("7260159871324500011");
  }

  @Test
  void a_message_to_the_app_is_received_and_answered_under_the_same_seal() throws Exception {
    answer = new Outgoing.Text("收到 ]]> #1");

    var response = postApp(APP.encrypt(TEXT, "1782000123", "n2"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(RECEIVED)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.id()).isEqualTo("app:7419283746510293847");
              assertThat(message.person()).isEqualTo("sunlili");
              assertThat(message.content())
                  .isEqualTo(new Incoming.Text("打印机卡纸", java.util.Optional.empty()));
            });
    assertThat(openXml(response.body())).contains("<![CDATA[收到 ]]]]><![CDATA[> #1]]>");
  }

  @Test
  void a_word_in_a_group_reaches_the_desk_without_its_mention() throws Exception {
    answer = new Outgoing.Text("已登记 #1");
    var plain =
        """
        {"msgid":"m1","aibotid":"a","chatid":"wrTEST","chattype":"group",\
        "from":{"userid":"sunlili"},"msgtype":"text","text":{"content":"@服务台\u2005打印机卡纸"}}""";

    var response = postRobot(ROBOT.encrypt(plain, "1782000600", "901127"));

    assertThat(RECEIVED.getFirst().content())
        .isEqualTo(new Incoming.Text("打印机卡纸", java.util.Optional.empty()));
    var reply = new JsonObject(response.body());
    assertThat(reply.getString("nonce")).isEqualTo("901127");
    var said =
        ROBOT.decrypt(
            reply.getString("msgsignature"),
            String.valueOf(reply.getLong("timestamp")),
            reply.getString("nonce"),
            reply.getString("encrypt"));
    assertThat(new JsonObject(said).getJsonObject("stream").getString("content"))
        .isEqualTo("已登记 #1");
  }

  @Test
  void what_is_forged_malformed_or_too_large_is_refused_in_silence() throws Exception {
    var good = APP.encrypt(TEXT, "1782000123", "n3");
    var forged = new Sealed(good.encrypt(), "0".repeat(40), "1782000123", "n3");
    var notForUs =
        new Cipher("deskAppTok2026", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", "wwOTHER")
            .encrypt(TEXT, "1782000123", "n3");
    var noMessage = APP.encrypt("hello", "1782000123", "n3");
    var bomb = "<!DOCTYPE xml [<!ENTITY a \"aaaa\">]><xml><Encrypt>&a;</Encrypt></xml>";

    assertThat(postApp(forged).statusCode()).isEqualTo(403);
    assertThat(postApp(notForUs).statusCode()).isEqualTo(403);
    assertThat(postApp(noMessage).statusCode()).isEqualTo(400);
    assertThat(post("/wecom/app?" + query(good), bomb).statusCode()).isEqualTo(400);
    assertThat(post("/wecom/app?" + query(good), "<xml>").statusCode()).isEqualTo(400);
    assertThat(post("/wecom/app", envelope(good)).statusCode()).isEqualTo(400);
    assertThat(post("/wecom/robot?" + query(good), "[1]").statusCode()).isEqualTo(400);
    var oversized = post("/wecom/app?" + query(good), "x".repeat(2_000_000));
    assertThat(oversized.statusCode()).isEqualTo(413);
    assertThat(oversized.body()).isEmpty();
    assertThat(RECEIVED).isEmpty();
  }

  private static HttpResponse<String> postApp(Sealed message) throws Exception {
    return post("/wecom/app?" + query(message), envelope(message));
  }

  private static HttpResponse<String> postRobot(Sealed message) throws Exception {
    var body = new JsonObject().put("encrypt", message.encrypt()).encode();
    return post("/wecom/robot?" + query(message), body);
  }

  private static String envelope(Sealed message) {
    return "<xml><ToUserName><![CDATA[x]]></ToUserName><AgentID>1</AgentID><Encrypt><![CDATA["
        + message.encrypt()
        + "]]></Encrypt></xml>";
  }

  private static String openXml(String xml) {
    var encrypted = XmlEnvelope.encrypted(xml).orElseThrow();
    return APP.decrypt(
        element(xml, "MsgSignature"), element(xml, "TimeStamp"), element(xml, "Nonce"), encrypted);
  }

  private static String element(String xml, String name) {
    var inner = xml.substring(xml.indexOf("<" + name + ">") + name.length() + 2);
    return inner
        .substring(0, inner.indexOf("</" + name + ">"))
        .replace("<![CDATA[", "")
        .replace("]]>", "");
  }

  private static String query(Sealed message) {
    return "msg_signature=%s&timestamp=%s&nonce=%s"
        .formatted(message.signature(), message.timestamp(), message.nonce());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
