package org.apricotdesk.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.apricotdesk.bot.wecom.CipherRefusal.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CipherTest {
  private static final JsonObject VECTORS = read();

  static Stream<JsonObject> valid() {
    return Stream.concat(vectors("valid"), vectors("publicKnownAnswer"));
  }

  static Stream<JsonObject> invalid() {
    return vectors("invalid");
  }

  static Stream<JsonObject> media() {
    return vectors("media");
  }

  @ParameterizedTest
  @MethodSource("valid")
  void a_valid_envelope_opens(JsonObject vector) {
    assertThat(
            cipher(vector)
                .decrypt(
                    vector.getString("msgSignature"),
                    vector.getString("timestamp"),
                    vector.getString("nonce"),
                    vector.getString("encrypt")))
        .isEqualTo(vector.getString("plaintext"));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void the_same_message_is_sealed_byte_for_byte(JsonObject vector) {
    var sealed =
        cipher(vector)
            .encrypt(
                random(vector),
                vector.getString("plaintext"),
                vector.getString("timestamp"),
                vector.getString("nonce"));

    assertThat(sealed.encrypt()).isEqualTo(vector.getString("encrypt"));
    assertThat(sealed.signature()).isEqualTo(vector.getString("msgSignature"));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void another_implementation_opens_what_we_seal(JsonObject vector) {
    var sealed = cipher(vector).encrypt(vector.getString("plaintext"), "1782000000", "abc");
    var other = new WxCpDefaultConfigImpl();
    other.setToken(vector.getString("token"));
    other.setAesKey(vector.getString("encodingAesKey"));
    other.setCorpId(vector.getString("receiveId"));

    var opened =
        new WxCpCryptUtil(other)
            .decryptContent(
                sealed.signature(), sealed.timestamp(), sealed.nonce(), sealed.encrypt());

    assertThat(opened).isEqualTo(vector.getString("plaintext"));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void a_wrong_envelope_is_refused_at_its_stage(JsonObject vector) {
    assertThatThrownBy(
            () ->
                cipher(vector)
                    .decrypt(
                        vector.getString("msgSignature"),
                        vector.getString("timestamp"),
                        vector.getString("nonce"),
                        vector.getString("encrypt")))
        .isInstanceOfSatisfying(
            CipherRefusal.class, refusal -> assertThat(refusal.stage()).isEqualTo(stage(vector)));
  }

  @ParameterizedTest
  @MethodSource("media")
  void pictures_of_the_robot_are_opened_and_sealed(JsonObject vector) {
    var aes = AesCbc.of(vector.getString("aeskey", vector.getString("encodingAesKey")));
    var plain = HexFormat.of().parseHex(vector.getString("plainHex"));
    var sealed = HexFormat.of().parseHex(vector.getString("cipherHex"));

    assertThat(aes.decrypt(sealed)).isEqualTo(plain);
    assertThat(aes.encrypt(plain)).isEqualTo(sealed);
  }

  private static Stage stage(JsonObject vector) {
    var name = vector.getString("stage").toUpperCase(Locale.ROOT);
    return Stage.valueOf(name.equals("RECEIVEID") ? "RECEIVER" : name);
  }

  private static byte[] random(JsonObject vector) {
    return vector.containsKey("random16")
        ? vector.getString("random16").getBytes(StandardCharsets.UTF_8)
        : HexFormat.of().parseHex(vector.getString("random16Hex"));
  }

  private static Cipher cipher(JsonObject vector) {
    return new Cipher(
        vector.getString("token"),
        vector.getString("encodingAesKey"),
        vector.getString("receiveId"));
  }

  private static Stream<JsonObject> vectors(String kind) {
    return VECTORS.getJsonArray(kind).stream().map(JsonObject.class::cast);
  }

  private static JsonObject read() {
    try (var file = Objects.requireNonNull(CipherTest.class.getResourceAsStream("vectors.json"))) {
      return new JsonObject(Buffer.buffer(file.readAllBytes()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
