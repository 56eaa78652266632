package org.apricotdesk.desk.brief;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.config.event.NewEvent;
import org.apricotdesk.desk.brief.Outcome.Done;
import org.apricotdesk.desk.brief.Outcome.Refused;
import org.apricotdesk.desk.brief.Outcome.Why;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.round.Rounds;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.suggestion.Suggestions;

/// The briefs and what can be done with them. What happens to one is an event of the stream
/// `brief`: `drafted`, `revised`, `submitted`, `returned`, `dropped`, `published`.
public final class Briefs {
  public static final String STREAM = "brief";

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST = 60_000;
  private static final Duration LATELY = Duration.ofDays(90);

  private final Database database;
  private final EventLog events;
  private final People people;
  private final Clock clock;
  private final Gathering gathering;
  private final Composer composer;
  private final Discretion discretion;
  private final Corrections corrections;
  private volatile Tips tips = (_, _) -> Optional.empty();
  private final Locale locale;
  private final ZoneId zone;

  /// @param worked which days the main campus works
  /// @param locale the language drafts are written in
  public Briefs(
      Database database,
      EventLog events,
      Indicators indicators,
      Incidents incidents,
      Suggestions suggestions,
      Rounds rounds,
      People people,
      Catalogue catalogue,
      Predicate<LocalDate> worked,
      Clock clock,
      Locale locale,
      ZoneId zone) {
    this.database = database;
    this.events = events;
    this.people = people;
    this.clock = clock;
    this.locale = locale;
    this.zone = zone;
    discretion = new Discretion(people);
    gathering = new Gathering(database.pool(), indicators, people, catalogue, clock, zone);
    var cases = new Cases(database.pool(), people, discretion);
    var deeds = new Deeds(suggestions, rounds, people, discretion);
    Tips found = (from, to) -> tips.best(from, to);
    composer = new Composer(cases, incidents, deeds, found, worked, locale, zone);
    corrections = new Corrections(locale);
  }

  /// From where the tip of a brief comes; without it briefs have none.
  public void tippedBy(Tips finder) {
    tips = finder;
  }

  ZoneId zone() {
    return zone;
  }

  Locale locale() {
    return locale;
  }

  /// Drafts one from what the desk knows now.
  public Brief draft(Kind kind, Days days, PersonId by) {
    var facts = gathering.gather(days);
    var fresh = fresh(kind, days, facts, by, composer.body(kind, days, facts), Optional.empty());
    return keep(fresh, false).orElseThrow(() -> new IllegalStateException("a draft was refused"));
  }

  /// The month's draft that comes by itself; empty if it is there already, or nothing happened yet.
  Optional<Brief> draftMonth(Days month) {
    if (!gathering.hasTickets(month)) return Optional.empty();
    var facts = gathering.gather(month);
    var body = composer.body(Kind.MONTHLY, month, facts);
    var fresh = fresh(Kind.MONTHLY, month, facts, PersonId.SYSTEM, body, Optional.empty());
    return keep(fresh, true);
  }

  /// Drafts a brief that puts the numbers of a published one right.
  public Outcome correct(long id, PersonId by) {
    var wrong = find(id).filter(brief -> brief.published().isPresent());
    if (wrong.isEmpty()) return new Refused(Why.UNKNOWN);
    // What people have dropped does not come again by itself.
    var dropped = by.equals(PersonId.SYSTEM);
    var latest = BriefStore.lastCorrection(database.pool(), id, dropped).orElse(wrong.get());
    var facts = gathering.gather(wrong.get().days());
    var changes = Corrections.changes(latest.facts(), facts);
    if (changes.isEmpty()) return new Refused(Why.NOTHING_CHANGED);
    var body = corrections.body(wrong.get(), changes);
    var fresh = fresh(wrong.get().kind(), wrong.get().days(), facts, by, body, Optional.of(id));
    return keep(fresh, false).<Outcome>map(Done::new).orElse(new Refused(Why.CORRECTED));
  }

  private Brief fresh(
      Kind kind, Days days, Facts facts, PersonId by, String body, Optional<Long> corrects) {
    var title =
        corrects.isPresent()
            ? corrections.title(composer.title(kind, days))
            : composer.title(kind, days);
    return new Brief(
        0,
        kind,
        days,
        State.DRAFT,
        1,
        title,
        body,
        by,
        facts,
        Audience.EVERYBODY,
        "",
        corrects,
        Optional.empty(),
        Optional.empty());
  }

  private Optional<Brief> keep(Brief fresh, boolean scheduled) {
    return database.inTransaction(
        tx -> {
          var id = BriefStore.insert(tx, fresh, scheduled, clock.instant());
          id.ifPresent(one -> tell(tx, one, "drafted", fresh.editor(), new JsonObject()));
          return id.flatMap(one -> BriefStore.find(tx, one));
        });
  }

  /// Keeps a new version of the text. Whoever had it before them to look at gets it anew.
  public Outcome revise(long id, int revision, String title, String body, PersonId by) {
    if (title.isBlank() || body.isBlank()) return new Refused(Why.EMPTY);
    if (title.length() > LONGEST_TITLE || body.length() > LONGEST) return new Refused(Why.TOO_LONG);
    return change(
        id,
        revision,
        (tx, brief) -> {
          BriefStore.revise(
              tx, with(brief, title.strip(), body, brief.facts(), by), clock.instant());
          return tell(tx, id, "revised", by, new JsonObject());
        });
  }

  /// Writes the text anew from the numbers as they are now; the old text stays among the versions.
  public Outcome rewrite(long id, int revision, PersonId by) {
    var old = find(id).filter(brief -> brief.corrects().isEmpty());
    if (old.isEmpty()) return new Refused(Why.UNKNOWN);
    var facts = gathering.gather(old.get().days());
    var body = composer.body(old.get().kind(), old.get().days(), facts);
    return change(
        id,
        revision,
        (tx, brief) -> {
          BriefStore.revise(tx, with(brief, brief.title(), body, facts, by), clock.instant());
          return tell(tx, id, "revised", by, new JsonObject());
        });
  }

