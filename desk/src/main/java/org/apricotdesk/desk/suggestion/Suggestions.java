package org.apricotdesk.desk.suggestion;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.suggestion.Rules.Outcome;
import org.apricotdesk.desk.suggestion.SuggestionEvent.What;

/// What staff wish for: takes it in, answers every wish about it, lists it.
public final class Suggestions {
  private static final int COMPARED = 500;
  private static final Set<Stage> ALIVE =
      Arrays.stream(Stage.values())
          .filter(stage -> !stage.isOver() && stage != Stage.REJECTED)
          .collect(Collectors.toSet());
  private static final double ALIKE = 0.5;
  private static final int SHORT = 40;

  private final Database database;
  private final EventLog log;
  private final People people;
  private final Clock clock;
  private final ZoneId zone;
  private final Masking masking;

  public Suggestions(Database database, EventLog log, People people, Clock clock, ZoneId zone) {
    this.database = database;
    this.log = log;
    this.people = people;
    this.clock = clock;
    this.zone = zone;
    this.masking = new Masking(new Masker(people::isStaffName));
  }

  public Suggestion submit(NewSuggestion wish) {
    return database.inTransaction(tx -> submit(tx, wish));
  }

  /// Takes a wish in within the caller's transaction; its text is masked here.
  public Suggestion submit(SqlConnection tx, NewSuggestion wish) {
    var proposer = people.orStranger(wish.proposer(), wish.proposer().value());
    var department = wish.department().or(proposer::department);
    var campus =
        department.flatMap(people::department).map(d -> d.campus()).orElse(proposer.campus());
    var text = masking.clean(wish.text().strip());
    var title = wish.title().isBlank() ? beginning(text) : masking.clean(wish.title().strip());
    var what = new What.Submitted(title, text, wish.proposer(), campus, department, wish.origin());
    var number = new SuggestionStore(tx).nextNumber();
    var event = new SuggestionEvent(number, 1, clock.instant(), wish.proposer(), what);
    log.append(tx, event.forLog());
    var suggestion = Fold.first(event);
    new SuggestionStore(tx).save(suggestion);
    return suggestion;
  }

  private static String beginning(String text) {
    var end = text.offsetByCodePoints(0, Math.min(SHORT, text.codePointCount(0, text.length())));
    return end == text.length() ? text : text.substring(0, end) + "…";
  }

  /// Answers a wish in a transaction of its own.
  ///
  /// @throws NoSuchSuggestion if there is none of that number
  public Answer handle(SuggestionNumber number, Wish wish) {
    return database.inTransaction(tx -> handle(tx, number, wish));
  }

  /// Answers a wish within the caller's transaction.
  ///
  /// @throws NoSuchSuggestion if there is none of that number
  public Answer handle(SqlConnection tx, SuggestionNumber number, Wish wish) {
    var store = new SuggestionStore(tx);
    var other = wish instanceof Wish.MergeInto into ? lock(store, number, into.other()) : null;
    var suggestion = store.lock(number).orElseThrow(() -> new NoSuchSuggestion(number));
    var by = people.orStranger(wish.by(), wish.by().value());
    var rules =
        new Rules(
            suggestion,
            by,
            id -> people.active(id).isPresent(),
            Optional.ofNullable(other),
            LocalDate.ofInstant(clock.instant(), zone));
    return switch (rules.decide(masking.of(wish))) {
      case Outcome.Not(var why) -> new Answer.Refused(why, suggestion);
      case Outcome.Happens(var what) -> {
        var after = record(tx, suggestion, wish.by(), what);
        if (what instanceof What.MergedInto && other != null)
          passOn(tx, suggestion, other, by.id());
        yield new Answer.Done(after);
      }
    };
  }

  /// The lower number is locked first, so that two merges never wait for each other.
  private static @org.jspecify.annotations.Nullable Suggestion lock(
      SuggestionStore store, SuggestionNumber one, SuggestionNumber other) {
    if (one.value() < other.value()) store.lock(one);
    return store.lock(other).orElse(null);
  }

  /// All who wished for the one wish for the other now.
  private void passOn(SqlConnection tx, Suggestion from, Suggestion to, PersonId by) {
    var all = new HashSet<>(from.supporters());
    all.add(from.proposer());
    record(tx, to, by, new What.Seconded(all));
  }

  private Suggestion record(SqlConnection tx, Suggestion suggestion, PersonId by, What what) {
    var event =
        new SuggestionEvent(
            suggestion.number(), suggestion.version() + 1, clock.instant(), by, what);
    log.append(tx, event.forLog());
    var after = Fold.after(suggestion, event);
    new SuggestionStore(tx).save(after);
    return after;
  }

  public Optional<Suggestion> find(SuggestionNumber number) {
    return find(database.pool(), number);
  }

  public Optional<Suggestion> find(SqlClient sql, SuggestionNumber number) {
    return new SuggestionStore(sql).find(number);
  }

  /// The newest first.
  ///
  /// @param stages empty for all
  /// @param before the last number of the page before
  public List<Suggestion> list(Set<Stage> stages, Optional<SuggestionNumber> before, int limit) {
    var from = before.map(SuggestionNumber::value).orElse(Long.MAX_VALUE);
    return new SuggestionStore(database.pool()).page(from, stages, limit);
  }

  public List<Suggestion> ofProposer(SqlClient sql, PersonId proposer, int limit) {
    return new SuggestionStore(sql).ofProposer(proposer, limit);
  }

  /// Wishes that say nearly the same, the most alike first; what is over does not count.
  public List<Suggestion> alike(SqlClient sql, String text, int limit) {
    return new SuggestionStore(sql)
        .page(Long.MAX_VALUE, ALIVE, COMPARED).stream()
            .filter(one -> likeness(one, text) >= ALIKE)
            .sorted(Comparator.comparingDouble((Suggestion one) -> -likeness(one, text)))
            .limit(limit)
            .toList();
  }

  private static double likeness(Suggestion one, String text) {
    return Math.max(Likeness.of(one.text(), text), Likeness.of(one.title(), text));
  }

  /// Where it may go next.
  public List<Stage> next(Suggestion suggestion) {
    return Path.from(suggestion.stage()).stream()
        .filter(
            to ->
                Path.maySkip(
                    Path.skipped(suggestion.stage(), to),
                    suggestion.layer().orElse(Layer.EFFICIENCY)))
        .toList();
  }

  public List<SuggestionEvent> history(SuggestionNumber number) {
    return log.of(database.pool(), SuggestionEvent.STREAM, "" + number.value()).stream()
        .map(SuggestionEvent::of)
        .toList();
  }

  /// Those submitted within a time.
  public List<Suggestion> submitted(Instant from, Instant to) {
    return new SuggestionStore(database.pool()).submitted(from, to);
  }

  /// Approved ones that were to be accepted by then; what completion is counted from.
  public List<Suggestion> planned(LocalDate from, LocalDate to) {
    return new SuggestionStore(database.pool()).planned(from, to);
  }

  /// Those whose result was measured within a time, good or not.
  public List<Suggestion> measured(Instant from, Instant to) {
    return new SuggestionStore(database.pool()).measured(from, to);
  }

  /// The suggestion as its events alone make it; differs from [#find] only if something is broken.
  public Suggestion rebuilt(SuggestionNumber number) {
    var history = history(number);
    if (history.isEmpty()) throw new NoSuchSuggestion(number);
    var suggestion = Fold.first(history.getFirst());
    for (var event : history.subList(1, history.size())) suggestion = Fold.after(suggestion, event);
    return suggestion;
  }
}
