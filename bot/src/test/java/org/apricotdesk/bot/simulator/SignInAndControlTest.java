package org.apricotdesk.bot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apricotdesk.config.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The sign-in pages, and what browsers and outside drivers do below `/control`.
class SignInAndControlTest {
  @RegisterExtension static final Corp corp = new Corp();
  private static final String BACK = "http%3A%2F%2Fdesk.example.com%3A8080%2Fback";

  @Test
  void the_phone_that_opened_the_page_signs_in_silently_and_once() throws Exception {
    var opened = page("/open?as=sunlili&url=http://desk.example.com:8080/tickets/1", "");
    var cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    assertThat(opened.statusCode()).isEqualTo(302);
    var back = page(authorize("abc123"), cookie).headers().firstValue("Location").orElseThrow();

    assertThat(back)
        .startsWith("http://desk.example.com:8080/back?code=")
        .endsWith("&state=abc123");
    var code = back.replaceAll(".*code=([^&]+).*", "$1");
    assertThat(who(code).getString("userid")).isEqualTo("sunlili");
    assertThat(who(code).getInteger("errcode")).isEqualTo(42022);
  }

  @Test
  void each_phone_has_a_host_of_its_own_for_a_service_on_this_machine() throws Exception {
    var opened = page("/open?as=sunlili&url=http://localhost:8080/tickets/1", "");
    assertThat(opened.headers().firstValue("Location"))
        .hasValue("http://sunlili.localhost:8080/tickets/1");
    var cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    var local = authorize("a").replace("desk.example.com", "localhost");
    assertThat(page(local, cookie).headers().firstValue("Location").orElseThrow())
        .startsWith("http://sunlili.localhost:8080/back?code=");
    assertThat(page("/open?as=ghost&url=http://localhost:8080/", "").statusCode()).isEqualTo(400);
    assertThat(page("/open?as=sunlili&url=javascript:alert(1)", "").statusCode()).isEqualTo(400);
  }

  @Test
  void a_desktop_browser_is_asked_who_scans() throws Exception {
    var path = "/wwlogin/sso/login?appid=" + corpId() + "&redirect_uri=" + BACK + "&state=x";
    assertThat(page(path, "").body()).contains("孙莉莉").contains("as=sunlili");
    assertThat(page(path + "&as=shaojiale", "").statusCode()).isEqualTo(302);
  }

  @Test
  void a_code_dies_after_five_minutes() throws Exception {
    var back = page(authorize("a") + "&as=sunlili", "").headers().firstValue("Location");
    var code = back.orElseThrow().replaceAll(".*code=([^&]+).*", "$1");
    corp.sim().advance(Duration.ofMinutes(6));
    assertThat(who(code).getInteger("errcode")).isEqualTo(42003);
    assertThat(who("made-up").getInteger("errcode")).isEqualTo(40029);
  }

  @Test
  void strange_domains_states_and_corps_are_turned_away() throws Exception {
    corp.sim().trustedDomain("other.example.com");
    assertThat(page(authorize("a") + "&as=sunlili", "").body()).startsWith("50001");
    corp.sim().trustedDomain("desk.example.com:8080");
    assertThat(page(authorize("a") + "&as=sunlili", "").statusCode()).isEqualTo(302);
    assertThat(page(authorize("a-b"), "").body()).startsWith("84025");
    var wrong = authorize("a").replace(corpId(), "ww0");
    assertThat(page(wrong, "").body()).startsWith("40013");
    assertThat(corp.sim().violations()).hasSize(3);
  }

