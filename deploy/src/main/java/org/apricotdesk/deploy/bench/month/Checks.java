package org.apricotdesk.deploy.bench.month;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apricotdesk.desk.brief.Brief;
import org.apricotdesk.desk.indicator.Period;
import org.apricotdesk.desk.suggestion.Stage;
import org.apricotdesk.desk.suggestion.Suggestion;
import org.apricotdesk.desk.suggestion.SuggestionNumber;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/// Looks at what the month left behind, and says of each promise whether it was kept.
final class Checks {
  /// What nobody needs to answer may stay unanswered.
  private static final String MESSAGES =
      """
      SELECT count(*) FILTER (WHERE NOT said ? 'task') AS messages,
             count(*) FILTER (WHERE said ? 'task') AS taps,
             count(*) FILTER (WHERE state <> 'done') AS undone,
             count(*) FILTER (
               WHERE NOT said ? 'task' AND said->>'words' <> ALL ($1)
                 AND coalesce(reply->>'text', '') = '' AND reply->>'task' IS NULL) AS unanswered
        FROM bot.inbox
      """;

  private static final String LETTERS =
      """
      SELECT count(*) AS all,
             count(*) FILTER (WHERE state IN ('dead', 'unknown')) AS lost,
             count(*) FILTER (WHERE state IN ('due', 'sending') AND due_at <= $1) AS late
        FROM bot.delivery
      """;

  private static final String BRIEF = "SELECT id FROM desk.brief ORDER BY id";
  private static final String HANDOVERS =
      """
      SELECT count(*) AS all, count(*) FILTER (WHERE cardinality(seen_by) = 0) AS unread
        FROM desk.handover
      """;
  private static final int SHOWN = 3;
  private static final int VOTES = 5;

  private final World world;
  private final Tally tally;
  private final Hours hours;
  private final Period month;
  private final Rulebook rules;
  private final LocalDate first;
  private final LocalDate last;

  Checks(World world, Tally tally, Hours hours, LocalDate first, LocalDate last) {
    this.world = world;
    this.tally = tally;
    this.hours = hours;
    this.first = first;
    this.last = last;
    rules = Rulebook.of(hours);
    month =
        new Period(
            first.withDayOfMonth(1).atStartOfDay(World.ZONE).toInstant(),
            last.plusDays(1).atStartOfDay(World.ZONE).toInstant());
  }

  /// Of messages, letters, claims and ladders.
  List<Promise> work() {
    var tickets = streams("ticket");
    return List.of(messages(), letters(), limits(), claims(tickets), races(), ladders(tickets));
  }

  private Promise messages() {
    var row = world.query(MESSAGES, Tuple.of(Sayings.SMALL_TALK.toArray(String[]::new))).getFirst();
    var kept =
        row.getLong("messages") == tally.messages.get()
            && row.getLong("taps") == tally.taps.get()
            && row.getLong("undone") == 0
            && row.getLong("unanswered") == 0;
    return new Promise(
        "nothing is lost, everything is answered",
        kept,
        "%d messages and %d taps said; %d and %d kept, %d undone, %d without an answer"
            .formatted(
                tally.messages.get(),
                tally.taps.get(),
                row.getLong("messages"),
                row.getLong("taps"),
                row.getLong("undone"),
                row.getLong("unanswered")));
  }

  private Promise letters() {
    Row row = world.query(LETTERS, Tuple.of(World.utc(world.now()))).getFirst();
    return new Promise(
        "every notice is sent or overtaken",
        row.getLong("lost") == 0 && row.getLong("late") == 0,
        "%d written, %d lost, %d late"
            .formatted(row.getLong("all"), row.getLong("lost"), row.getLong("late")));
  }

  private Promise limits() {
    var wrong = world.platform().violations();
    var dropped = world.platform().dropped();
    return new Promise(
        "the platform's rules and limits are kept",
        wrong.isEmpty() && dropped == 0,
        "%d broken, %d messages dropped %s".formatted(wrong.size(), dropped, some(wrong)));
  }

  /// Nobody takes what somebody has.
  private static Promise claims(Map<String, List<World.Happening>> tickets) {
    var wrong = new ArrayList<String>();
    var claims = 0;
    for (var events : tickets.values()) {
      var before = "new";
      for (var event : events) {
        if (event.type().equals("claimed")) {
          claims++;
          if (!before.equals("new")) wrong.add("#" + event.key() + " while " + before);
        }
        before = event.payload().getString("after");
      }
    }
    return new Promise(
        "one winner for each claim", wrong.isEmpty(), claims + " claims " + some(wrong));
  }

  private Promise races() {
    return new Promise(
        "all who tapped at once see whose it is",
        tally.untold.get() == 0,
        "%d races of %d people, %d still offered it"
            .formatted(tally.races.get(), tally.racers.get(), tally.untold.get()));
  }

  private Promise ladders(Map<String, List<World.Happening>> tickets) {
    var ladders = new Ladders(hours);
    tickets.values().forEach(events -> ladders.look(events, world.now().getEpochSecond()));
    return new Promise(
        "unclaimed work climbs on time",
        ladders.wrong().isEmpty(),
        "%d rungs, %d wrong %s"
            .formatted(ladders.rungs(), ladders.wrong().size(), some(ladders.wrong())));
  }

