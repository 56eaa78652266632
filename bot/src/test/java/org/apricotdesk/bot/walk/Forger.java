package org.apricotdesk.bot.walk;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apricotdesk.bot.simulator.SimulatorSettings;
import org.apricotdesk.bot.wecom.Cipher;
import org.apricotdesk.bot.wecom.Sealed;

/// Writes callbacks by hand: honest ones, and such as the platform would never send.
///
/// @param app whether they go to the application, else to the robot
record Forger(boolean app, URI address, String corp, String token, String aesKey) {
  static final String TIME = "1773622800";
  static final String NONCE = "nonce2026";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// One request: what stands in its address, and its body.
  record Letter(Map<String, String> query, Buffer body) {
    Letter without(String parameter) {
      var fewer = new LinkedHashMap<>(query);
      fewer.remove(parameter);
      return new Letter(fewer, body);
    }

    Letter with(String parameter, String value) {
      var other = new LinkedHashMap<>(query);
      other.put(parameter, value);
      return new Letter(other, body);
    }

    Letter saying(byte[] other) {
      return new Letter(query, Buffer.buffer(other));
    }

    Letter saying(String other) {
      return saying(other.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
      return body.toString();
    }
  }

  static Forger toApp(URI address, SimulatorSettings corp) {
    var app = corp.app();
    return new Forger(true, address, corp.corpId(), app.token(), app.aesKey());
  }

  static Forger toRobot(URI address, SimulatorSettings corp) {
    return new Forger(false, address, "", corp.robot().token(), corp.robot().aesKey());
  }

  /// A report as it arrives, before it is sealed.
  String report(String id) {
    return app
        ? "<xml><ToUserName>"
            + corp
            + "</ToUserName><FromUserName><![CDATA[sunlili]]></FromUserName><CreateTime>"
            + TIME
            + "</CreateTime><MsgType><![CDATA[text]]></MsgType>"
            + "<Content><![CDATA[三楼护士站腕带打不出来 急]]></Content><MsgId>"
            + id
            + "</MsgId><AgentID>1000002</AgentID></xml>"
        : new JsonObject()
            .put("msgid", id)
            .put("aibotid", "aibSimulated01")
            .put("chattype", "single")
            .put("from", new JsonObject().put("userid", "sunlili"))
            .put("msgtype", "text")
            .put("text", new JsonObject().put("content", "三楼护士站腕带打不出来 急"))
            .encode();
  }

  /// Sealed as the platform does it.
  Letter honest(String plain) {
    return letter(new Cipher(token, aesKey, corp).encrypt(plain, TIME, NONCE));
  }

  /// Sealed for somebody else.
  Letter misaddressed(String plain) {
    return letter(new Cipher(token, aesKey, "ww0000000000000000").encrypt(plain, TIME, NONCE));
  }

  /// With that cipher text, and a signature that is right for it.
  Letter signed(String encrypt) {
    var signature = new Cipher(token, aesKey, corp).sign(TIME, NONCE, encrypt);
    return letter(new Sealed(encrypt, signature, TIME, NONCE));
  }

  /// The layout, padding included, encrypted as it is.
  Letter encrypted(byte[] padded) {
    try {
      var key = Base64.getDecoder().decode(aesKey + "=");
      var aes = javax.crypto.Cipher.getInstance("AES/CBC/NoPadding");
      aes.init(
          javax.crypto.Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new IvParameterSpec(Arrays.copyOf(key, 16)));
      return signed(Base64.getEncoder().encodeToString(aes.doFinal(padded)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  Letter letter(Sealed message) {
    var query = new LinkedHashMap<String, String>();
    query.put("msg_signature", message.signature());
    query.put("timestamp", message.timestamp());
    query.put("nonce", message.nonce());
    return new Letter(query, Buffer.buffer()).saying(envelope(message.encrypt()));
  }

  String envelope(String encrypt) {
    return app
        ? "<xml><ToUserName><![CDATA["
            + corp
            + "]]></ToUserName><AgentID>1000002</AgentID><Encrypt><![CDATA["
            + encrypt
            + "]]></Encrypt></xml>"
        : new JsonObject().put("encrypt", encrypt).encode();
  }

  HttpResponse<String> post(Letter letter) throws Exception {
    var query = new StringBuilder();
    letter
        .query()
        .forEach(
            (name, value) ->
                query
                    .append(query.isEmpty() ? "?" : "&")
                    .append(name)
                    .append("=")
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    var request =
        HttpRequest.newBuilder(URI.create(address.toString() + query))
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofByteArray(letter.body().getBytes()))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
