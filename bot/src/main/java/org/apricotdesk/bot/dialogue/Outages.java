package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apricotdesk.bot.understanding.DepartmentMention;
import org.apricotdesk.bot.understanding.Item;
import org.apricotdesk.bot.understanding.Kind;
import org.apricotdesk.desk.incident.Answer;
import org.apricotdesk.desk.incident.IncidentNumber;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.incident.Known;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Refusal;
import org.apricotdesk.desk.incident.Wish;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.maintenance.Work;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;

/// "Is it only me?": a report of what is known to be down is answered with what is known, and its
/// reporter hears from then on what all others hear; no ticket, no question.
final class Outages {
  private static final Duration JUST_NOW = Duration.ofMinutes(30);

  private final Incidents incidents;
  private final Maintenance maintenance;
  private final People people;
  private final Meaning understanding;
  private final Gist gist;
  private final Speech speech;
  private final Supplier<Reports> reports;

  Outages(
      Incidents incidents,
      Maintenance maintenance,
      People people,
      Meaning understanding,
      Gist gist,
      Speech speech,
      Supplier<Reports> reports) {
    this.incidents = incidents;
    this.maintenance = maintenance;
    this.people = people;
    this.understanding = understanding;
    this.gist = gist;
    this.speech = speech;
    this.reports = reports;
  }

  /// Empty if nothing is down that this could come from.
  Optional<Turn> answer(Heard heard, Draft draft, Item item) {
    if (isAllUp() || item.kind() != Kind.FAULT) {
      return Optional.empty();
    }
    return cause(heard, item)
        .map(known -> joined(heard, draft, item, known))
        .or(() -> planned(heard, item));
  }

  private Optional<Known> cause(Heard heard, Item item) {
    var department = department(heard, item);
    var campus = campus(heard, department);
    return item.category()
        .flatMap(code -> incidents.known().matching(heard.tx(), code, department, campus));
  }

  private CampusId campus(Heard heard, Optional<DepartmentId> department) {
    return department
        .flatMap(people::department)
        .map(d -> d.campus())
        .orElse(heard.speaker().campus());
  }

  private boolean isAllUp() {
    return incidents.known().running().isEmpty() && !maintenance.isGoingOn();
  }

  /// Announced work is going on there.
  private Optional<Turn> planned(Heard heard, Item item) {
    var department = department(heard, item);
    var campus = campus(heard, department);
    return item.category()
        .flatMap(code -> maintenance.cause(code, department, campus))
        .map(work -> new Turn(planned(heard, item, work), heard.talk().with(Draft.EMPTY)));
  }

  private Reply planned(Heard heard, Item item, Work work) {
    var plan = work.plan();
    var until = speech.time(plan.until());
    var what = gist.of(heard.speaker(), item);
    var lines = new ArrayList<String>();
    add(lines, "outage.workaround", plan.meanwhile());
    lines.add(speech.say("outage.different.hint"));
    return Reply.line(speech.say("outage.planned", what, plan.title(), until)).aside(lines);
  }

  private static Optional<DepartmentId> department(Heard heard, Item item) {
    return item.department()
        .flatMap(DepartmentMention::certain)
        .or(() -> heard.speaker().department());
  }

  private Turn joined(Heard heard, Draft draft, Item item, Known known) {
    var department = department(heard, item);
    var _ = incidents.join(heard.tx(), known.number(), heard.speaker(), department);
    var line =
        speech.say(
            "outage.known",
            gist.of(heard.speaker(), item),
            known.number().toString(),
            known.title(),
            speech.time(known.since()));
    var reply = Reply.line(line).aside(details(known)).with(Sheet.outage(known.number(), draft));
    return new Turn(reply, heard.talk().with(Draft.EMPTY));
  }

  private List<String> details(Known known) {
    var lines = new ArrayList<String>();
    add(lines, "outage.action", known.action());
    add(lines, "outage.workaround", known.workaround());
    add(lines, "outage.next", known.next().filter(this::isAhead).map(speech::time).orElse(""));
    lines.add(speech.say("outage.different.hint"));
    return lines;
  }

  private boolean isAhead(Instant at) {
    return at.isAfter(speech.now());
  }

  private void add(List<String> lines, String key, String words) {
    if (!words.isBlank()) {
      lines.add(speech.say(key, words));
    }
  }

