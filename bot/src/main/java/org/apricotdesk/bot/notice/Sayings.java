package org.apricotdesk.bot.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apricotdesk.bot.dialogue.Cards;
import org.apricotdesk.bot.dialogue.SampleCards;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.config.text.Rewording;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.wording.Phrasebook;

/// The messages and cards whose wording a hospital may change, with examples of what stands in
/// their places (texts `sample.*`). The words on buttons are not among them: people type them.
public final class Sayings implements Phrasebook {
  private static final String DIALOGUE = "dialogue.";
  private static final String NOTICE = "notice.";

  /// What stands in the places of each, in their order.
  private static final Map<String, List<String>> SAID = new LinkedHashMap<>();

  static {
    said("dialogue.greeting");
    said("dialogue.report.done", "number", "title", "place", "priority", "state");
    said("dialogue.report.added", "number", "title", "state");
    said("dialogue.ask.picture");
    said("dialogue.ask.matter");
    said("dialogue.nudge.done", "number");
    said("dialogue.person.done", "number");
    said("dialogue.not_fixed.done", "number", "title");
    said("dialogue.recovered");
    said("dialogue.rate.done", "number");
    said("dialogue.rate.low.done", "number");
    for (var step : List.of("taken", "handed_over", "released", "reopened"))
      said(NOTICE + step, "number", "title", "state", "engineer");
    said("notice.called_off", "number", "words");
    said("notice.merged", "number", "other");
    said("notice.redirected", "number", "department", "words");
    said("notice.waiting", "number", "engineer", "question");
    said("notice.waiting.last", "number", "engineer", "question", "time");
    said("notice.rating.reminder", "number", "title");
    said("notice.loan.lent", "number", "asset", "time");
    said("notice.loan.due", "number", "asset", "time");
    said("notice.loan.overdue", "number", "asset", "time");
    for (var step : List.of("taken", "handed_over", "reopened", "solved"))
      said("notice.group." + step, "number", "engineer");
  }

  private static final List<String> ON_CARDS =
      List.of(
          "card.title",
          "card.line",
          "card.hint",
          "card.taken",
          "card.article",
          "card.solved.text",
          "card.reasons",
          "card.reopened",
          "card.thanks");

  private final BiFunction<Locale, Rewording, Speech> speeches;
  private final Function<Speech, Cards> cards;
  private final People people;
  private final Texts notices = Texts.of(Words.class);
  private final Texts talk = Texts.of(Speech.class);

  /// @param speeches how the bot puts things in a language, with a rewording
  /// @param cards draws cards as somebody puts things
  public Sayings(
      BiFunction<Locale, Rewording, Speech> speeches,
      Function<Speech, Cards> cards,
      People people) {
    this.speeches = speeches;
    this.cards = cards;
    this.people = people;
  }

  private static void said(String name, String... examples) {
    SAID.put(name, Arrays.asList(examples));
  }

  @Override
  public List<String> names() {
    var names = new ArrayList<>(SAID.keySet());
    ON_CARDS.forEach(key -> names.add(DIALOGUE + key));
    return List.copyOf(names);
  }

  @Override
  public String builtIn(String name, Locale locale) {
    var bundle = name.startsWith(NOTICE) ? notices : talk;
    return bundle.pattern(locale, key(name));
  }

  @Override
  public Look look(String name, Locale locale, String pattern) {
    Rewording draft = (other, _) -> Optional.of(pattern).filter(_ -> other.equals(name));
    var speech = speeches.apply(locale, draft);
    return SAID.containsKey(name) ? words(name, locale, speech, draft) : card(name, locale, speech);
  }

  private Look words(String name, Locale locale, Speech speech, Rewording draft) {
    var places =
        SAID.getOrDefault(name, List.of()).stream()
            .map(example -> example(example, locale))
            .toArray();
    return new Look.Said(
        name.startsWith(NOTICE)
            ? new Words(locale, draft).say(key(name), places)
            : speech.say(key(name), places));
  }

  private Look card(String name, Locale locale, Speech speech) {
    var samples =
        new SampleCards(
            cards, anybody(Role.LIAISON), anybody(Role.ENGINEER), one -> example(one, locale));
    var card = samples.with(key(name), speech);
    var head = card.head();
    return new Look.Card(
        head.title(),
        head.line(),
        head.text(),
        head.rows().stream().map(row -> List.of(row.name(), row.value())).toList(),
        buttons(card),
        card instanceof Card.Done);
  }

  private static List<String> buttons(Card card) {
    return switch (card) {
      case Card.Buttons(var _, var _, var buttons) ->
          buttons.stream().map(Card.Button::text).toList();
      case Card.Ballot(var _, var _, var _, var _, var _, var submit) -> List.of(submit.text());
      case Card.Done(var _, var _, var label) -> List.of(label);
      case Card.Notice _ -> List.of();
    };
  }

  private PersonId anybody(Role role) {
    var found = people.having(role).stream().findFirst().map(Person::id);
    return found.orElseGet(() -> new PersonId(role.code()));
  }

  private String example(String example, Locale locale) {
    return notices.say(locale, "sample." + example);
  }

  private static String key(String name) {
    return name.substring(name.indexOf('.') + 1);
  }
}
