package org.apricotdesk.bot.wecom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.bot.wecom.CipherRefusal.Stage;

/// The envelope of every callback: signed, encrypted, addressed. Source: document/path/90968,
/// 101033.
///
/// Plain layout: 16 random bytes, the message's length in 4 bytes, the message, whom it is for.
public final class Cipher {
  private static final int RANDOM_BYTES = 16;
  private static final int HEAD_BYTES = RANDOM_BYTES + Integer.BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String token;
  private final AesCbc aes;
  private final String receiver;

  /// @param receiver the corp id for an app, empty for a robot of the own corp
  public Cipher(String token, String aesKey, String receiver) {
    this.token = token;
    this.aes = AesCbc.of(aesKey);
    this.receiver = receiver;
  }

  /// Lower-case hex SHA-1 over token, timestamp, nonce and cipher text, sorted.
  public String sign(String timestamp, String nonce, String encrypt) {
    var signed = Stream.of(token, timestamp, nonce, encrypt).sorted().collect(Collectors.joining());
    return HexFormat.of().formatHex(sha1(signed));
  }

  /// @throws CipherRefusal at the first check that fails
  public String decrypt(String signature, String timestamp, String nonce, String encrypt) {
    var expected = bytes(sign(timestamp, nonce, encrypt));
    if (!MessageDigest.isEqual(expected, bytes(signature))) {
      throw new CipherRefusal(Stage.SIGNATURE, "differs");
    }
    return open(aes.decrypt(decode(encrypt)));
  }

  public Sealed encrypt(String plain, String timestamp, String nonce) {
    var random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return encrypt(random, plain, timestamp, nonce);
  }

  Sealed encrypt(byte[] random, String plain, String timestamp, String nonce) {
    var message = bytes(plain);
    var whom = bytes(receiver);
    var layout =
        ByteBuffer.allocate(HEAD_BYTES + message.length + whom.length)
            .put(random)
            .putInt(message.length)
            .put(message)
            .put(whom);
    var encrypted = Base64.getEncoder().encodeToString(aes.encrypt(layout.array()));
    return new Sealed(encrypted, sign(timestamp, nonce, encrypted), timestamp, nonce);
  }

  private String open(byte[] layout) {
    if (layout.length < HEAD_BYTES) {
      throw new CipherRefusal(Stage.FORMAT, "too short");
    }
    var length = ByteBuffer.wrap(layout).getInt(RANDOM_BYTES);
    var rest = layout.length - HEAD_BYTES;
    if (length < 0 || length > rest) {
      throw new CipherRefusal(Stage.FORMAT, "message of " + length + " in " + rest);
    }
    var whom = new String(layout, HEAD_BYTES + length, rest - length, StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(bytes(whom), bytes(receiver))) {
      throw new CipherRefusal(Stage.RECEIVER, "differs");
    }
    return new String(layout, HEAD_BYTES, length, StandardCharsets.UTF_8);
  }

  private static byte[] decode(String encrypt) {
    try {
      return Base64.getDecoder().decode(encrypt);
    } catch (IllegalArgumentException _) {
      throw new CipherRefusal(Stage.FORMAT, "not base64");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha1(String text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes(text));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("SHA-1 is part of every Java", missing);
    }
  }
}
