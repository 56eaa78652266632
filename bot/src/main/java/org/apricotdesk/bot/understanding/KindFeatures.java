package org.apricotdesk.bot.understanding;

/// The text with marks for the words that tell what it wants, as the kind model reads it.
final class KindFeatures {
  private KindFeatures() {}

  static String of(String text) {
    return text;
  }
}
