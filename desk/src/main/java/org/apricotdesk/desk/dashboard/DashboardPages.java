package org.apricotdesk.desk.dashboard;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apricotdesk.desk.dashboard.DashboardPage.Step;
import org.apricotdesk.desk.indicator.Dimension;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.indicator.Flow;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.indicator.Indicators.Shown;
import org.apricotdesk.desk.indicator.Period;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Speech;
import org.apricotdesk.desk.web.Web;

/// Week, month and year in figures, over the tickets the viewer answers for.
public final class DashboardPages {
  private static final Rule DESK =
      Rule.anyOf(
          Role.ENGINEER,
          Role.DISPATCHER,
          Role.TEAM_LEAD,
          Role.DEPUTY_DIRECTOR,
          Role.DIRECTOR,
          Role.AUDITOR);
  private static final List<Indicator> HEADLINE =
      List.of(
          Indicator.RESPONSE_TIMELY_RATE, Indicator.RESOLUTION_TIMELY_RATE, Indicator.CSAT_TICKET);
  private static final List<Indicator> COMPARED =
      List.of(
          Indicator.TICKET_COUNT,
          Indicator.RESPONSE_TIMELY_RATE,
          Indicator.RESOLUTION_TIMELY_RATE,
          Indicator.CSAT_TICKET);
  private static final List<Indicator> OF_SYSTEMS =
      Stream.concat(COMPARED.stream(), Stream.of(Indicator.AVAILABILITY)).toList();
  private static final int PAGE = 50;

  private final Indicators indicators;
  private final TicketDesk tickets;
  private final Names names;
  private final Pages pages;
  private final ZoneId zone;

  public DashboardPages(
      Indicators indicators, TicketDesk tickets, Names names, Pages pages, ZoneId zone) {
    this.indicators = indicators;
    this.tickets = tickets;
    this.names = names;
    this.pages = pages.of(DashboardPages.class, Indicator.class);
    this.zone = zone;
  }

  public void addTo(RouteTable routes) {
    routes.get("/figures", DESK, this::show).get("/figures/:code", DESK, this::behind);
  }

  /// What is looked at: taken from the address, this month unless it says otherwise.
  private record View(Span span, LocalDate first, Dimension by) {
    Period period(ZoneId zone) {
      return span.period(first, zone);
    }

    Period before(ZoneId zone) {
      return span.period(span.before(first), zone);
    }
  }

  private View view(RoutingContext context) {
    var query = context.queryParams();
    var span = Optional.ofNullable(query.get("span")).flatMap(Span::of).orElse(Span.MONTH);
    var by = Optional.ofNullable(query.get("by")).flatMap(Dimension::of).orElse(Dimension.CAMPUS);
    var today = LocalDate.ofInstant(pages.speech(context).now(), zone);
    return new View(span, span.first(Span.day(query.get("at"), today)), by);
  }

  private void show(RoutingContext context) {
    var view = view(context);
    var viewer = Web.caller(context);
    var speech = pages.speech(context);
    var words = new FigureWords(speech);
    var look = indicators.seenBy(viewer, List.of(view.period(zone), view.before(zone)), view.by());
    var all = look.over(view.period(zone), Optional.empty());
    var before = before(view, look);
    var tiles = all.stream().map(shown -> words.tile(shown, before(before, shown))).toList();
    var figures = all.stream().map(Shown::figure).toList();
    var flow = look.flow(view.period(zone));
    var steps = steps(view, flow);
    var next = view.span().next(view.first());
    var page =
        new DashboardPage(
            view.span(),
            view.first(),
            view.span().name(view.first(), speech),
            view.span().before(view.first()),
            Optional.of(next).filter(day -> !day.isAfter(LocalDate.ofInstant(speech.now(), zone))),
            directs(viewer) ? Optional.of(new Summary(speech).of(figures)) : Optional.empty(),
            tiles.stream().filter(tile -> isHeadline(tile.code())).toList(),
            parts(all, tiles),
            chart(context, steps),
            steps,
            new Waiting(words, speech).of(flow.waiting()),
            new Heat(names).of(flow.heat()),
            view.by(),
            columns(view.by()).stream().map(words::name).toList(),
            slices(view, look, words));
    pages.showIn(context, "dashboard", "figures/figures", page);
  }

  private static List<DashboardPage.Part> parts(List<Shown> all, List<DashboardPage.Tile> tiles) {
    return Stream.of(Indicator.Field.values())
        .map(
            field ->
                new DashboardPage.Part(
                    field.code(),
                    IntStream.range(0, all.size())
                        .filter(i -> all.get(i).figure().indicator().field() == field)
                        .mapToObj(tiles::get)
                        .toList()))
        .toList();
  }

  private static boolean isHeadline(String code) {
    return HEADLINE.stream().anyMatch(indicator -> indicator.code().equals(code));
  }

  private static boolean directs(Person viewer) {
    return viewer.is(Role.DIRECTOR) || viewer.is(Role.DEPUTY_DIRECTOR);
  }

