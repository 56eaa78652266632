package org.apricotdesk.bot.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apricotdesk.bot.dialogue.Advice.Article;
import org.apricotdesk.bot.understanding.Item;
import org.apricotdesk.bot.understanding.Kind;

/// Answers from the knowledge base, and what people make of them.
final class Offers {
  private static final int STEPS = 6;

  /// Some articles number their steps themselves.
  private static final Pattern NUMBERED = Pattern.compile("^\\d+[.．、)）](?!\\d)\\s*");

  private final Advice advice;
  private final Meaning understanding;
  private final Mine mine;
  private final Asking asking;
  private final Questions questions;
  private final Gist gist;
  private final Speech speech;
  private final Supplier<Reports> reports;

  /// @param reports where a report goes on when the answer did not help
  Offers(
      Advice advice,
      Meaning understanding,
      Mine mine,
      Asking asking,
      Questions questions,
      Gist gist,
      Speech speech,
      Supplier<Reports> reports) {
    this.advice = advice;
    this.understanding = understanding;
    this.mine = mine;
    this.asking = asking;
    this.questions = questions;
    this.gist = gist;
    this.speech = speech;
    this.reports = reports;
  }

  /// The answer, or a choice of answers; empty if there is none, or it was given already.
  Optional<Turn> offer(Heard heard, Draft draft, Item item) {
    if (draft.isAnswered() || !mayBeAnswered(item)) {
      return Optional.empty();
    }
    return switch (advice.on(draft.text(), heard.speaker().campus())) {
      case Advice.Sure(var article) -> Optional.of(show(heard, draft, item, article));
      case Advice.Several(var articles) when questions.mayAsk(draft) ->
          Optional.of(choice(heard, draft, item, articles));
      case Advice.Several _, Advice.None() -> Optional.empty();
    };
  }

  /// Matters of other departments have an article that says whose they are.
  private static boolean mayBeAnswered(Item item) {
    return switch (item.kind()) {
      case FAULT, QUESTION -> true;
      case OTHER -> item.category().isPresent();
      case SUGGESTION, PROGRESS, CHITCHAT -> false;
    };
  }

  /// A line of advice to go with a ticket that could not wait for it.
  List<String> advice(Heard heard, Draft draft, Item item) {
    if (item.kind() != Kind.FAULT
        || !(advice.on(draft.text(), heard.speaker().campus()) instanceof Advice.Sure(var found))) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(speech.say("advice.meanwhile", found.title()));
    lines.addAll(steps(found, 3));
    return lines;
  }

  /// Nothing was offered for this.
  void missed(Draft draft, Item item) {
    var wanted = item.kind() == Kind.FAULT || item.kind() == Kind.QUESTION;
    if (wanted && !draft.isAnswered() && !draft.text().isBlank()) {
      advice.unanswered(draft.text());
    }
  }

  /// Whoever reports again has not been helped by what they were shown on that subject.
  void returned(Heard heard, Item item) {
    item.category().ifPresent(subject -> advice.returned(heard.speaker().id(), subject));
  }

  private Turn show(Heard heard, Draft draft, Item item, Article article) {
    returned(heard, item);
    var answered = draft.offered(List.of(article.id()));
    var key = item.kind() == Kind.FAULT ? "advice.sure" : "advice.found";
    var reply =
        Reply.line(speech.say(key, gist.of(heard.speaker(), item), article.title()))
            .aside(steps(article, STEPS))
            .with(Sheet.article(article.id(), article.title(), answered));
    advice.shown(article.id(), heard.speaker().id());
    return new Turn(reply, heard.talk().with(answered));
  }

  /// Which of them is meant is a question, too.
  private Turn choice(Heard heard, Draft draft, Item item, List<Article> articles) {
    var lines = new ArrayList<String>();
    for (var article : articles) {
      lines.add(speech.say("advice.choice", lines.size() + 1, article.title()));
    }
    lines.add(speech.say("advice.choose"));
    var shown = articles.stream().map(Article::id).toList();
    return new Turn(
        Reply.line(speech.say("advice.several", gist.of(heard.speaker(), item))).aside(lines),
        heard.talk().with(draft.askedOnceMore().offered(shown)));
  }

  /// The steps, numbered, and where they come from.
  private List<String> steps(Article article, int most) {
    var lines = new ArrayList<String>();
    for (var step : article.steps().subList(0, Math.min(most, article.steps().size()))) {
      lines.add(
          speech.say("advice.step", lines.size() + 1, NUMBERED.matcher(step).replaceFirst("")));
    }
    lines.add(speech.say("advice.source", article.id(), article.updatedOn().toString()));
    return lines;
  }

  static boolean isOffered(Said said) {
    return said.talk().draft().isAnsweredAt(said.heard().at());
  }

  static boolean isChoice(Said said) {
    var offered = said.talk().draft().articles().size();
    return offered > 1 && Integer.parseInt(said.text()) <= offered;
  }

  /// "2": the second of the answers to choose from.
  Turn choose(Said said) {
    var draft = said.talk().draft();
    var number = Integer.parseInt(said.text());
    return advice
        .article(draft.articles().get(number - 1))
        .map(article -> show(said.heard(), draft, understood(said.heard(), draft), article))
        .orElseGet(() -> useless(said));
  }

  Turn useful(Said said) {
    var draft = said.talk().draft();
    if (!draft.isAnswered()) {
      return new Turn(Reply.line(speech.say("useful.none")), said.talk());
    }
    advice.judged(draft.articles().getFirst(), said.speaker(), true);
    return new Turn(Reply.line(speech.say("useful.done")), said.talk().with(Draft.EMPTY));
  }

  /// It did not help: a ticket, with what was tried.
  Turn useless(Said said) {
    var draft = said.talk().draft();
    if (!draft.isAnswered()) {
      return new Turn(Reply.line(speech.say("useful.none")), said.talk());
    }
    advice.judged(draft.articles().getFirst(), said.speaker(), false);
    return open(said.heard(), draft);
  }

  /// "人工" always works: with a report it becomes a ticket, on a ticket the desk is called, and
  /// with neither the desk gets to know that somebody needs them.
  Turn person(Said said) {
    var draft = said.talk().draft();
    if (draft.isOpenAt(said.heard().at())) {
      return open(said.heard(), draft);
    }
    var open = mine.meant(said, Mine.OPEN);
    if (open.isPresent()) {
      return asking.forPerson(said.about(open.get().number()));
    }
    return open(said.heard(), Draft.EMPTY.with(said.heard().part()));
  }

  private Turn open(Heard heard, Draft draft) {
    return reports.get().open(heard, draft, understood(heard, draft));
  }

  Item understood(Heard heard, Draft draft) {
    return understanding.understand(heard.sentence(draft.text())).main();
  }
}
