package org.apricotdesk.desk.web;

import java.net.URI;

/// Where to go after sign-in: always a path of ours, never another host.
record LocalTarget(String path) {
  private static final String HOME = "/";

  /// The wish if it is a plain path of ours; the home page for anything else, since `//host`,
  /// `/\host`, schemes and control characters lead browsers elsewhere.
  static LocalTarget of(String wish) {
    return new LocalTarget(isLocal(wish) ? wish : HOME);
  }

  private static boolean isLocal(String wish) {
    if (!wish.startsWith("/") || wish.startsWith("//") || wish.length() > 1000) {
      return false;
    }
    if (wish.indexOf('\\') >= 0 || wish.chars().anyMatch(c -> c < ' ')) {
      return false;
    }
    try {
      var uri = URI.create(wish);
      return uri.getHost() == null && uri.getScheme() == null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