  @Test
  void a_browser_speaks_taps_and_sees_the_same_as_java() {
    corp.post("/control/say", "{\"as\":\"sunlili\",\"chat\":\"app\",\"text\":\"打印机坏了\"}");
    var picture = new JsonObject().put("as", "sunlili").put("msgtype", "image");
    picture.put("base64", Base64.getEncoder().encodeToString(Pictures.png()));
    corp.post("/control/send", picture.encode());

    var chat = corp.get("/control/chats/app:1000002:sunlili?as=sunlili").getJsonArray("messages");
    assertThat(chat.getJsonObject(0).getString("text")).isEqualTo("打印机坏了");
    assertThat(chat.getJsonObject(1).getString("type")).isEqualTo("image");
    assertThat(corp.sim().member("sunlili").chat()).hasSize(2);
    var chats = corp.get("/control/chats?as=sunlili").getJsonArray("chats");
    assertThat(chats.getJsonObject(0).getInteger("count")).isEqualTo(2);
  }

  @Test
  void a_browser_moves_the_clock_and_breaks_the_network() {
    corp.post("/control/clock", "{\"advanceSeconds\":3600}");
    assertThat(corp.sim().clock().instant()).isEqualTo(Corp.NOON.plusSeconds(3600));
    corp.post("/control/faults", "{\"copies\":2,\"plan\":[{\"path\":\"/cgi-bin\",\"code\":-1}]}");
    assertThat(corp.get("/control/faults").getInteger("copies")).isEqualTo(2);
    assertThat(corp.get("/cgi-bin/gettoken").getInteger("errcode")).isEqualTo(-1);
  }

  @Test
  void members_departments_and_groups_can_be_added() {
    corp.post("/control/departments", "{\"id\":7,\"name\":\"骨二科\"}");
    corp.post("/control/members", "{\"userid\":\"new\",\"name\":\"新人\",\"departments\":[7]}");
    corp.post(
        "/control/groups",
        "{\"chatid\":\"wrNew\",\"name\":\"新群\",\"members\":[\"new\",\"sunlili\"]}");
    corp.sim().group("wrNew").member("new").says("大家好");
    var state = corp.get("/control/state");
    assertThat(state.getJsonArray("members")).hasSize(4);
    assertThat(state.getJsonArray("groups")).hasSize(2);
  }

  @Test
  void mistakes_of_drivers_are_told() {
    assertThat(corp.post("/control/say", "{\"as\":\"ghost\"}").getInteger("http")).isEqualTo(400);
    assertThat(corp.post("/control/say", "oops").getInteger("http")).isEqualTo(400);
    var tap = "{\"as\":\"sunlili\",\"message\":\"m-9\",\"label\":\"接单\"}";
    assertThat(corp.post("/control/tap", tap).getInteger("http")).isEqualTo(400);
  }

  @Test
  void other_sites_cannot_post_by_a_form() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(corp.sim().url() + "/control/clock"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("{\"advanceSeconds\":1}"))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void the_page_and_its_parts_are_served_in_both_languages() throws Exception {
    var index = page("/", "");
    assertThat(index.headers().firstValue("Content-Security-Policy")).isPresent();
    var parts = Pattern.compile("/page/[a-z.]+").matcher(index.body()).results().toList();
    assertThat(parts).hasSizeGreaterThan(1);
    for (var part : parts) {
      assertThat(page(part.group(), "").statusCode()).isEqualTo(200);
    }
    assertThat(corp.get("/texts.json").getString("tour.report")).isEqualTo("护士报修");
    assertThat(corp.get("/texts.json?lang=en").getString("tour.report")).isEqualTo("Report");
    assertThat(Texts.of(PageTexts.class).incomplete()).isEmpty();
    assertThat(page("/page/../package-info.java", "").statusCode()).isEqualTo(404);
  }

  private static String authorize(String state) {
    return "/connect/oauth2/authorize?appid="
        + corpId()
        + "&redirect_uri="
        + BACK
        + "&response_type=code&scope=snsapi_base&agentid=1000002&state="
        + state;
  }

  private static JsonObject who(String code) {
    return corp.get("/cgi-bin/auth/getuserinfo?access_token=" + corp.token() + "&code=" + code);
  }

  private static String corpId() {
    return corp.sim().settings().corpId();
  }

  private static HttpResponse<String> page(String path, String cookie)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(corp.sim().url() + path));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