  /// The month's figures beside those counted anew from the events.
  List<Promise> figures(String name) {
    var differ = new ArrayList<String>();
    var ours = counted();
    var theirs = shown();
    ours.forEach(
        (code, value) -> {
          var shown = theirs.getOrDefault(code, Optional.empty());
          if (!same(value, shown))
            differ.add("%s %s, not %s".formatted(code, text(shown), text(value)));
        });
    return List.of(
        new Promise(
            name + " equal a count from the raw events",
            differ.isEmpty(),
            differ.isEmpty() ? said(ours) : some(differ)));
  }

  private static boolean same(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.isPresent() == b.isPresent()
        && (a.isEmpty() || a.get().compareTo(b.orElseThrow()) == 0);
  }

  private static String said(Map<String, Optional<BigDecimal>> figures) {
    return String.join(
        ", ",
        figures.entrySet().stream().map(one -> one.getKey() + " " + text(one.getValue())).toList());
  }

  private static String text(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("—");
  }

  private Map<String, Optional<BigDecimal>> counted() {
    var now = world.now().getEpochSecond();
    var from = month.from().getEpochSecond();
    var to = month.to().getEpochSecond();
    var until = Math.min(now, to);
    var lives =
        streams("ticket").values().stream().map(events -> Life.of(events, rules, until)).toList();
    var figures = new Recount(lives, from, to).figures();
    var down = new Downtimes(streams("incident"), streams("maintenance"), from, until);
    figures.put("core_availability", Optional.of(down.availability()));
    figures.put("major_incident_count", Optional.of(BigDecimal.valueOf(down.declared())));
    figures.put("round_completion_rate", stops().completed());
    return figures;
  }

  private Stops stops() {
    var events = streams("round").values().stream().flatMap(List::stream).toList();
    return Stops.of(events, first.withDayOfMonth(1), last.plusDays(1));
  }

  private Map<String, Optional<BigDecimal>> shown() {
    var figures = new LinkedHashMap<String, Optional<BigDecimal>>();
    world
        .desk()
        .indicators()
        .ofHospital(month, Optional.empty())
        .forEach(one -> figures.put(one.figure().indicator().code(), one.figure().value()));
    return figures;
  }

  /// What must hold once the month is over and its brief drafted.
  List<Promise> afterwards() {
    var promises = new ArrayList<>(figures("figures when the brief is drafted"));
    promises.add(rows());
    promises.add(brief());
    promises.add(letters());
    return promises;
  }

  /// What the desk shows is what its events make of it.
  private Promise rows() {
    var numbers = streams("ticket").keySet();
    var wrong =
        numbers.stream()
            .filter(key -> !world.desk().tickets().isTrue(new TicketNumber(Long.parseLong(key))))
            .toList();
    return new Promise(
        "every ticket is what its events make of it",
        wrong.isEmpty(),
        numbers.size() + " tickets " + some(wrong));
  }

  private Promise brief() {
    var drafted =
        world.query(BRIEF, Tuple.tuple()).stream()
            .map(row -> world.desk().briefs().find(row.getLong("id")).orElseThrow())
            .filter(brief -> brief.days().last().equals(last))
            .findFirst();
    return drafted
        .map(this::brief)
        .orElseGet(() -> new Promise("the month's brief drafts itself", false, "there is none"));
  }

  private Promise brief(Brief brief) {
    var ours = shown();
    var differ = new ArrayList<String>();
    for (var number : brief.facts().numbers()) {
      var code = number.indicator().code();
      var figure = ours.getOrDefault(code, Optional.empty());
      if (!same(number.value(), figure))
        differ.add("%s %s, not %s".formatted(code, text(number.value()), text(figure)));
    }
    for (var code : List.of("response_timely_rate", "resolution_timely_rate"))
      if (!brief.body().contains(text(ours.getOrDefault(code, Optional.empty()))))
        differ.add("its text does not say the " + code);
    return new Promise(
        "the brief's numbers are these figures",
        differ.isEmpty(),
        "%d numbers %s".formatted(brief.facts().numbers().size(), some(differ)));
  }

  /// How the outage was seen and told.
  List<Promise> outage(Outage.Course course) {
    var weeks = Math.max(1, (month.to().getEpochSecond() - month.from().getEpochSecond()) / 604800);
    var seen = course.noticed().filter(time -> time.toSeconds() <= 180);
    return List.of(
        new Promise(
            "the outage is suspected within three minutes",
            seen.isPresent(),
            course
                .noticed()
                .map(time -> time.toSeconds() + " s after the first report")
                .orElse("never")),
        new Promise(
            "at most one false alarm a week",
            course.falseAlarms() <= weeks,
            course.falseAlarms() + " false alarms"),
        told(course),
        called(course));
  }

