package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Corp.message;
import static org.apricotdesk.bot.simulator.Corp.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is only guessed about the platform answers one way by default and the other way when the
/// guess is taken back.
class GuessesTest {
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

  @ParameterizedTest(name = "{0}: {3}, and 0 when taken back")
  @CsvSource(
      delimiter = '|',
      value = {
        "LONG_TEXT_REFUSED     | text          | {\"content\":\"LONG\"}                        | 45002",
        "LONG_MARKDOWN_REFUSED | markdown      | {\"content\":\"LONG\"}                        | 45002",
        "TEXT_CARD_NEEDS_URL   | textcard      | {\"title\":\"t\",\"description\":\"d\"}       | 40094",
        "TASK_NEEDED           | template_card | {\"button_list\":[{\"text\":\"a\",\"key\":\"a\"}]} | 42014",
        "TASK_SPELLING_CHECKED | template_card | {\"task_id\":\"a b\"}                         | 42014",
        "BUTTON_KEYS_DIFFER    | template_card | {\"task_id\":\"t\",\"button_list\":[{\"text\":\"a\",\"key\":\"a\"},{\"text\":\"b\",\"key\":\"a\"}]} | 42039"
      })
  void an_app_hears_a_guess_as_a_code(String guess, String type, String part, int code) {
    var body = new JsonObject(part.replace("LONG", "急".repeat(1000)));
    if (type.equals("template_card")) body = card().mergeIn(body);

    assume(Guesses.USUAL.with(Guess.valueOf(guess)));
    assertThat(code(corp.send(type, body))).isEqualTo(code);
    assume(Guesses.USUAL.without(Guess.valueOf(guess)));
    assertThat(code(corp.send(type, body))).isZero();
  }

  @Test
  void the_same_request_again_is_delivered_when_nothing_is_dropped() {
    assume(Guesses.USUAL.without(Guess.REPEATED_REQUEST_DROPPED));
    var body = message("sunlili", "text", text("重复")).put("enable_duplicate_check", 1);
    corp.call("message/send", body);
    corp.call("message/send", body);
    assertThat(corp.sim().member("sunlili").chat()).hasSize(2);
  }

  @Test
  void a_group_picture_with_a_wrong_digest_is_refused_or_not() {
    var png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    var body =
        new JsonObject()
            .put("msgtype", "image")
            .put("image", new JsonObject().put("base64", png).put("md5", "0"));
    assertThat(code(corp.post("/cgi-bin/webhook/send?key=ward-key", body.encode())))
        .isEqualTo(301019);
    assume(Guesses.USUAL.without(Guess.PICTURE_DIGEST_CHECKED));
    assertThat(code(corp.post("/cgi-bin/webhook/send?key=ward-key", body.encode()))).isZero();
  }

  private void assume(Guesses guesses) {
    service.close();
    corp.guess(guesses);
    service = Service.app(corp);
  }

  private static JsonObject card() {
    var button = new JsonObject().put("text", "认领").put("key", "claim");
    return new JsonObject()
        .put("card_type", "button_interaction")
        .put("main_title", new JsonObject().put("title", "工单"))
        .put("button_list", new JsonArray().add(button));
  }

  private static int code(JsonObject answer) {
    return answer.getInteger("errcode");
  }
}
