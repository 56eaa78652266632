package org.apricotdesk.deploy.pages;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/// How a page is looked at: on what, by day or by night.
enum Look {
  PHONE_LIGHT(390, 844, ColorScheme.LIGHT),
  SMALL_PHONE(360, 640, ColorScheme.LIGHT),
  PHONE_DARK(390, 844, ColorScheme.DARK),
  DESKTOP_LIGHT(1440, 900, ColorScheme.LIGHT),
  DESKTOP_DARK(1440, 900, ColorScheme.DARK);

  private final int width;
  private final int height;
  private final ColorScheme colours;

  Look(int width, int height, ColorScheme colours) {
    this.width = width;
    this.height = height;
    this.colours = colours;
  }

  NewContextOptions options() {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(colours)
        .setLocale("zh-CN")
        .setTimezoneId("Asia/Shanghai");
  }

  int width() {
    return width;
  }

  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
