package org.apricotdesk.bot.wecom.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apricotdesk.config.settings.Secret;

/// Keeps passes unreadable in the database and its backups for whoever lacks the app's secret.
/// When the secret changes, what was sealed before no longer opens and is fetched anew.
final class PassSeal {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;

  PassSeal(Secret secret) {
    this.key = new SecretKeySpec(hash("apricot-desk/pass/" + secret.reveal()), "AES");
  }

  byte[] seal(String value) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      var hidden = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(bytes(value));
      var whole = Arrays.copyOf(nonce, NONCE + hidden.length);
      System.arraycopy(hidden, 0, whole, NONCE, hidden.length);
      return whole;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("AES-GCM is part of every Java", missing);
    }
  }

  Optional<String> open(byte[] whole) {
    if (whole.length <= NONCE) return Optional.empty();
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE));
      var value = cipher.doFinal(whole, NONCE, whole.length - NONCE);
      return Optional.of(new String(value, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes(text));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("SHA-256 is part of every Java", missing);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