  private Map<Indicator, Figure> before(View view, Indicators.Look look) {
    var figures = new HashMap<Indicator, Figure>();
    for (var shown : look.over(view.before(zone), Optional.empty()))
      figures.put(shown.figure().indicator(), shown.figure());
    return figures;
  }

  private static Optional<Figure> before(Map<Indicator, Figure> before, Shown shown) {
    return Optional.ofNullable(before.get(shown.figure().indicator()));
  }

  private static List<Step> steps(View view, Flow flow) {
    var monthly = view.span() == Span.YEAR;
    var opened = flow.opened(monthly);
    var solved = flow.solved(monthly);
    return view.span().steps(view.first()).stream()
        .map(s -> new Step(s, opened.getOrDefault(s, 0L), solved.getOrDefault(s, 0L)))
        .toList();
  }

  private String chart(RoutingContext context, List<Step> steps) {
    var speech = pages.speech(context);
    return new JsonObject()
        .put("names", new JsonArray(steps.stream().map(Step::name).toList()))
        .put("opened", new JsonArray(steps.stream().map(Step::opened).toList()))
        .put("solved", new JsonArray(steps.stream().map(Step::solved).toList()))
        .put(
            "labels",
            new JsonArray(List.of(speech.say("figures.opened"), speech.say("figures.solved"))))
        .encode();
  }

  private List<DashboardPage.Slice> slices(View view, Indicators.Look look, FigureWords words) {
    var slices = new TreeMap<String, Map<Indicator, Shown>>();
    for (var shown : look.compared(view.period(zone), view.by()))
      slices
          .computeIfAbsent(shown.key().orElse(""), _ -> new HashMap<>())
          .put(shown.figure().indicator(), shown);
    return slices.entrySet().stream()
        .filter(slice -> !slice.getKey().isEmpty())
        .map(slice -> slice(view.by(), slice.getKey(), slice.getValue(), words))
        .toList();
  }

  private DashboardPage.Slice slice(
      Dimension by, String key, Map<Indicator, Shown> figures, FigureWords words) {
    var values =
        columns(by).stream()
            .map(column -> Optional.ofNullable(figures.get(column)).map(words::value).orElse("—"))
            .toList();
    return new DashboardPage.Slice(names.of(by, key), values);
  }

  private static List<Indicator> columns(Dimension by) {
    return by == Dimension.SYSTEM ? OF_SYSTEMS : COMPARED;
  }

  private void behind(RoutingContext context) {
    var indicator = Indicator.of(context.pathParam("code"));
    if (indicator.isEmpty()) {
      context.fail(404);
      return;
    }
    var view = view(context);
    var viewer = Web.caller(context);
    var shown =
        indicators.over(view.period(zone), viewer, Optional.empty()).stream()
            .filter(one -> one.figure().indicator() == indicator.get())
            .findFirst();
    if (shown.isEmpty()) {
      context.fail(404);
      return;
    }
    show(context, view, indicator.get(), shown.get());
  }

  private void show(RoutingContext context, View view, Indicator indicator, Shown shown) {
    var viewer = Web.caller(context);
    var speech = pages.speech(context);
    var found = indicators.behind(indicator, view.period(zone), viewer, below(context), PAGE + 1);
    var rows = found.stream().limit(PAGE).map(this::row).flatMap(Optional::stream).toList();
    var excluded = new TreeMap<String, Long>();
    shown.figure().excluded().forEach((why, n) -> excluded.put(speech.say("excluded." + why), n));
    var code = indicator.code();
    var elsewhere = Elsewhere.of(indicator, viewer);
    var page =
        new BehindPage(
            new FigureWords(speech).tile(shown, Optional.empty()),
            "/figures/" + code + "?span=" + view.span().code() + "&at=" + view.first(),
            speech.say("definition." + code),
            new FigureWords(speech).interval(shown),
            shown.figure().numerator(),
            shown.figure().denominator(),
            shown.isTold() && shown.figure().isShare(),
            indicator.isOfTickets(),
            elsewhere.isPresent() ? things(indicator, view, speech) : List.of(),
            elsewhere,
            excluded,
            rows,
            found.size() > PAGE ? Optional.of(found.get(PAGE - 1).number()) : Optional.empty());
    pages.backTo(context, "/figures?span=" + view.span().code() + "&at=" + view.first());
    pages.showIn(context, "dashboard", "figures/behind", page);
  }

  private List<BehindPage.Thing> things(Indicator indicator, View view, Speech speech) {
    return indicators.matters(indicator, view.period(zone)).stream()
        .map(
            one ->
                new BehindPage.Thing(
                    one.title(),
                    one.on(),
                    one.kind().isEmpty() ? "" : speech.say("excluded." + one.kind()),
                    one.gist()))
        .toList();
  }

  private Optional<BehindPage.Row> row(Indicators.Behind behind) {
    return tickets
        .find(new TicketNumber(behind.number()))
        .map(t -> new BehindPage.Row(t, names.department(t), behind.hit()));
  }

  /// The ticket below which a page begins.
  static long below(RoutingContext context) {
    var typed = context.queryParams().get("before");
    return typed != null && typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : Long.MAX_VALUE;
  }
}