  /// All who reported it hear when it works again, and when it was declared.
  private Promise told(Outage.Course course) {
    if (course.incident().isEmpty())
      return new Promise("everybody affected is told", false, "no incident");
    var number = course.incident().get();
    var reporters =
        world.desk().incidents().reports(number).stream()
            .map(report -> report.reporter().value())
            .distinct()
            .toList();
    var untold = reporters.stream().filter(one -> !wasTold(one, number.toString())).toList();
    return new Promise(
        "everybody affected is told",
        untold.isEmpty(),
        "%d people, %d not told %s".formatted(reporters.size(), untold.size(), some(untold)));
  }

  /// Of each place that reported it, somebody said by a tap how it is there, and in the end that it
  /// works.
  private Promise called(Outage.Course course) {
    var events = course.incident().map(number -> streams("incident").get("" + number.value()));
    var places = new TreeMap<String, List<World.Happening>>();
    for (var event : events.orElse(List.of())) {
      if (event.type().equals("linked"))
        for (var report : event.payload().getJsonArray("reports"))
          places.putIfAbsent(((JsonObject) report).getString("department", ""), new ArrayList<>());
      if (event.type().equals("answered"))
        places
            .computeIfAbsent(event.payload().getString("department"), _ -> new ArrayList<>())
            .add(event);
    }
    places.remove("");
    var silent = places.keySet().stream().filter(one -> !isWell(places.get(one))).toList();
    return new Promise(
        "every place says by a tap whether it works again",
        silent.isEmpty() && !places.isEmpty(),
        "%d places, %d silent %s".formatted(places.size(), silent.size(), some(silent)));
  }

  private static boolean isWell(@Nullable List<World.Happening> answers) {
    return answers != null
        && !answers.isEmpty()
        && answers.getFirst().actor().startsWith("staff")
        && answers.getLast().payload().getBoolean("works");
  }

  /// What people do with each other: visit wards, hand a shift over, and review a wish.
  ///
  /// @param reviewed the number of the wish
  List<Promise> together(Optional<String> reviewed) {
    return List.of(stops().promise(), handedOver(), reviewed(reviewed));
  }

  private Promise handedOver() {
    var row = world.query(HANDOVERS, Tuple.tuple()).getFirst();
    return new Promise(
        "what one shift leaves is read by the next",
        row.getLong("all") > 0 && row.getLong("unread") == 0,
        "%d notes, %d unread".formatted(row.getLong("all"), row.getLong("unread")));
  }

  /// The marks come from the events; the weights are those of the handbook (domain §10.3).
  private Promise reviewed(Optional<String> reviewed) {
    var marks =
        reviewed.stream()
            .flatMap(number -> streams("suggestion").getOrDefault(number, List.of()).stream())
            .filter(event -> event.type().equals("scored"))
            .map(event -> event.payload().getJsonObject("score"))
            .toList();
    var shown =
        reviewed
            .map(number -> new SuggestionNumber(Long.parseLong(number)))
            .flatMap(world.desk().suggestions()::find);
    var ours = score(marks);
    var theirs = shown.flatMap(Suggestion::rubric).map(rubric -> rubric.score());
    return new Promise(
        "a wish is reviewed together, and its score is that of the marks",
        marks.size() == VOTES && ours.equals(theirs) && isApproved(shown),
        "%d votes, score %s".formatted(marks.size(), text(ours)));
  }

  private static boolean isApproved(Optional<Suggestion> wish) {
    return wish.filter(one -> one.stage() == Stage.APPROVED).isPresent();
  }

  private static Optional<BigDecimal> score(List<JsonObject> marks) {
    if (marks.isEmpty()) return Optional.empty();
    var urgency = mean(marks, Map.of("safety", 4, "frequency", 3, "regulation", 3));
    var value = mean(marks, Map.of("quality", 4, "efficiency", 3, "cost", 2, "coverage", 1));
    return Optional.of(urgency.multiply(value).setScale(2, RoundingMode.HALF_UP));
  }

  /// @param tenths what each mark weighs
  private static BigDecimal mean(List<JsonObject> marks, Map<String, Integer> tenths) {
    var sum = BigDecimal.ZERO;
    for (var one : marks)
      for (var about : tenths.entrySet())
        sum =
            sum.add(
                new BigDecimal(one.getValue(about.getKey()).toString())
                    .multiply(BigDecimal.valueOf(about.getValue())));
    return sum.divide(BigDecimal.valueOf(10L * marks.size()), MathContext.DECIMAL64);
  }

  private boolean wasTold(String person, String incident) {
    return !world
        .query(
            "SELECT 1 FROM bot.delivery WHERE address = $1 AND key LIKE $2 AND state = 'sent' LIMIT"
                + " 1",
            Tuple.of("member:" + person, "incident:" + incident + ":%"))
        .isEmpty();
  }

  private Map<String, List<World.Happening>> streams(String name) {
    return world.happened(0).stream()
        .filter(event -> event.isOf(name))
        .collect(groupingBy(World.Happening::key, LinkedHashMap::new, toList()));
  }

  private static String some(List<?> all) {
    if (all.isEmpty()) return "";
    return all.subList(0, Math.min(SHOWN, all.size())).toString();
  }
}
