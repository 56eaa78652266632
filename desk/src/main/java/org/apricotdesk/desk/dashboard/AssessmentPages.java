package org.apricotdesk.desk.dashboard;

import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.assessment.Assessment;
import org.apricotdesk.desk.assessment.Assessment.Line;
import org.apricotdesk.desk.assessment.Assessments;
import org.apricotdesk.desk.assessment.Basis;
import org.apricotdesk.desk.assessment.Part;
import org.apricotdesk.desk.assessment.Rating;
import org.apricotdesk.desk.dashboard.AssessmentPage.Form;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.ledger.Entry.Judge;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Speech;
import org.apricotdesk.desk.web.Web;
import org.jspecify.annotations.Nullable;

/// How engineers are assessed: each sees their own, leads their team's, directors and auditors all.
/// The CMIO rates innovation and sees no more than that. For others such a page is not there.
public final class AssessmentPages {
  private static final Rule LISTERS =
      Rule.anyOf(Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.CMIO, Role.AUDITOR);
  private static final Rule READERS =
      Rule.anyOf(
          Role.ENGINEER,
          Role.TEAM_LEAD,
          Role.DEPUTY_DIRECTOR,
          Role.DIRECTOR,
          Role.CMIO,
          Role.AUDITOR);

  /// The deputy may make somebody the CMIO, so nothing opens to the CMIO alone; whoever is neither
  /// that nor the director is refused by [Access].
  private static final Rule JUDGES = Rule.anyOf(Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.CMIO);

  private static final Rule DIRECTORS = Rule.anyOf(Role.DIRECTOR);
  private static final String PATH = "/assessments";
  private static final int LONGEST = 500;

  private final Assessments assessments;
  private final BehindAssessment behind;
  private final Access access;
  private final People people;
  private final Pages pages;
  private final ZoneId zone;

  public AssessmentPages(
      Assessments assessments,
      BehindAssessment behind,
      Access access,
      People people,
      Pages pages,
      ZoneId zone) {
    this.assessments = assessments;
    this.behind = behind;
    this.access = access;
    this.people = people;
    this.pages = pages.of(AssessmentPages.class, Indicator.class);
    this.zone = zone;
  }

  public void addTo(RouteTable routes) {
    routes
        .get(PATH, LISTERS, this::list)
        .get(PATH + "/:person", READERS, this::show)
        .get(PATH + "/:person/:part", READERS, this::behind)
        .post(PATH + "/:person/rating", JUDGES, this::rate)
        .post(PATH + "/:person/breach", DIRECTORS, this::note)
        .post(PATH + "/:person/withdrawal", DIRECTORS, this::withdraw);
  }

  /// Where somebody's assessment is; empty for whoever has no tier.
  static Optional<String> path(Person person) {
    return person.tier().map(_ -> PATH + "/" + person.id().value());
  }

  private void list(RoutingContext context) {
    var caller = Web.caller(context);
    var words = new AssessmentWords(pages.speech(context));
    var term = term(context, context.queryParams().get("term"));
    var all =
        assessments.of(term.term()).stream()
            .collect(Collectors.toMap(one -> one.engineer().id(), Function.identity()));
    var readable =
        people.having(Role.ENGINEER).stream().filter(one -> mayOpen(caller, one, all)).toList();
    var teams = new ArrayList<AssessmentsPage.Group>();
    for (var team : people.teams()) {
      var rows =
          readable.stream()
              .filter(one -> one.team().equals(Optional.of(team.id())))
              .map(one -> row(caller, one, Optional.ofNullable(all.get(one.id())), term, words))
              .toList();
      if (!rows.isEmpty()) teams.add(new AssessmentsPage.Group(team.name(), rows));
    }
    var scores = readable.stream().anyMatch(one -> access.mayReadAssessment(caller, one));
    var page = new AssessmentsPage(term, scores, teams);
    pages.showIn(context, "assessments", "figures/assessments", page);
  }

  private boolean mayOpen(Person caller, Person engineer, Map<PersonId, Assessment> all) {
    var counts = Optional.ofNullable(all.get(engineer.id())).flatMap(one -> one.line(Part.RATING));
    return access.mayReadAssessment(caller, engineer)
        || (counts.isPresent() && access.mayRateInnovation(caller, engineer));
  }

