package org.apricotdesk.desk.brief;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.indicator.Period;
import org.apricotdesk.desk.round.Finding;
import org.apricotdesk.desk.round.Outcome;
import org.apricotdesk.desk.round.Rounds;
import org.apricotdesk.desk.round.State;
import org.apricotdesk.desk.round.Visit;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.suggestion.Stage;
import org.apricotdesk.desk.suggestion.Suggestion;
import org.apricotdesk.desk.suggestion.SuggestionNumber;
import org.apricotdesk.desk.suggestion.Suggestions;

/// What became of people's wishes, and where engineers went: named after departments, with what was
/// measured.
final class Deeds {
  private static final int BATCH = 200;

  /// More names than these are counted only.
  private static final int NAMED = 8;

  private static final Set<Stage> DELIVERED = Set.of(Stage.ACCEPTED, Stage.FED_BACK);

  private final Suggestions suggestions;
  private final Rounds rounds;
  private final People people;
  private final Discretion discretion;

  Deeds(Suggestions suggestions, Rounds rounds, People people, Discretion discretion) {
    this.suggestions = suggestions;
    this.rounds = rounds;
    this.people = people;
    this.discretion = discretion;
  }

  /// Says a text by its key.
  interface Words {
    String say(String key, Object... facts);
  }

  List<String> wishes(Period period, Words words) {
    var lines = new ArrayList<String>();
    for (var wish : delivered(period)) lines.add(delivered(wish, words));
    var fresh = suggestions.submitted(period.from(), period.to());
    if (!fresh.isEmpty())
      lines.add(
          words.say(
              "wish.counts",
              fresh.size(),
              fresh.stream().filter(wish -> wish.stage().isBeingMade()).count(),
              fresh.stream().filter(wish -> wish.stage() == Stage.DEFERRED).count()));
    return lines;
  }

  /// Page by page: what was wished first may have taken longest.
  private List<Suggestion> delivered(Period period) {
    var delivered = new ArrayList<Suggestion>();
    var before = Optional.<SuggestionNumber>empty();
    List<Suggestion> page;
    do {
      page = suggestions.list(DELIVERED, before, BATCH);
      page.stream().filter(wish -> holds(period, wish.reached())).forEach(delivered::add);
      before = page.stream().map(Suggestion::number).reduce((_, last) -> last);
    } while (page.size() == BATCH);
    return delivered;
  }

  private String delivered(Suggestion wish, Words words) {
    var told =
        words.say(
            "wish.delivered",
            Markdown.plain(wish.department().map(this::name).orElse("")),
            Markdown.plain(discretion.quotable(wish.title())));
    var gain =
        wish.baseline()
            .flatMap(
                there ->
                    wish.measured()
                        .map(
                            now ->
                                words.say(
                                    "wish.gain",
                                    Markdown.plain(there.indicator()),
                                    there.before().toPlainString(),
                                    now.toPlainString(),
                                    there.unit(),
                                    there.gain(now).toPlainString())));
    return told + gain.orElse("");
  }

  List<String> rounds(Days days, Period period, Words words) {
    var lines = new ArrayList<String>();
    var made =
        rounds.between(days.first(), days.last().plusDays(1)).stream()
            .filter(visit -> visit.state() == State.LOGGED || visit.state() == State.CONFIRMED)
            .toList();
    if (!made.isEmpty()) lines.add(words.say("rounds.made", made.size(), departments(made, words)));
    found(period, words).ifPresent(lines::add);
    return lines;
  }

  /// What became of what was seen there.
  private Optional<String> found(Period period, Words words) {
    var found = rounds.found(period.from(), period.to());
    if (found.isEmpty()) return Optional.empty();
    return Optional.of(
        words.say(
            "rounds.found",
            found.stream().filter(Finding::onTheSpot).count(),
            became(found, Outcome.TICKET),
            became(found, Outcome.SUGGESTION),
            became(found, Outcome.TRAINING)));
  }

  private static long became(List<Finding> found, Outcome what) {
    return found.stream().filter(one -> one.outcome().filter(what::equals).isPresent()).count();
  }

  /// Which departments are visited in the days to come.
  Optional<String> planned(Days days, Words words) {
    var planned =
        rounds.between(days.first(), days.last().plusDays(1)).stream()
            .filter(visit -> visit.state() == State.PLANNED)
            .toList();
    if (planned.isEmpty()) return Optional.empty();
    return Optional.of(words.say("rounds.planned", departments(planned, words)));
  }

  private String departments(List<Visit> visits, Words words) {
    var names = visits.stream().map(visit -> name(visit.department())).distinct().toList();
    var named = names.stream().limit(NAMED).collect(joining(words.say("between")));
    return names.size() > NAMED ? words.say("rounds.more", named, names.size()) : named;
  }

  private String name(DepartmentId id) {
    return people.department(id).map(Department::name).orElse("");
  }

  private static boolean holds(Period period, Instant at) {
    return !at.isBefore(period.from()) && at.isBefore(period.to());
  }
}
