package org.apricotdesk.bot.wecom;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apricotdesk.bot.wecom.CipherRefusal.Stage;

/// AES-256-CBC as the platform uses it: padded to blocks of 32, the key's first half as the vector.
///
/// It is used for callbacks and for the robot's media. Source: document/path/90968, 100719.
public final class AesCbc {
  private static final int KEY_BYTES = 32;
  private static final int BLOCK = 16;
  private static final int PAD = 32;

  private final SecretKeySpec key;
  private final IvParameterSpec vector;

  private AesCbc(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("an AES key has 32 bytes, not " + key.length);
    }
    this.key = new SecretKeySpec(key, "AES");
    this.vector = new IvParameterSpec(key, 0, BLOCK);
  }

  /// @param key an EncodingAESKey of 43 characters, or base64 of 32 bytes with or without `=`
  public static AesCbc of(String key) {
    return new AesCbc(Base64.getDecoder().decode(key.replace("=", "") + "="));
  }

  public byte[] encrypt(byte[] plain) {
    var pad = PAD - plain.length % PAD;
    var padded = Arrays.copyOf(plain, plain.length + pad);
    Arrays.fill(padded, plain.length, padded.length, (byte) pad);
    return run(Cipher.ENCRYPT_MODE, padded);
  }

  /// @throws CipherRefusal unless the length and the padding are right
  public byte[] decrypt(byte[] encrypted) {
    if (encrypted.length < PAD || encrypted.length % BLOCK != 0) {
      throw new CipherRefusal(Stage.FORMAT, "length " + encrypted.length);
    }
    var padded = run(Cipher.DECRYPT_MODE, encrypted);
    var pad = padded[padded.length - 1];
    if (pad < 1 || pad > PAD || pad > padded.length) {
      throw new CipherRefusal(Stage.FORMAT, "padding of " + pad);
    }
    for (var i = padded.length - pad; i < padded.length; i++) {
      if (padded[i] != pad) {
        throw new CipherRefusal(Stage.FORMAT, "uneven padding");
      }
    }
    return Arrays.copyOf(padded, padded.length - pad);
  }

  private byte[] run(int mode, byte[] bytes) {
    try {
      var cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, key, vector);
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("AES-256-CBC is part of every Java", missing);
    }
  }
}
