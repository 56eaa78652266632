package org.apricotdesk.bot.understanding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Splits a message that reports several things: "打印机卡纸了 还有我的ukey也不亮".
///
/// A place to split is a joining word or a numbering; it counts only where both sides are surely
/// about different systems or kinds of work.
final class Splitter {
  private static final double SURE = 0.35;
  private static final double LIKELY = 0.15;
  private static final int SHORTEST = 4;

  private final Function<String, LinearModel.Guess> matter;
  private final Words cues = Words.cues();

  Splitter(Function<String, LinearModel.Guess> matter) {
    this.matter = matter;
  }

  List<String> split(String text) {
    if (Correction.in(PlainText.of(text)).isPresent()) {
      return List.of(text);
    }
    var parts = new ArrayList<String>();
    var rest = withoutIntroduction(text);
    for (var joint = joint(rest); joint.isPresent(); joint = joint(rest)) {
      parts.add(withoutEnd(rest.substring(0, joint.get().start)));
      rest = rest.substring(joint.get().end).strip();
    }
    parts.add(rest);
    return parts.size() > 1 ? parts : List.of(text);
  }

  private record Joint(int start, int end) {}

  private Optional<Joint> joint(String text) {
    for (var word : cues.list("joint")) {
      for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        var end = at + word.length();
        if (at >= SHORTEST && text.length() - end >= SHORTEST && differ(text, at, end)) {
          return Optional.of(new Joint(at, end));
        }
      }
    }
    return Optional.empty();
  }

  private boolean differ(String text, int start, int end) {
    var head = text.substring(0, start);
    var tail = text.substring(end);
    var first = matter.apply(head);
    var second = matter.apply(tail);
    var least = otherSystems(head, tail) ? LIKELY : SURE;
    return !first.label().equals(second.label())
        && first.probability() >= least
        && second.probability() >= least;
  }

  private static boolean otherSystems(String head, String tail) {
    var first = Systems.in(head);
    var second = Systems.in(tail);
    return !first.isEmpty() && !second.isEmpty() && Collections.disjoint(first, second);
  }

  /// What stood before a joining word, without the comma between them.
  private static String withoutEnd(String part) {
    return part.replaceFirst("[\\s，,、；;。]+$", "").strip();
  }

  /// "两件事：1叫号没声音 2.三诊室显示器花屏" without its head and its first number.
  private static String withoutIntroduction(String text) {
    return text.replaceFirst("^(两|三|2|3)(件事|个问题|个事)[:：,，\\s]*", "")
        .replaceFirst("^[1①一][.、:：]?\\s*(?=\\p{IsHan})", "");
  }
}
