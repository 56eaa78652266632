package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.ImportReport.Problem;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.target.Measured;
import org.apricotdesk.desk.target.Policies;
import org.apricotdesk.desk.target.Promise;
import org.apricotdesk.desk.target.Targets;
import org.apricotdesk.desk.target.TargetsFile;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Speech;
import org.apricotdesk.desk.web.Web;

/// What the desk promises, version by version; a new one is tried on a past ticket and published
/// for a day to come.
final class TargetPages {
  private static final Rule ADMINISTRATORS =
      Rule.anyOf(Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.SYSADMIN);
  private static final int STRIP = 14;
  private static final int EMPTY = 2;
  private static final Pattern SPECIAL = Pattern.compile("special\\[(\\d+)]");

  private final Desk desk;
  private final Pages pages;
  private final Clock clock;
  private final Choices choices;

  TargetPages(Desk desk, Pages pages, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.clock = clock;
    this.choices = new Choices(desk);
  }

  void addTo(RouteTable routes) {
    routes
        .get("/admin/targets", ADMINISTRATORS, this::show)
        .post("/admin/targets/try", ADMINISTRATORS, this::tryOut)
        .post("/admin/targets", ADMINISTRATORS, this::publish);
  }

  private void show(RoutingContext context) {
    var form = TargetForm.of(desk.policies().all().getLast().targets(), desk.catalogue());
    show(context, 200, form, today().plusDays(1).toString(), "", Optional.empty(), List.of());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), desk.zone());
  }

  private void tryOut(RoutingContext context) {
    var form = TargetForm.of(context.request().formAttributes());
    var read = form.read(next());
    var problems = new ArrayList<>(problems(context, form, read));
    var number = field(context, "number");
    var ticket =
        TicketNumber.parse(number).flatMap(n -> desk.tickets().find(Web.caller(context), n));
    if (ticket.isEmpty()) problems.add(pages.say(context, "targets.no-ticket"));
    var tried =
        ticket.flatMap(
            one ->
                read.targets()
                    .map(then -> tried(context, one.number(), one.report().title(), then)));
    var status = problems.isEmpty() ? 200 : 400;
    show(context, status, form, field(context, "from"), number, tried, problems);
  }

  private TargetPage.Tried tried(
      RoutingContext context, TicketNumber number, String title, Targets then) {
    var speech = pages.speech(context);
    return new TargetPage.Tried(
        number.value(),
        title,
        promises(speech, desk.tickets().measured(desk.database().pool(), number)),
        promises(speech, desk.tickets().measured(number, then)));
  }

  private static TargetPage.Promises promises(Speech speech, Measured measured) {
    return new TargetPage.Promises(
        words(speech, measured.response().promise()),
        words(speech, measured.resolution().promise()));
  }

  private static String words(Speech speech, Promise promise) {
    var met = promise.met().map(kept -> kept ? "kept" : "missed").orElse("open");
    var due = promise.due().map(speech::time).orElse("—");
    return speech.say("targets." + met, due, promise.used().toMinutes());
  }

  private void publish(RoutingContext context) {
    var form = TargetForm.of(context.request().formAttributes());
    var read = form.read(next());
    var problems = new ArrayList<>(problems(context, form, read));
    var from = day(field(context, "from")).filter(day -> day.isAfter(today()));
    if (from.isEmpty()) problems.add(pages.say(context, "targets.not-future"));
    if (!problems.isEmpty()) {
      show(context, 400, form, field(context, "from"), "", Optional.empty(), problems);
      return;
    }
    var begins = from.orElseThrow().atStartOfDay(desk.zone()).toInstant();
    store(read.targets().orElseThrow(), begins, by(context));
    pages.done(context, "/admin/targets");
  }

  private void store(Targets targets, Instant from, PersonId by) {
    desk.database()
        .inTransaction(
            tx -> {
              var version = desk.policies().publish(tx, targets, from, by.value());
              var detail = TargetsFile.write(targets).put("from", from.toString());
              desk.audit().record(tx, by, "targets.published", "targets " + version, detail);
              return version;
            });
    desk.policies().refresh();
  }

  private int next() {
    return desk.policies().all().size() + 1;
  }

  private List<String> problems(RoutingContext context, TargetForm form, TargetsFile.Read read) {
    var problems = new ArrayList<String>();
    if (form.isUnnamed()) problems.add(pages.say(context, "targets.unnamed"));
    for (var where : read.problems().stream().map(Problem::where).distinct().toList())
      problems.add(wrong(context, form, where));
    read.targets().stream()
        .flatMap(targets -> targets.unknown(desk.known()).stream())
        .map(what -> pages.say(context, "targets.unknown", what))
        .forEach(problems::add);
    return problems;
  }

  private String wrong(RoutingContext context, TargetForm form, String where) {
    if (where.startsWith("requests.")) {
      var category = path(where.substring("requests.".length()));
      return pages.say(context, "targets.wrong-request", category);
    }
    var special = SPECIAL.matcher(where);
    var row = special.matches() ? Integer.parseInt(special.group(1)) : -1;
    return pages.say(
        context,
        "targets.wrong",
        row < 0
            ? where.replaceFirst("^goals\\.", "")
            : words(pages.speech(context), form.named().get(row)));
  }

  /// An exception as people call it.
  private String words(Speech speech, TargetPage.Special special) {
    var category =
        special.category().equals(TargetPage.Special.EVERYTHING)
            ? speech.say("targets.everything")
            : path(special.category());
    var place =
        places(speech).stream()
            .filter(one -> one.value().equals(special.place()))
            .findFirst()
            .map(Field.Option::label)
            .orElse(special.place());
    return category + " · " + place + " · " + special.goal().priority();
  }

  private String path(String category) {
    return desk.catalogue().paths().getOrDefault(category, category);
  }

  private List<Field.Option> places(Speech speech) {
    var wide =
        Stream.of(
            new Field.Option("", speech.say("targets.everywhere")),
            new Field.Option(Targets.Special.CRITICAL, speech.say("column.critical")));
    return Stream.concat(wide, choices.campuses().stream()).toList();
  }

  private void show(
      RoutingContext context,
      int status,
      TargetForm form,
      String from,
      String number,
      Optional<TargetPage.Tried> tried,
      List<String> problems) {
    var speech = pages.speech(context);
    var page =
        new TargetPage(
            versions(speech),
            form.goals(),
            form.specialToFill(EMPTY),
            form.requestsToFill(),
            choices.categories(),
            places(speech),
            from,
            strip(day(from).orElse(today())),
            number,
            tried,
            problems);
    pages.showIn(context, status, "targets", "console/targets", page);
  }

  private List<TargetPage.Version> versions(Speech speech) {
    var now = desk.policies().at(clock.instant()).version();
    return desk.policies().all().reversed().stream().map(one -> version(speech, one, now)).toList();
  }

  private TargetPage.Version version(Speech speech, Policies.Version one, int now) {
    var number = one.targets().version();
    return number == 1
        ? new TargetPage.Version(number, "", "", number == now)
        : new TargetPage.Version(number, speech.time(one.from()), name(one.by()), number == now);
  }

  private String name(String id) {
    return desk.people().find(new PersonId(id)).map(Person::name).orElse(id);
  }

  /// The main campus's days from then on.
  private List<TargetPage.Day> strip(LocalDate from) {
    if (desk.people().campuses().isEmpty()) return List.of();
    var calendar = desk.calendars().of(desk.people().campuses().getFirst().id());
    return from.datesUntil(from.plusDays(STRIP))
        .map(
            day ->
                new TargetPage.Day(
                    day.getMonthValue() + "/" + day.getDayOfMonth(), calendar.isWorkingDay(day)))
        .toList();
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() < 2200);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static PersonId by(RoutingContext context) {
    return Web.caller(context).id();
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("").strip();
  }
}