  private static Brief with(Brief brief, String title, String body, Facts facts, PersonId editor) {
    return new Brief(
        brief.id(),
        brief.kind(),
        brief.days(),
        brief.state(),
        brief.revision(),
        title,
        body,
        editor,
        facts,
        brief.audience(),
        brief.note(),
        brief.corrects(),
        brief.submitter(),
        brief.published());
  }

  /// Asks for a second pair of eyes.
  public Outcome submit(long id, int revision, PersonId by) {
    return change(
        id,
        revision,
        (tx, brief) -> {
          if (brief.state() != State.DRAFT) return new Refused(Why.WRONG_STATE);
          if (namesPatients(brief)) return new Refused(Why.PATIENT_DATA);
          BriefStore.move(tx, id, State.REVIEW, Optional.of(by), "");
          return tell(tx, id, "submitted", by, new JsonObject());
        });
  }

  /// Gives it back to those who wrote it.
  public Outcome giveBack(long id, int revision, String note, PersonId by) {
    return change(
        id,
        revision,
        (tx, brief) -> {
          if (brief.state() != State.REVIEW) return new Refused(Why.WRONG_STATE);
          BriefStore.move(tx, id, State.DRAFT, Optional.empty(), note.strip());
          return tell(tx, id, "returned", by, new JsonObject().put("note", note.strip()));
        });
  }

  public Outcome drop(long id, int revision, PersonId by) {
    return change(
        id,
        revision,
        (tx, brief) -> {
          BriefStore.move(tx, id, State.DROPPED, Optional.empty(), "");
          return tell(tx, id, "dropped", by, new JsonObject());
        });
  }

  /// Publishes it under the next number; from now on it stays as it is.
  ///
  /// @param by not who wrote the text as it stands, nor who submitted it
  public Outcome publish(long id, int revision, Audience audience, PersonId by) {
    return change(
        id,
        revision,
        (tx, brief) -> {
          if (brief.state() != State.REVIEW) return new Refused(Why.WRONG_STATE);
          if (brief.editor().equals(by) || brief.submitter().filter(by::equals).isPresent())
            return new Refused(Why.SAME_PERSON);
          if (namesPatients(brief)) return new Refused(Why.PATIENT_DATA);
          BriefStore.publish(tx, id, by, clock.instant(), audience);
          return tell(tx, id, "published", by, payload(audience));
        });
  }

  private static JsonObject payload(Audience audience) {
    var departments = audience.departments().stream().map(DepartmentId::value).toList();
    return new JsonObject()
        .put("departments", new JsonArray(departments))
        .put("groups", new JsonArray(audience.groups()));
  }

  private boolean namesPatients(Brief brief) {
    return discretion.holdsPatientData(brief.title() + "\n" + brief.body());
  }

  private interface Change {
    Outcome apply(SqlConnection tx, Brief brief);
  }

  private Outcome change(long id, int revision, Change change) {
    return database.inTransaction(
        tx -> {
          var brief = BriefStore.lock(tx, id);
          if (brief.isEmpty()) return new Refused(Why.UNKNOWN);
          if (!brief.get().state().isOpen()) return new Refused(Why.WRONG_STATE);
          if (brief.get().revision() != revision) return new Refused(Why.STALE);
          return change.apply(tx, brief.get());
        });
  }

  private Outcome tell(SqlConnection tx, long id, String type, PersonId by, JsonObject payload) {
    var key = String.valueOf(id);
    var next = events.of(tx, STREAM, key).size() + 1;
    events.append(tx, new NewEvent(STREAM, key, next, type, clock.instant(), by.value(), payload));
    return new Done(BriefStore.find(tx, id).orElseThrow());
  }

  /// The group chats a brief may be sent to, each called after who writes there.
  List<EditorPage.Group> groups() {
    return new GroupChats(database.pool(), people).since(clock.instant().minus(LATELY));
  }

  public Optional<Brief> find(long id) {
    return BriefStore.find(database.pool(), id);
  }

  public Optional<Brief> find(SqlClient sql, long id) {
    return BriefStore.find(sql, id);
  }

  /// A published one by its number.
  public Optional<Brief> issue(int issue) {
    return BriefStore.issue(database.pool(), issue);
  }

  /// The numbers of those that correct it.
  List<Integer> correctedBy(Brief brief) {
    return BriefStore.correctedBy(database.pool(), brief.id());
  }

  /// Which numbers of a published brief would be others today.
  List<Corrections.Change> changes(Brief brief) {
    return Corrections.changes(brief.facts(), gathering.numbers(brief.days()));
  }

  /// What was published for this person, newest first.
  ///
  /// @param all whether they read what is for others too
  List<Brief> published(Person reader, boolean all, int before, int limit) {
    return BriefStore.published(database.pool(), reader, all, before, limit);
  }

  List<Brief> publishedSince(Instant since) {
    return BriefStore.publishedSince(database.pool(), since);
  }

  List<Brief> page(long before, int limit) {
    return BriefStore.page(database.pool(), before, limit);
  }

  /// The PDF; that of a published brief is printed once and kept.
  Buffer pdf(Brief brief, String line, String foot) {
    var kept = BriefStore.pdf(database.pool(), brief.id());
    if (kept.isPresent()) return kept.get();
    var pdf = Buffer.buffer(new Pdf(locale).print(brief, line, foot));
    if (brief.published().isPresent()) BriefStore.keepPdf(database.pool(), brief.id(), pdf);
    return pdf;
  }
}
