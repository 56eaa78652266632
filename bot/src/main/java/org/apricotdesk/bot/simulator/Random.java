package org.apricotdesk.bot.simulator;

import java.security.SecureRandom;

/// Names nobody can guess.
final class Random {
  private static final SecureRandom SOURCE = new SecureRandom();
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private Random() {}

  static String word(int length) {
    var word = new StringBuilder(length);
    SOURCE.ints(length, 0, LETTERS.length()).forEach(i -> word.append(LETTERS.charAt(i)));
    return word.toString();
  }
}