  private AssessmentsPage.Row row(
      Person caller,
      Person engineer,
      Optional<Assessment> assessment,
      TermChoice term,
      AssessmentWords words) {
    var scores = access.mayReadAssessment(caller, engineer);
    var marks = scores ? assessment.map(words::marks).orElse(List.of()) : List.<String>of();
    var about = Stream.concat(Stream.of(words.tier(engineer.tier())), marks.stream()).toList();
    return new AssessmentsPage.Row(
        engineer.name(),
        path(engineer).map(path -> path + "?term=" + term.code()),
        about,
        scores
            ? words.points(assessment.flatMap(Assessment::score))
            : assessment.flatMap(one -> one.line(Part.RATING)).map(words::basis).orElse(""));
  }

  private void show(RoutingContext context) {
    show(context, 200, Optional.empty(), Optional.empty());
  }

  /// @param rating what was sent, where it could not be taken
  /// @param breach likewise
  private void show(
      RoutingContext context, int status, Optional<Form> rating, Optional<Form> breach) {
    var caller = Web.caller(context);
    var speech = pages.speech(context);
    var term = term(context, sent(context, "term"));
    var found = found(context, term);
    if (found.isEmpty()) {
      context.fail(404);
      return;
    }
    var assessment = found.get();
    var engineer = assessment.engineer();
    var rates = assessment.line(Part.RATING).isPresent();
    var reads = access.mayReadAssessment(caller, engineer);
    var page =
        new AssessmentPage(
            engineer.name(),
            new AssessmentWords(speech).tier(engineer.tier()),
            path(engineer).orElseThrow(),
            term,
            reads ? Optional.of(sum(assessment, term, speech)) : Optional.empty(),
            ratings(assessment, speech),
            rates && access.mayRateInnovation(caller, engineer)
                ? rating.or(() -> Optional.of(standing(assessment, judge(caller))))
                : Optional.empty(),
            reads ? breaches(assessment) : List.of(),
            access.mayNoteBreach(caller, engineer)
                ? breach.or(() -> Optional.of(new Form("", "", "")))
                : Optional.empty());
    back(context, caller, term);
    pages.showIn(context, status, "assessments", "figures/assessment", page);
  }

  private void back(RoutingContext context, Person caller, TermChoice term) {
    pages.backTo(context, LISTERS.allows(caller) ? PATH + "?term=" + term.code() : "/my/figures");
  }

  /// What the caller may open: for the CMIO those whose innovation counts.
  private Optional<Assessment> found(RoutingContext context, TermChoice term) {
    var caller = Web.caller(context);
    return person(context)
        .filter(
            one -> access.mayReadAssessment(caller, one) || access.mayRateInnovation(caller, one))
        .flatMap(one -> assessments.of(term.term(), one.id()))
        .filter(one -> mayOpen(caller, one.engineer(), Map.of(one.engineer().id(), one)));
  }

