package org.apricotdesk.desk.suggestion;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// How alike two wishes are: the share of pairs of neighbouring characters that both have, without
/// the words every wish begins with.
final class Likeness {
  private static final String POLITENESS =
      "建议|希望|能不能|可不可以|可以|能否|是否|最好|请|我们|你们|信息科|信息中心|一下|增加|加个|加一个|做个|有个|吗|吧|呢|的|了";

  private Likeness() {}

  static double of(String one, String other) {
    var some = pairs(one);
    var more = pairs(other);
    if (some.isEmpty() || more.isEmpty()) return 0;
    var both = new HashSet<>(some);
    both.retainAll(more);
    return 2.0 * both.size() / (some.size() + more.size());
  }

  private static Set<String> pairs(String text) {
    var bare =
        text.toLowerCase(Locale.ROOT)
            .replaceAll(POLITENESS, "")
            .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}]", "");
    var pairs = new HashSet<String>();
    for (var i = 0; i + 2 <= bare.length(); i++) pairs.add(bare.substring(i, i + 2));
    return pairs;
  }
}
