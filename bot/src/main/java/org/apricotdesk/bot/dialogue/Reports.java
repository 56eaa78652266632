package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apricotdesk.bot.understanding.Item;
import org.apricotdesk.bot.understanding.Kind;
import org.apricotdesk.bot.understanding.Signal;
import org.apricotdesk.bot.understanding.Understood;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Ticket;

/// Turns a report in the making into an answer, a question or a ticket.
final class Reports {
  private static final Set<CategoryCode> DANGEROUS =
      Set.of(
          new CategoryCode("security.endpoint.malware"),
          new CategoryCode("security.threat.phishing"),
          new CategoryCode("security.threat.leak"));

  private final Opening opening;
  private final Outages outages;
  private final Offers offers;
  private final Questions questions;
  private final Gist gist;
  private final Speech speech;
  private final Pattern haste;

  Reports(
      Opening opening,
      Outages outages,
      Offers offers,
      Questions questions,
      Gist gist,
      Speech speech) {
    this.opening = opening;
    this.outages = outages;
    this.offers = offers;
    this.questions = questions;
    this.gist = gist;
    this.speech = speech;
    this.haste = Pattern.compile(speech.say("haste.words"));
  }

  /// Goes on with the draft, of which `heard` is the newest part.
  ///
  /// @param meaning of everything said so far
  Turn hear(Heard heard, Draft draft, Understood meaning) {
    var matters = matters(meaning);
    if (matters.size() > 1) {
      return openAll(heard, draft, matters);
    }
    var item = matters.isEmpty() ? meaning.main() : matters.getFirst();
    return outages.answer(heard, draft, item).orElseGet(() -> ours(heard, draft, item));
  }

  /// Nothing known is down: it is this person's own trouble.
  private Turn ours(Heard heard, Draft draft, Item item) {
    if (isPressing(item) || haste.matcher(draft.text()).find()) {
      return open(heard, draft, item);
    }
    return questions
        .first(draft, item)
        .map(question -> ask(heard, draft, item, question))
        .or(() -> offers.offer(heard, draft, item))
        .or(() -> questions.next(draft, item).map(question -> ask(heard, draft, item, question)))
        .orElseGet(() -> openUnanswered(heard, draft, item));
  }

  /// The knowledge base had nothing to say; it should know that.
  private Turn openUnanswered(Heard heard, Draft draft, Item item) {
    offers.missed(draft, item);
    return open(heard, draft, item);
  }

  /// A second matter came up before the first had become a ticket: the first becomes one now.
  Turn another(Heard heard, Understood meaning) {
    var before = heard.talk().draft();
    var first = offers.understood(heard, before);
    var opened = opening.open(heard, before, first);
    var second = hear(heard, Draft.EMPTY.with(heard.part()), meaning);
    var line = Reply.line(registered(opened, first));
    var reply =
        second.reply().open().stream()
            .reduce(line, Reply::and, (one, _) -> one)
            .aside(second.reply().aside());
    return new Turn(second.reply().card().map(reply::with).orElse(reply), second.talk());
  }

  /// What was understood, and the question; nothing was understood of mere talk and pictures.
  private Turn ask(Heard heard, Draft draft, Item item, String question) {
    var line =
        item.kind() == Kind.FAULT || item.kind() == Kind.QUESTION
            ? speech.say("ask.line", gist.of(heard.speaker(), item), question)
            : question;
    return new Turn(Reply.line(line), heard.talk().with(draft.askedOnceMore()));
  }

  /// Opens the ticket and says what was understood; pressing matters get the advice along with it.
  Turn open(Heard heard, Draft draft, Item item) {
    offers.returned(heard, item);
    var opened = opening.open(heard, draft, item);
    var ticket = opened.ticket();
    var reply =
        Reply.line(registered(opened, item))
            .with(Sheet.of(Sheet.Kind.RECEIPT, ticket, new JsonObject()));
    var advice = draft.isAnswered() ? List.<String>of() : offers.advice(heard, draft, item);
    return new Turn(
        reply.aside(others(opened)).aside(advice), heard.talk().about(ticket.number(), heard.at()));
  }

  /// "Is it only me?" How many others wait for the same, and since when; not who and what.
  private List<String> others(Opening.Opened opened) {
    var others = opened.others();
    if (others.isEmpty()) {
      return List.of();
    }
    var oldest = others.getLast();
    return List.of(
        speech.say(
            "report.others",
            others.size(),
            speech.time(oldest.times().created()),
            speech.status(oldest)));
  }

  private Turn openAll(Heard heard, Draft draft, List<Item> matters) {
    var lines = new ArrayList<String>();
    var tickets = new ArrayList<Ticket>();
    for (var item : matters) {
      var opened = opening.open(heard, draft.about(item.text()), item);
      lines.add(registered(opened, item));
      tickets.add(opened.ticket());
    }
    var numbers = tickets.stream().map(one -> speech.number(one.number())).toList();
    var reply = Reply.line(speech.say("report.several", matters.size(), numbers)).aside(lines);
    return new Turn(reply, heard.talk().about(tickets.getLast().number(), heard.at()));
  }

  /// The first line of an answer: what was understood, and by when somebody takes it.
  private String registered(Opening.Opened opened, Item item) {
    var ticket = opened.ticket();
    var number = speech.number(ticket.number());
    if (opened.added()) {
      return speech.say("report.added", number, speech.place(ticket), gist.matter(item));
    }
    return speech.say(
        "report.done",
        number,
        speech.place(ticket),
        gist.matter(item),
        speech.priority(ticket),
        speech.state(ticket));
  }

  /// What cannot wait for a look at the knowledge base: haste, care in danger, an attack.
  private static boolean isPressing(Item item) {
    return item.urgentWords()
        || item.category().filter(DANGEROUS::contains).isPresent()
        || item.priority().filter(priority -> priority.compareTo(Priority.P2) <= 0).isPresent();
  }

  private static List<Item> matters(Understood meaning) {
    return meaning.items().stream()
        .filter(item -> item.kind() == Kind.FAULT || item.kind() == Kind.SUGGESTION)
        .filter(item -> !item.says(Signal.RECOVERED) && !item.says(Signal.HYPOTHETICAL))
        .toList();
  }
}
