package org.apricotdesk.knowledge.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The terms of a text under every aspect, in the order in which they stand there.
final class Terms {
  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_INITIALS = 5;

  private final Map<Aspect, List<String>> terms = new EnumMap<>(Aspect.class);

  /// @param plain text that went through [Characters#plain]
  static Terms of(String plain, Lexicon lexicon) {
    var out = new Terms();
    int at = 0;
    while (at < plain.length()) {
      if (Characters.isHan(plain.charAt(at))) at = out.readHan(plain, at);
      else if (Characters.isAlphanumeric(plain.charAt(at))) at = out.readCode(plain, at);
      else at++;
    }
    out.of(Aspect.CONCEPT).addAll(lexicon.concepts(plain));
    return out;
  }

  List<String> of(Aspect aspect) {
    return terms.computeIfAbsent(aspect, _ -> new ArrayList<>());
  }

  private int readHan(String text, int from) {
    int end = from;
    while (end < text.length() && Characters.isHan(text.charAt(end))) end++;
    var sounds = new ArrayList<String>();
    for (int i = from; i < end; i++) {
      add(Aspect.CHARACTER, text.substring(i, i + 1));
      if (i + 1 < end) add(Aspect.PAIR, text.substring(i, i + 2));
      sounds.add(Sounds.of(text.charAt(i)).orElse("?"));
    }
    addSounds(sounds);
    return end;
  }

  private void addSounds(List<String> sounds) {
    var initials = new StringBuilder();
    for (int i = 0; i < sounds.size(); i++) {
      if (i + 1 < sounds.size()) add(Aspect.SOUND, sounds.get(i) + sounds.get(i + 1));
      initials.append(sounds.get(i).charAt(0));
    }
    for (int from = 0; from < initials.length(); from++) {
      int longest = Math.min(initials.length(), from + LONGEST_INITIALS);
      for (int to = from + 3; to <= longest; to++) {
        add(Aspect.INITIALS, initials.substring(from, to));
      }
    }
  }

  /// `ora-12541`, `0x0000011b`, `13.20`, `10.1.2.3` stay whole; their parts count as well.
  private int readCode(String text, int from) {
    int end = endOfCode(text, from);
    var code = text.substring(from, Math.min(end, from + LONGEST_CODE));
    add(Aspect.PAIR, code);
    for (var part : code.split("[^a-z0-9]+", -1)) {
      if (part.isEmpty()) continue;
      add(Aspect.CHARACTER, part);
      if (part.length() < code.length()) add(Aspect.PAIR, part);
    }
    addSounds(Sounds.spelled(code));
    return end;
  }

  private static int endOfCode(String text, int from) {
    int end = from;
    while (end < text.length() && isInCode(text, end)) end++;
    return end;
  }

  private static boolean isInCode(String text, int at) {
    char c = text.charAt(at);
    if (Characters.isAlphanumeric(c)) return true;
    boolean joins = c == '.' || c == '-' || c == '_' || c == ':' || c == '/';
    return joins
        && at + 1 < text.length()
        && Characters.isAlphanumeric(text.charAt(at - 1))
        && Characters.isAlphanumeric(text.charAt(at + 1));
  }

  private void add(Aspect aspect, String term) {
    of(aspect).add(term);
  }
}
