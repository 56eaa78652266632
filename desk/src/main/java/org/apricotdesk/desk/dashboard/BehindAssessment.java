package org.apricotdesk.desk.dashboard;

import io.vertx.ext.web.RoutingContext;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apricotdesk.desk.assessment.Assessment.Line;
import org.apricotdesk.desk.assessment.Basis;
import org.apricotdesk.desk.assessment.Part;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.indicator.Period;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.Speech;
import org.apricotdesk.desk.web.Web;

/// What stands behind a part of an assessment: how it is reckoned, and the engineer's own rows.
public record BehindAssessment(
    Indicators indicators, TicketDesk tickets, Names names, ZoneId zone) {
  private static final int PAGE = 50;

  /// @param address of the page, to go on from
  BehindPage of(
      Line line,
      Person engineer,
      TermChoice term,
      String address,
      RoutingContext context,
      Speech speech) {
    var viewer = Web.caller(context);
    var period = term.term().period(zone);
    var figure = figure(line);
    var found = found(line, engineer, period, DashboardPages.below(context));
    var excluded = new TreeMap<String, Long>();
    figure
        .map(Figure::excluded)
        .ifPresent(all -> all.forEach((why, n) -> excluded.put(speech.say("excluded." + why), n)));
    var shown = figure.filter(_ -> line.points().isPresent());
    return new BehindPage(
        tile(line, speech),
        address,
        definition(line.part(), speech),
        "",
        shown.map(Figure::numerator).orElse(0L),
        shown.map(Figure::denominator).orElse(0L),
        shown.filter(Figure::isShare).isPresent(),
        line.part().indicator().isOfTickets(),
        indicators.matters(line.part().indicator(), period, engineer.id()).stream()
            .map(one -> new BehindPage.Thing(one.title(), one.on(), "", one.gist()))
            .toList(),
        Elsewhere.of(line.part().indicator(), viewer),
        excluded,
        found.stream().limit(PAGE).flatMap(one -> row(viewer, one).stream()).toList(),
        found.size() > PAGE ? Optional.of(found.get(PAGE - 1).number()) : Optional.empty());
  }

  private static Optional<Figure> figure(Line line) {
    return line.basis() instanceof Basis.Counted(var figure)
        ? Optional.of(figure)
        : Optional.empty();
  }

  private static DashboardPage.Tile tile(Line line, Speech speech) {
    var words = new AssessmentWords(speech);
    return new DashboardPage.Tile(
        line.part().code(),
        words.name(line.part()),
        words.points(line.points()),
        speech.say("assessment.points"),
        "",
        "",
        words.basis(line));
  }

  private static String definition(Part part, Speech speech) {
    var points = speech.say("assessment.points." + part.code());
    return speech.say("definition." + part.indicator().code()) + points;
  }

  /// Where too few have rated, who they were would tell how.
  private List<Indicators.Behind> found(Line line, Person engineer, Period period, long before) {
    if (!line.part().indicator().isOfTickets() || line.points().isEmpty()) return List.of();
    return line.part() == Part.FAILURES
        ? indicators.failures(period, engineer.systems(), before, PAGE + 1)
        : indicators.behind(line.part().indicator(), period, engineer.id(), before, PAGE + 1);
  }

  private Optional<BehindPage.Row> row(Person viewer, Indicators.Behind behind) {
    return tickets
        .find(viewer, new TicketNumber(behind.number()))
        .map(t -> new BehindPage.Row(t, names.department(t), behind.hit()));
  }
}
