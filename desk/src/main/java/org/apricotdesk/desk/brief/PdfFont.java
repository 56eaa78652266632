package org.apricotdesk.desk.brief;

import java.util.Objects;

/// The font of the PDF, with Chinese characters: WenQuanYi Zen Hei, out of the jar it comes in.
final class PdfFont {
  static final String FAMILY = "ZenHei";
  private static final String FILE = "/fonts/WenQuanZhengHei.ttf";

  private PdfFont() {}

  static String address() {
    return Objects.requireNonNull(PdfFont.class.getResource(FILE), FILE).toString();
  }
}
