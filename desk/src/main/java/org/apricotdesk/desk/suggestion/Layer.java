package org.apricotdesk.desk.suggestion;

import java.util.Locale;

/// What a wish is about; domain §10.2.
public enum Layer {
  /// 基础保障: law, safety, stability. A fast lane; no score needed if something demands it.
  FOUNDATION,
  /// 效率提升: fewer clicks, less waiting, less paper.
  EFFICIENCY,
  /// 创新赋能: new technology, new service.
  INNOVATION;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static Layer of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
