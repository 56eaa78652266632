package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.console.Rehearsal;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.ticket.web.ReportReader;

/// Answers people: the one way from something said or tapped to what the desk does about it.
public final class Dialogue {
  private final Phrases phrases;
  private final FreeTalk freeTalk;
  private final Speech speech;
  private final ReportReader pages;
  private final Rehearsal whatIf;
  private final Outages outages;
  private final String home;

  /// @param home the address of the desk's pages, without a slash at its end
  public Dialogue(Desk desk, Advice advice, Speech speech, Clock clock, ZoneId zone, String home) {
    this.speech = speech;
    this.home = home;
    var understanding = new Meaning(desk.people(), desk.catalogue(), advice.hints());
    var tickets = desk.tickets();
    var mine = new Mine(tickets, new Sight(desk.access()));
    var asking = new Asking(tickets, desk.people(), desk.catalogue(), speech);
    var reports = new Later<Reports>();
    var whereabouts = new Whereabouts(speech);
    var gist = new Gist(desk.people(), desk.catalogue(), whereabouts, speech);
    var questions = new Questions(speech);
    var offers = new Offers(advice, understanding, mine, asking, questions, gist, speech, reports);
    var opening = new Opening(tickets, desk.catalogue(), speech, whereabouts);
    this.outages =
        new Outages(
            desk.incidents(),
            desk.maintenance(),
            desk.people(),
            understanding,
            gist,
            speech,
            reports);
    reports.set(new Reports(opening, outages, offers, questions, gist, speech));
    var reporters = new ReporterWords(asking, mine, offers, speech);
    var engineers = new EngineerWords(asking, speech, desk.people(), new Dates(clock, zone));
    var masker = new Masker(desk.people()::isStaffName);
    this.pages = new PageReports(masker, understanding, opening, clock);
    this.whatIf = new WhatIf(masker, understanding, opening, clock);
    var wishes = new Wishes(desk.suggestions(), speech);
    this.phrases = new Phrases(speech.texts(), all(engineers, reporters, wishes));
    this.freeTalk =
        new FreeTalk(
            understanding,
            reports.get(),
            wishes,
            offers,
            reporters,
            new Recovery(asking, mine, reporters, speech),
            new Followers(tickets, speech, new Spoken(clock)),
            whereabouts,
            speech);
  }

  private List<Phrase> all(EngineerWords engineers, ReporterWords reporters, Wishes wishes) {
    var all = new ArrayList<Phrase>();
    all.add(new Phrase("help", Phrase.EVERYBODY, this::help));
    all.add(new Phrase("pages", Phrase.EVERYBODY, this::home));
    all.add(new Phrase("different", Phrase.EVERYBODY, outages::isAnswered, outages::different));
    all.add(new Phrase("me_too", Phrase.EVERYBODY, outages::isAnswered, outages::same));
    all.add(new Phrase("works", Phrase.EVERYBODY, outages::isAsked, outages::works));
    all.add(new Phrase("broken", Phrase.EVERYBODY, outages::isAsked, outages::broken));
    all.add(new Phrase("second", Phrase.EVERYBODY, wishes::second));
    all.add(new Phrase("language", Phrase.EVERYBODY, this::language));
    all.add(new Phrase("identity", Phrase.EVERYBODY, this::identity));
    all.addAll(engineers.phrases());
    all.addAll(reporters.phrases());
    return all;
  }

  /// Hears a message: a phrase, the word a button waits for, or a plain sentence.
  public Turn hear(Heard heard) {
    return phrases
        .answer(heard)
        .or(() -> completed(heard))
        .orElseGet(
            () ->
                switch (heard.heed()) {
                  case ANSWER -> freeTalk.hear(heard);
                  case NOTE -> freeTalk.person(heard).orElseGet(() -> freeTalk.note(heard));
                  case IGNORE ->
                      freeTalk.person(heard).orElseGet(() -> new Turn(Reply.SILENCE, heard.talk()));
                });
  }

  /// Understands what somebody typed into the form on a page.
  public ReportReader pages() {
    return pages;
  }

  /// Says what would become of a sentence.
  public Rehearsal whatIf() {
    return whatIf;
  }

  /// A button of a card was tapped.
  ///
  /// @param key the phrase the button stands for
  /// @param choice what was selected on the card
  public Turn tap(Heard heard, String key, Optional<TicketNumber> ticket, List<String> choice) {
    return phrases
        .named(key)
        .filter(phrase -> phrase.mayBeSaidBy(heard.speaker().roles()))
        .map(phrase -> phrase.answer().apply(new Said(heard, ticket, "", choice)))
        .orElseGet(() -> new Turn(Reply.line(speech.say("tap.unknown")), heard.talk()));
  }

  /// A button of a card about a major incident was tapped.
  ///
  /// @param facts of the card
  public Turn tapOfIncident(Heard heard, String key, JsonObject facts) {
    return outages.tapped(heard, key, facts);
  }

  /// A button below an answer was tapped. The talk may have moved on since: then it stands where
  /// it stood before.
  ///
  /// @param facts of the card, which hold the report it answers
  public Turn judge(Heard heard, String key, JsonObject facts) {
    var draft = Draft.of(facts.getJsonObject("draft"));
    var now = heard.talk().draft();
    var meant = key.equals("person") ? "useless" : key; // both want somebody to come for this
    var turn = tap(heard.with(heard.talk().with(draft)), meant, Optional.empty(), List.of());
    var movedOn = !now.isEmpty() && !now.articles().equals(draft.articles());
    return movedOn ? new Turn(turn.reply(), turn.talk().with(now)) : turn;
  }

  /// Somebody opened the chat with the bot; they are greeted once a day.
  public Turn greet(Heard heard) {
    return speech.isSameDay(heard.talk().greeted(), heard.at())
        ? new Turn(Reply.SILENCE, heard.talk())
        : new Turn(Reply.line(speech.say("greeting")), heard.talk().greetedAt(heard.at()));
  }

  private Optional<Turn> completed(Heard heard) {
    return heard
        .talk()
        .pending()
        .filter(pending -> pending.isAliveAt(heard.at()) && !heard.text().isBlank())
        .flatMap(
            pending ->
                phrases
                    .named(pending.phrase())
                    .map(phrase -> phrase.answer().apply(completing(heard, pending))));
  }

  private static Said completing(Heard heard, Pending pending) {
    var number = Optional.of(new TicketNumber(pending.ticket()));
    return new Said(heard, number, heard.text().strip(), List.of());
  }

  /// "English", "中文": the language somebody wants to be answered in from now on.
  private Turn language(Said said) {
    var chosen = said.text().matches("(?i)en.*|英.*") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    var done = Speech.speaking(Optional.of(chosen), () -> speech.say("language.done"));
    return new Turn(Reply.line(done), said.talk().in(chosen));
  }

  private Turn identity(Said said) {
    return new Turn(Reply.line(speech.say("identity.done")), said.talk());
  }

  /// "网页": the pages, which everybody opens from their own chat.
  private Turn home(Said said) {
    var reply = Reply.line(speech.say("pages.done")).aside(List.of(home + "/"));
    return new Turn(reply, said.talk());
  }

  private Turn help(Said said) {
    var heard = said.heard();
    var lines = phrases.help(speech, heard.speaker().roles());
    return new Turn(new Help(speech).tell(lines, heard.group().isPresent()), said.talk());
  }
}
