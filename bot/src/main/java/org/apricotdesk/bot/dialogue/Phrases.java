package org.apricotdesk.bot.dialogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.TicketNumber;

/// All phrases, in the order in which they are tried. Everybody may say them in either language.
final class Phrases {
  private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private final Texts texts;
  private final Map<String, Phrase> byName = new LinkedHashMap<>();
  private final Map<Phrase, List<Pattern>> words = new LinkedHashMap<>();

  Phrases(Texts texts, List<Phrase> phrases) {
    this.texts = texts;
    for (var phrase : phrases) {
      byName.put(phrase.name(), phrase);
      words.put(phrase, words(phrase));
    }
  }

  private List<Pattern> words(Phrase phrase) {
    return LANGUAGES.stream()
        .map(language -> texts.say(language, phrase.name() + ".words"))
        .map(Pattern::compile)
        .toList();
  }

  /// The phrase this text is, and its parts; empty if it is none, or not for this person.
  Optional<Turn> answer(Heard heard) {
    var typed = heard.text().strip();
    for (var entry : words.entrySet()) {
      var phrase = entry.getKey();
      if (!phrase.mayBeSaidBy(heard.speaker().roles())) continue;
      var said = said(heard, typed, entry.getValue()).filter(phrase.applies());
      if (said.isPresent()) return said.map(phrase.answer());
    }
    return Optional.empty();
  }

  private static Optional<Said> said(Heard heard, String typed, List<Pattern> patterns) {
    return patterns.stream()
        .map(pattern -> pattern.matcher(typed))
        .filter(Matcher::matches)
        .findFirst()
        .map(matcher -> said(heard, matcher));
  }

  Optional<Phrase> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The help for somebody with these roles, one line a phrase, the most used first.
  List<String> help(Speech speech, Set<Role> roles) {
    return byName.values().stream()
        .filter(phrase -> phrase.mayBeSaidBy(roles) && texts.has(phrase.name() + ".help"))
        .sorted(Help.MOST_USED)
        .map(phrase -> speech.say(phrase.name() + ".help"))
        .toList();
  }

  private static Said said(Heard heard, Matcher matcher) {
    var number = group(matcher, "ticket").flatMap(TicketNumber::parse);
    return new Said(heard, number, group(matcher, "text").orElse("").strip(), List.of());
  }

  private static Optional<String> group(Matcher matcher, String name) {
    return matcher.pattern().namedGroups().containsKey(name)
        ? Optional.ofNullable(matcher.group(name))
        : Optional.empty();
  }
}
