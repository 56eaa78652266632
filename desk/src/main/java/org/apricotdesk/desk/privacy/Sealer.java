package org.apricotdesk.desk.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apricotdesk.config.settings.Secret;

/// Seals texts with the privacy key: AES-256-GCM, each bound to what it belongs to.
///
/// A seal is a version byte, twelve random bytes and the ciphertext with its tag. One that was
/// changed, moved to another message or made with another key does not open.
public final class Sealer {
  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 32;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /// @param key 32 bytes in base64
  public Sealer(Secret key) {
    var bytes = Base64.getDecoder().decode(key.reveal());
    if (bytes.length != KEY) {
      throw new IllegalArgumentException("the privacy key must have 32 bytes");
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /// @param owner what the text belongs to, such as a message's id; needed again to open it
  public byte[] seal(String owner, String text) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(bytes(text));
      return ByteBuffer.allocate(1 + NONCE + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("sealing failed", failure);
    }
  }

  /// The text, or empty if the seal is not whole or not of this owner.
  public Optional<String> open(String owner, byte[] seal) {
    if (seal.length <= 1 + NONCE || seal[0] != VERSION) {
      return Optional.empty();
    }
    var nonce = Arrays.copyOfRange(seal, 1, 1 + NONCE);
    try {
      var text =
          cipher(Cipher.DECRYPT_MODE, nonce, owner)
              .doFinal(seal, 1 + NONCE, seal.length - 1 - NONCE);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("opening a seal failed", failure);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bytes(owner));
    return cipher;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
