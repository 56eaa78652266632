package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.bot.walk.Forger.Letter;
import org.apricotdesk.config.database.TestDatabase;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the platform would never send is refused with 4xx and not a word, and leaves no trace in
/// the database. `true` is the application's callback, `false` the robot's.
class RefusalsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  private Hospital hospital;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK);
  }

  @AfterEach
  void close() {
    hospital.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_is_forged_malformed_or_too_large_is_refused_without_a_word(boolean app)
      throws Exception {
    var forger = forger(app);
    refuses(forger, requests(forger));
    refuses(forger, seals(forger));
    refuses(forger, app ? xmlEnvelopes(forger) : jsonEnvelopes(forger));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_is_sealed_well_and_is_no_message_is_refused_without_a_word(boolean app)
      throws Exception {
    var forger = forger(app);
    refuses(forger, app ? xmlMessages(forger) : jsonMessages(forger));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_honest_message_is_taken_once_and_its_control_characters_are_dropped(boolean app)
      throws Exception {
    var forger = forger(app);
    var plain = forger.report("1").replace("腕带打", app ? "腕带\t打" : "腕带\\u0000打");
    for (var i = 0; i < 3; i++) {
      assertThat(forger.post(forger.honest(plain)).statusCode()).isEqualTo(200);
    }
    assertThat(rows("bot.inbox")).isEqualTo(1);
    assertThat(rows("desk.ticket")).isEqualTo(1);
  }

  private Forger forger(boolean app) {
    return app
        ? Forger.toApp(hospital.addresses("/wecom/app")[0], hospital.sim.settings())
        : Forger.toRobot(hospital.addresses("/wecom/robot")[0], hospital.sim.settings());
  }

  private static Map<String, Letter> requests(Forger forger) {
    var good = forger.honest(forger.report("1"));
    var letters = new LinkedHashMap<String, Letter>();
    for (var parameter : good.query().keySet()) {
      letters.put("without " + parameter, good.without(parameter));
      letters.put("empty " + parameter, good.with(parameter, ""));
      letters.put("other " + parameter, good.with(parameter, "1773622801"));
      letters.put("endless " + parameter, good.with(parameter, "7".repeat(3000)));
    }
    letters.put("without body", good.saying(""));
    letters.put("zeros", good.saying(new byte[2000]));
    letters.put("not UTF-8", good.saying(new byte[] {(byte) 0xc3, (byte) 0x28, (byte) 0xff}));
    letters.put("half", good.saying(good.text().substring(0, good.text().length() / 2)));
    letters.put("too large", good.saying("x".repeat(2_000_000)));
    letters.put("too large and sealed", forger.honest("x".repeat(1_000_000)));
    return letters;
  }

  private static Map<String, Letter> seals(Forger forger) {
    var plain = forger.report("1");
    var good = forger.honest(plain);
    var letters = new LinkedHashMap<String, Letter>();
    var signature = good.query().get("msg_signature");
    letters.put("signature of zeros", good.with("msg_signature", "0".repeat(40)));
    letters.put("signature cut", good.with("msg_signature", signature.substring(1)));
    letters.put("signature in capitals", good.with("msg_signature", "A" + signature.substring(1)));
    letters.put("for another corp", forger.misaddressed(plain));
    letters.put("not base64", forger.signed("***"));
    letters.put("no cipher text", forger.signed(""));
    letters.put("one block", forger.signed("AAAAAAAAAAAAAAAAAAAAAA=="));
    letters.put("no whole blocks", forger.signed("AAAA".repeat(20)));
    letters.put("noise", forger.signed("q83v".repeat(64)));
    letters.put("padding of 0", forger.encrypted(padded(plain, forger, 0, 0)));
    letters.put("padding of 33", forger.encrypted(padded(plain, forger, 33, 0)));
    letters.put("uneven padding", forger.encrypted(padded(plain, forger, 32, 1)));
    letters.put("longer than it is", forger.encrypted(layout(plain, forger, 1_000_000)));
    letters.put("length below zero", forger.encrypted(layout(plain, forger, -1)));
    letters.put("length of all", forger.encrypted(layout(plain, forger, Integer.MAX_VALUE)));
    letters.put("shorter than it is", forger.encrypted(layout(plain, forger, 10)));
    return letters;
  }

  private static byte[] layout(String plain, Forger forger, int length) {
    var layout = padded(plain, forger, 32, 0);
    return ByteBuffer.wrap(layout).putInt(16, length).array();
  }

  /// The right layout with a block of padding that claims to be so long, and may be uneven.
  private static byte[] padded(String plain, Forger forger, int pad, int spoilt) {
    var message = plain.getBytes(StandardCharsets.UTF_8);
    var corp = forger.corp().getBytes(StandardCharsets.UTF_8);
    var size = (20 + message.length + corp.length + 31) / 32 * 32 + 32;
    var layout = ByteBuffer.allocate(size);
    layout.put(new byte[16]).putInt(message.length).put(message).put(corp);
    var end = layout.position();
    Arrays.fill(layout.array(), end, size, (byte) (pad == 32 ? size - end : pad));
    if (spoilt > 0) layout.array()[size - 2] ^= 1;
    return layout.array();
  }

  private static Map<String, Letter> xmlEnvelopes(Forger forger) {
    var good = forger.honest(forger.report("1"));
    var letters = new LinkedHashMap<String, Letter>();
    letters.put("DTD", good.saying("<!DOCTYPE xml [<!ENTITY a \"a\">]>" + good.text()));
    letters.put("empty DTD", good.saying("<!DOCTYPE xml>" + good.text()));
    letters.put(
        "file",
        good.saying(
            "<!DOCTYPE xml [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                + "<xml><Encrypt>&f;</Encrypt></xml>"));
    letters.put(
        "laughs",
        good.saying(
            "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;\">]>"
                + "<xml><Encrypt>&d;</Encrypt></xml>"));
    letters.put("undeclared entity", good.saying("<xml><Encrypt>&x;</Encrypt></xml>"));
    letters.put("not closed", good.saying(good.text().replace("</xml>", "")));
    letters.put("without Encrypt", good.saying("<xml><ToUserName>x</ToUserName></xml>"));
    letters.put("Encrypt too deep", good.saying("<xml><a>" + good.text() + "</a></xml>"));
    letters.put("deep", good.saying("<a>".repeat(100_000)));
    letters.put("JSON", good.saying("{\"encrypt\":\"AAAA\"}"));
    return letters;
  }

  private static Map<String, Letter> jsonEnvelopes(Forger forger) {
    var good = forger.honest(forger.report("1"));
    var letters = new LinkedHashMap<String, Letter>();
    letters.put("number", good.saying("1"));
    letters.put("null", good.saying("null"));
    letters.put("array", good.saying("[" + good.text() + "]"));
    letters.put("without encrypt", good.saying("{\"msg\":\"x\"}"));
    letters.put("encrypt null", good.saying("{\"encrypt\":null}"));
    letters.put("encrypt is a number", good.saying("{\"encrypt\":7}"));
    letters.put("encrypt is an object", good.saying("{\"encrypt\":{\"a\":1}}"));
    letters.put("deep", good.saying("[".repeat(100_000)));
    letters.put("deep objects", good.saying("{\"a\":".repeat(100_000)));
    letters.put("XML", good.saying("<xml><Encrypt>AAAA</Encrypt></xml>"));
    letters.put("XML with DTD", good.saying("<!DOCTYPE a [<!ENTITY b \"c\">]><xml>&b;</xml>"));
    return letters;
  }

  private static Map<String, Letter> xmlMessages(Forger forger) {
    var plain = forger.report("1");
    var letters = new LinkedHashMap<String, Letter>();
    letters.put("words", forger.honest("hello"));
    letters.put("nothing", forger.honest(""));
    letters.put("empty", forger.honest("<xml></xml>"));
    letters.put("DTD", forger.honest("<!DOCTYPE xml [<!ENTITY a \"a\">]>" + plain));
    letters.put(
        "file",
        forger.honest(
            "<!DOCTYPE xml [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                + plain.replace("三楼", "]]>&f;<![CDATA[")));
    letters.put("nobody", forger.honest(plain.replace("sunlili", "")));
    letters.put("strange person", forger.honest(plain.replace("sunlili", "sun'; DROP TABLE x")));
    letters.put("endless person", forger.honest(plain.replace("sunlili", "s".repeat(500))));
    letters.put("time of words", forger.honest(plain.replace(Forger.TIME, "noon")));
    letters.put("time beyond", forger.honest(plain.replace(Forger.TIME, "9223372036854775807")));
    letters.put("year 31 million", forger.honest(plain.replace(Forger.TIME, "999999999999999")));
    letters.put("id of words", forger.honest(plain.replace("<MsgId>1<", "<MsgId>one<")));
    letters.put("without type", forger.honest(plain.replace("MsgType", "Type")));
    letters.put("without content", forger.honest(plain.replace("Content", "Contents")));
    letters.put("a class", forger.honest("<java.lang.ProcessBuilder/>"));
    return letters;
  }

  private static Map<String, Letter> jsonMessages(Forger forger) {
    var plain = forger.report("1");
    var letters = new LinkedHashMap<String, Letter>();
    letters.put("words", forger.honest("hello"));
    letters.put("nothing", forger.honest(""));
    letters.put("array", forger.honest("[]"));
    letters.put("empty", forger.honest("{}"));
    letters.put("deep", forger.honest("{\"text\":" + "[".repeat(50_000)));
    letters.put("without id", forger.honest(plain.replace("msgid", "id")));
    letters.put("without person", forger.honest(plain.replace("userid", "user")));
    letters.put("strange person", forger.honest(plain.replace("sunlili", "sun'; DROP TABLE x")));
    letters.put("zero in the person", forger.honest(plain.replace("sunlili", "sun\\u0000")));
    letters.put("endless person", forger.honest(plain.replace("sunlili", "s".repeat(500))));
    letters.put("from is words", forger.honest(plain.replace("{\"userid\":\"sunlili\"}", "\"x\"")));
    letters.put("zero in the id", forger.honest(plain.replace("\"1\"", "\"\\u0000\"")));
    letters.put(
        "endless id", forger.honest(plain.replace("\"1\"", "\"" + "9".repeat(9000) + "\"")));
    letters.put("without type", forger.honest(plain.replace("msgtype", "type")));
    letters.put("text is a number", forger.honest(plain.replaceAll("\\{\"content.*?\\}", "7")));
    letters.put(
        "time beyond",
        forger.honest(plain.replaceFirst("\\{", "{\"create_time\":9223372036854775807,")));
    letters.put(
        "no address", forger.honest(plain.replaceFirst("\\{", "{\"response_url\":\"http://[\",")));
    return letters;
  }

  private void refuses(Forger forger, Map<String, Letter> letters) throws Exception {
    var before = trace();
    var softly = new SoftAssertions();
    for (var letter : letters.entrySet()) {
      var answer = forger.post(letter.getValue());
      softly.assertThat(answer.statusCode()).as(letter.getKey()).isBetween(400, 499);
      softly.assertThat(answer.body()).as(letter.getKey()).isEmpty();
    }
    softly.assertThat(trace()).isEqualTo(before);
    softly.assertAll();
  }

  /// How much of everything there is.
  private static Map<String, Long> trace() {
    var trace = new LinkedHashMap<String, Long>();
    for (var table : new String[] {"bot.inbox", "bot.conversation", "bot.delivery"}) {
      trace.put(table, rows(table));
    }
    for (var table : new String[] {"desk.ticket", "desk.event"}) {
      trace.put(table, rows(table));
    }
    return trace;
  }

  private static long rows(String table) {
    var rows = db.database().pool().query("SELECT count(*) AS n FROM " + table).execute().await();
    return rows.iterator().next().getLong("n");
  }
}