  private Optional<Person> person(RoutingContext context) {
    try {
      return people.active(new PersonId(context.pathParam("person")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private TermChoice term(RoutingContext context, @Nullable String typed) {
    var speech = pages.speech(context);
    return TermChoice.of(typed, LocalDate.ofInstant(speech.now(), zone), speech);
  }

  /// From the form, or the address.
  private static @Nullable String sent(RoutingContext context, String name) {
    var typed = context.request().getFormAttribute(name);
    return typed == null ? context.queryParams().get(name) : typed;
  }

  private AssessmentPage.Sum sum(Assessment one, TermChoice term, Speech speech) {
    var words = new AssessmentWords(speech);
    return new AssessmentPage.Sum(
        words.points(one.score()),
        words.formula(one),
        words.remarks(one),
        one.sections().stream()
            .map(
                section ->
                    new AssessmentPage.Section(
                        words.name(section),
                        words.weight(section, one.sections()),
                        words.points(section.points()),
                        section.lines().stream()
                            .map(line -> line(line, section.lines(), one, term, words))
                            .toList()))
            .toList());
  }

  private static AssessmentPage.Line line(
      Line line, List<Line> all, Assessment one, TermChoice term, AssessmentWords words) {
    return new AssessmentPage.Line(
        words.name(line.part()),
        words.weight(line, all),
        words.basis(line),
        words.points(line.points()),
        line.part() == Part.RATING
            ? Optional.empty()
            : path(one.engineer())
                .map(path -> path + "/" + line.part().code() + "?term=" + term.code()));
  }

  private static List<Rating> ratings(Assessment assessment) {
    return assessment.line(Part.RATING).stream()
        .flatMap(line -> line.basis() instanceof Basis.Rated(var all) ? all.stream() : Stream.of())
        .toList();
  }

  private List<AssessmentPage.Rated> ratings(Assessment assessment, Speech speech) {
    return ratings(assessment).stream()
        .map(
            one ->
                new AssessmentPage.Rated(
                    speech.say("excluded." + one.judge().code()),
                    one.score(),
                    one.reason(),
                    name(one.by()),
                    one.at()))
        .toList();
  }

  private List<AssessmentPage.Broken> breaches(Assessment assessment) {
    return assessment.breaches().stream()
        .map(one -> new AssessmentPage.Broken(one.number(), one.on(), one.reason(), name(one.by())))
        .toList();
  }

  private String name(PersonId id) {
    return people.find(id).map(Person::name).orElse(id.value());
  }

  private static Judge judge(Person caller) {
    return caller.is(Role.DIRECTOR) ? Judge.DIRECTOR : Judge.CMIO;
  }

  private static Form standing(Assessment assessment, Judge judge) {
    return ratings(assessment).stream()
        .filter(one -> one.judge() == judge)
        .findFirst()
        .map(one -> new Form("" + one.score(), one.reason(), ""))
        .orElseGet(() -> new Form("", "", ""));
  }

  private void behind(RoutingContext context) {
    var caller = Web.caller(context);
    var term = term(context, context.queryParams().get("term"));
    var line =
        found(context, term)
            .filter(one -> access.mayReadAssessment(caller, one.engineer()))
            .flatMap(one -> Part.of(context.pathParam("part")).flatMap(one::line))
            .filter(one -> one.part() != Part.RATING);
    if (line.isEmpty()) {
      context.fail(404);
      return;
    }
    var engineer = person(context).orElseThrow();
    var path = path(engineer).orElseThrow();
    pages.backTo(context, path + "?term=" + term.code());
    var address = path + "/" + line.get().part().code() + "?term=" + term.code();
    var page = behind.of(line.get(), engineer, term, address, context, pages.speech(context));
    pages.showIn(context, "assessments", "figures/behind", page);
  }

  private void rate(RoutingContext context) {
    var caller = Web.caller(context);
    var term = term(context, sent(context, "term"));
    var found = found(context, term).filter(one -> one.line(Part.RATING).isPresent());
    if (found.isEmpty()) {
      context.fail(404);
      return;
    }
    var engineer = found.get().engineer();
    if (!access.mayRateInnovation(caller, engineer)) {
      context.fail(403);
      return;
    }
    var score = text(context, "score");
    var reason = text(context, "reason");
    if (!score.matches("\\d{1,2}|100") || isNoReason(reason)) {
      var problem = pages.say(context, "assessment.rate.wrong");
      show(context, 400, Optional.of(new Form(score, reason, problem)), Optional.empty());
      return;
    }
    assessments.rate(
        term.term(), engineer.id(), judge(caller), Integer.parseInt(score), reason, caller.id());
    done(context, engineer, term);
  }

  private void note(RoutingContext context) {
    var term = term(context, sent(context, "term"));
    var engineer = broken(context, term);
    if (engineer.isEmpty()) {
      context.fail(404);
      return;
    }
    var day = day(text(context, "day"), LocalDate.ofInstant(pages.speech(context).now(), zone));
    var reason = text(context, "reason");
    if (day.isEmpty() || isNoReason(reason)) {
      var problem = pages.say(context, "assessment.breach.wrong");
      var form = new Form(text(context, "day"), reason, problem);
      show(context, 400, Optional.empty(), Optional.of(form));
      return;
    }
    assessments.noteBreach(engineer.get().id(), day.get(), reason, Web.caller(context).id());
    done(context, engineer.get(), term);
  }

  private void withdraw(RoutingContext context) {
    var term = term(context, sent(context, "term"));
    var engineer = broken(context, term);
    var breach = text(context, "breach");
    if (engineer.isEmpty() || !breach.matches("\\d{1,15}")) {
      context.fail(404);
      return;
    }
    var number = Long.parseLong(breach);
    assessments.withdrawBreach(engineer.get().id(), number, Web.caller(context).id());
    done(context, engineer.get(), term);
  }

  private Optional<Person> broken(RoutingContext context, TermChoice term) {
    return found(context, term)
        .map(Assessment::engineer)
        .filter(one -> access.mayNoteBreach(Web.caller(context), one));
  }

  private static boolean isNoReason(String reason) {
    return reason.isEmpty() || reason.length() > LONGEST;
  }

  private static Optional<LocalDate> day(String typed, LocalDate today) {
    try {
      return Optional.of(LocalDate.parse(typed)).filter(day -> !day.isAfter(today));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String text(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("").strip();
  }

  private void done(RoutingContext context, Person engineer, TermChoice term) {
    pages.done(context, path(engineer).orElseThrow() + "?term=" + term.code());
  }
}