  boolean isAnswered(Said said) {
    return !isAllUp() && before(said).isPresent();
  }

  private static Optional<Part> before(Said said) {
    var now = said.heard().at();
    return said.talk().last().filter(part -> now.isBefore(part.at().plus(JUST_NOW)));
  }

  /// "我的不一样": what was said before becomes a ticket of its own, of no category, so that it is
  /// not taken for a part of the same outage, of which they hear no more.
  Turn different(Said said) {
    var heard = said.heard();
    var draft = Draft.EMPTY.with(before(said).orElseThrow());
    return apart(heard, draft, cause(heard, item(heard, draft)).map(Known::number));
  }

  private Turn apart(Heard heard, Draft draft, Optional<IncidentNumber> not) {
    not.ifPresent(number -> incidents.leave(heard.tx(), number, heard.speaker().id()));
    return reports.get().open(heard, draft, item(heard, draft).unclear());
  }

  private Item item(Heard heard, Draft draft) {
    return understanding.understand(heard.sentence(draft.text())).main();
  }

  /// "我也是": who reported it is among those affected already.
  Turn same(Said said) {
    return new Turn(Reply.line(speech.say("me_too.done")), said.talk());
  }

  /// A button of a card about an incident was tapped.
  ///
  /// @param facts of the card
  Turn tapped(Heard heard, String key, JsonObject facts) {
    var number = new IncidentNumber(facts.getLong("incident"));
    return switch (key) {
      case "different" -> apart(heard, Draft.of(facts.getJsonObject("draft")), Optional.of(number));
      case "works", "broken" ->
          called(heard, number, new DepartmentId(facts.getString("department")), key);
      case "declare", "dismiss" -> decided(heard, number, key);
      default -> new Turn(Reply.line(speech.say("me_too.done")), heard.talk());
    };
  }

  /// One tap says whether it is one trouble or not; the rest is filled in on its page.
  private Turn decided(Heard heard, IncidentNumber number, String key) {
    var incident = incidents.find(heard.tx(), number).orElseThrow();
    var by = heard.speaker().id();
    var wish =
        key.equals("declare")
            ? new Wish.Declare(
                by,
                Level.B,
                incident.title(),
                Set.of(),
                incident.area(),
                speech.say("declare.symptom"),
                speech.say("declare.action"),
                "",
                Optional.empty(),
                Optional.empty())
            : new Wish.Dismiss(by, speech.say("dismiss.reason"));
    var said =
        switch (incidents.handle(heard.tx(), number, wish)) {
          case Answer.Done _ -> key + ".done";
          case Answer.Refused(var why, _) when why == Refusal.NOT_NOW -> "declare.over";
          case Answer.Refused _ -> "declare.refused";
        };
    var line = speech.say(said, number.toString(), incident.title());
    return new Turn(Reply.line(line), heard.talk());
  }

  /// Whether the speaker's department was asked whether it works again, and has not answered.
  boolean isAsked(Said said) {
    return asked(said).isPresent();
  }

  private Optional<IncidentNumber> asked(Said said) {
    var heard = said.heard();
    return heard.speaker().department().flatMap(place -> incidents.asks(heard.tx(), place));
  }

  /// "好了".
  Turn works(Said said) {
    return called(said, "works");
  }

  /// "还没好": their reports are tickets of their own again.
  Turn broken(Said said) {
    return called(said, "broken");
  }

  private Turn called(Said said, String key) {
    var place = said.heard().speaker().department().orElseThrow();
    return called(said.heard(), asked(said).orElseThrow(), place, key);
  }

  private Turn called(Heard heard, IncidentNumber number, DepartmentId place, String key) {
    var wish = new Wish.AnswerCall(heard.speaker().id(), place, key.equals("works"));
    var outcome =
        switch (incidents.handle(heard.tx(), number, wish)) {
          case Answer.Done _ -> key;
          case Answer.Refused(var why, _) when why == Refusal.NOTHING_CHANGES -> key;
          case Answer.Refused _ -> "call.over";
        };
    var name = people.department(place).map(one -> one.name()).orElse("");
    return new Turn(Reply.line(speech.say(outcome + ".done", name)), heard.talk());
  }
}
