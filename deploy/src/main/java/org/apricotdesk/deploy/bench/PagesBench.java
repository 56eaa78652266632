package org.apricotdesk.deploy.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.DatabaseSettings;
import org.apricotdesk.config.settings.SettingsReader;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.console.ConsolePages;
import org.apricotdesk.desk.incident.web.IncidentPages;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Decision;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.PauseKind;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.ticket.web.TicketPages;
import org.apricotdesk.desk.web.Identity;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.Sessions;
import org.apricotdesk.desk.web.Web;

/// `bench pages`: how long the server takes for the pages people open most, at more and more
/// tickets.
public final class PagesBench implements AutoCloseable {
  private static final long[] SIZES = {10_000, 100_000, 500_000, 2_000_000};
  /// Numbers of tickets that went through the desk, to make the others of.
  private static final long ORIGINALS = 1000;
  private static final int MEASURED = 100;

  /// For comparison: the same year without sums, in one statement.
  private static final int PLAIN = 10;
  private static final String YEAR =
      """
      SELECT count(*), count(*) FILTER (WHERE response_met), count(*) FILTER (WHERE resolution_met),
             percentile_disc(ARRAY[0.5, 0.9, 0.95]) WITHIN GROUP (ORDER BY response_used_seconds),
             count(*) FILTER (WHERE (rating->>'score')::int >= 4)
        FROM desk.ticket
       WHERE created_at >= date_trunc('year', now())
      """;
  private static final String BEHIND = "/figures/reopen_rate?span=year";
  private static final String FIGURES = "/figures?span=";
  private static final Pattern NEXT_OF_LANE = Pattern.compile("href=\"(/queue/[a-z]+\\?[^\"]+)\"");
  private static final Duration SLOW = Duration.ofMillis(10);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<String> SEARCHES =
      List.of("打印机", "登录", "网络 慢", "腕带", "医保", "工作站", "蓝屏", "权限");

  private final Vertx vertx = Vertx.vertx();
  private final Database database;
  private final Desk desk;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<PersonId, String> sessions = new LinkedHashMap<>();
  private final Consumer<String> progress;
  private final String only;

  private PagesBench(DatabaseSettings where, Path folder, Consumer<String> progress, String only) {
    this.progress = progress;
    this.only = only;
    var settings = SettingsReader.read(Map.of("APRICOT_DATA_DIR", folder.toString()));
    database = Database.open(vertx, where);
    desk = Desk.open(database, Clock.systemUTC(), settings);
    port = listen(folder);
  }

  /// What is asked for.
  ///
  /// @param largest makes no more tickets than these
  /// @param plans where the plans of slow statements are written; asking for them costs time
  /// @param kept makes the largest number at once, in this folder, or finds them there
  /// @param only measures the pages alone whose names hold this; empty for all
  public record Order(long largest, Optional<Path> plans, Optional<Path> kept, String only) {}

  /// Runs for some minutes, most of them to make two million tickets.
  public static String run(Consumer<String> progress, Order order) {
    if (order.kept().isPresent()) return run(progress, order, order.kept().get());
    var folder = BenchFolder.make();
    try {
      return run(progress, order, folder);
    } finally {
      BenchFolder.delete(folder);
    }
  }

  private static String run(Consumer<String> progress, Order order, Path folder) {
    try (var server = new Server(folder)) {
      var where = order.kept().isPresent() ? server.kept() : server.copy();
      order.plans().ifPresent(_ -> server.explain(where, SLOW));
      try (var bench = new PagesBench(where, folder, progress, order.only())) {
        var rows =
            order.kept().isPresent()
                ? List.of(bench.found(order.largest()))
                : bench.growing(order.largest());
        order.plans().ifPresent(server::copyLog);
        return PagesReport.markdown(rows);
      }
    }
  }

  private List<PagesReport.Row> growing(long largest) {
    begin();
    var rows = new ArrayList<PagesReport.Row>();
    var made = ORIGINALS;
    for (var size : SIZES) {
      if (size > largest) break;
      grow(made + 1, size);
      made = size;
      rows.add(measure(size));
      progress.accept(PagesReport.markdown(List.of(rows.getLast())));
    }
    return rows;
  }

  /// Measures what an earlier run made, or makes it.
  private PagesReport.Row found(long size) {
    var newest = "SELECT max(number) AS number FROM desk.ticket";
    var made = database.pool().query(newest).execute().await().iterator().next().getLong("number");
    if (made == null) {
      begin();
      grow(ORIGINALS + 1, size);
    } else if (made != size) {
      throw new IllegalStateException("there are " + made + " tickets already, not " + size);
    }
    desk.indicators().catchUp();
    return measure(size);
  }

  private void begin() {
    progress.accept("reporting and solving the originals");
    database.pool().query("ALTER SEQUENCE desk.ticket_number RESTART 1").execute().await();
    new Crowd(database.pool()).prepare(originals(true), originals(false));
  }

  private void grow(long from, long size) {
    progress.accept("making " + size + " tickets");
    new Crowd(database.pool()).grow(from, size);
    progress.accept("adding up the figures of " + size + " tickets");
    desk.indicators().rebuild();
  }

  private PagesReport.Row measure(long size) {
    progress.accept("measuring at " + size + " tickets");
    return new PagesReport.Row(size, pages(size));
  }

  /// One of each kind of work, over or still open.
  private List<Long> originals(boolean over) {
    var reporters =
        desk.people().having(Role.STAFF).stream()
            .filter(person -> !desk.access().deskStaff(person))
            .toList();
    var leaves =
        desk.catalogue().leaves().stream()
            .filter(leaf -> !leaf.code().equals(CategoryCode.UNCLEAR))
            .toList();
    return IntStream.range(0, leaves.size())
        .filter(i -> over || i % 2 == 0)
        .mapToObj(i -> original(leaves.get(i), reporters.get(i % reporters.size()).id(), i, over))
        .toList();
  }

  private long original(Category category, PersonId reporter, int turn, boolean over) {
    var opened = desk.tickets().open(report(category, reporter));
    var engineers = desk.people().having(Role.ENGINEER);
    var engineer = opened.assignee().orElse(engineers.get(turn % engineers.size()).id());
    if (over || turn % 4 == 0) happens(opened, new Command.Claim(engineer));
    if (over) {
      happens(opened, new Command.Resolve(engineer, "已更换并测试正常", Optional.empty(), Cause.SOFTWARE));
      happens(opened, new Command.Confirm(reporter));
      happens(opened, new Command.Rate(reporter, turn % 9 == 0 ? 3 : 5, List.of(), ""));
    } else if (turn % 8 == 4) {
      happens(opened, waiting(engineer));
    }
    return opened.number().value();
  }

  private static Command waiting(PersonId engineer) {
    return new Command.Pause(
        engineer,
        PauseKind.PENDING_VENDOR,
        "等厂商上门",
        Optional.of("厂商"),
        Optional.of("8841"),
        Optional.of(Instant.now().plus(Duration.ofDays(1))));
  }

  private void happens(Ticket ticket, Command command) {
    if (desk.tickets().handle(ticket.number(), command) instanceof Decision.Refused(var why, var _))
      throw new IllegalStateException(command + " on an original is refused: " + why);
  }

  private static NewTicket report(Category category, PersonId reporter) {
    var words = String.join("，", category.keywords().stream().limit(4).toList());
    return new NewTicket(
        category.request() ? TicketKind.REQUEST : TicketKind.INCIDENT,
        category.name(),
        category.path().replace('/', ' ') + "：" + words + "，请尽快处理",
        Optional.of(category.code()),
        Optional.empty(),
        Optional.empty(),
        Optional.of("护士站"),
        Optional.empty(),
        reporter,
        reporter,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Channel.WEB,
        Optional.empty(),
        List.of(),
        new JsonObject());
  }

  private Map<String, PagesReport.Times> pages(long size) {
    var engineer = desk.people().having(Role.ENGINEER).getFirst().id();
    var dispatcher = desk.people().having(Role.DISPATCHER).getFirst().id();
    var lead = desk.people().having(Role.TEAM_LEAD).getFirst().id();
    var director = desk.people().having(Role.DIRECTOR).getFirst().id();
    var found = new LinkedHashMap<String, PagesReport.Times>();
    add(found, "queue, engineer", engineer, _ -> "/queue");
    add(found, "queue, dispatcher", dispatcher, _ -> "/queue");
    var next = nextOfLane(dispatcher);
    add(found, "next page of a lane, dispatcher", dispatcher, _ -> next);
    add(found, "queue filtered, director", director, _ -> "/queue?campus=main&urgent=1");
    add(found, "ticket, old", director, i -> "/tickets/" + old(size, i));
    add(found, "ticket, open", dispatcher, i -> "/tickets/" + (size - i % 50));
    add(found, "search, engineer", engineer, PagesBench::search);
    add(found, "search, dispatcher", dispatcher, PagesBench::search);
    add(found, "search, director", director, PagesBench::search);
    add(found, "search of a number", director, i -> "/search?q=" + old(size, i));
    add(found, "counts (board), director", director, _ -> "/board/now");
    add(found, "counts (board), dispatcher", dispatcher, _ -> "/board/now");
    figures(found, "director", director, "department", "category");
    figures(found, "dispatcher", dispatcher, "department");
    figures(found, "team lead", lead, "engineer");
    figures(found, "engineer", engineer, "category");
    add(found, "tickets behind a figure", director, _ -> BEHIND);
    add(found, "own year, engineer", engineer, _ -> "/my/figures?span=year");
    add(found, "my reports", new PersonId("staff17"), _ -> "/my");
    add(found, "year's figures by one statement", PLAIN, this::plain);
    return found;
  }

  /// Where the first lane that has more than a page goes on.
  private String nextOfLane(PersonId reader) {
    var link = NEXT_OF_LANE.matcher(read(reader, "/queue"));
    return link.find() ? link.group(1).replace("&amp;", "&") : "/queue/waiting";
  }

  private void figures(
      Map<String, PagesReport.Times> found, String role, PersonId reader, String... dimensions) {
    for (var span : List.of("year", "month", "week"))
      add(found, span + "'s figures, " + role, reader, _ -> FIGURES + span);
    for (var by : dimensions)
      add(found, "year by " + by + ", " + role, reader, _ -> FIGURES + "year&by=" + by);
  }

  private void add(
      Map<String, PagesReport.Times> found,
      String name,
      PersonId reader,
      IntFunction<String> path) {
    add(found, name, MEASURED, turn -> read(reader, path.apply(turn)));
  }

  private void add(Map<String, PagesReport.Times> found, String name, int times, IntConsumer once) {
    if (!name.contains(only)) return;
    var measured = times(times, once);
    found.put(name, measured);
    progress.accept(PagesReport.line(name, measured));
  }

  /// What a few of the director's figures of this year cost without sums.
  private void plain(int turn) {
    database.pool().query(YEAR).execute().await();
  }

  private static long old(long size, int turn) {
    return ORIGINALS + (turn * 104_729L % ((size - ORIGINALS) / 20) + 1) * 20;
  }

  private static String search(int turn) {
    var words = SEARCHES.get(turn % SEARCHES.size());
    return "/search?q="
        + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static PagesReport.Times times(int times, IntConsumer once) {
    for (var i = 0; i < times / 5; i++) once.accept(i);
    var nanos = new long[times];
    for (var i = 0; i < times; i++) {
      var begin = System.nanoTime();
      once.accept(i);
      nanos[i] = System.nanoTime() - begin;
    }
    Arrays.sort(nanos);
    return new PagesReport.Times(nanos[times / 2], nanos[times * 95 / 100]);
  }

  private String read(PersonId reader, String path) {
    var session = sessions.computeIfAbsent(reader, new Sessions(database, Clock.systemUTC())::open);
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("cookie", "apricot=" + session)
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200)
        throw new IllegalStateException(path + " answers " + answer.statusCode());
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException("no answer to " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private int listen(Path folder) {
    var clock = Clock.systemUTC();
    var pages =
        Pages.open(
            Locale.SIMPLIFIED_CHINESE,
            ZONE,
            clock,
            () -> IncidentPages.announced(desk.incidents()));
    var home = URI.create("http://127.0.0.1");
    var web = new Web(database, clock, desk.people(), new Nobody(), home, pages, folder);
    new TicketPages(desk, pages, (_, _, _, _) -> unread(), ZONE, clock).addTo(web.routes());
    new ConsolePages(desk, pages, clock).addTo(web.routes());
    desk.dashboard(pages).addTo(web.routes());
    desk.ownFigures(pages).addTo(web.routes());
    desk.assessments(pages).addTo(web.routes());
    var started = new CompletableFuture<Integer>();
    var threads = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    vertx.deployVerticle(new Listening(web, started), threads).await();
    return started.join();
  }

  private static NewTicket unread() {
    throw new IllegalStateException("nothing is reported here");
  }

  private static final class Listening extends AbstractVerticle {
    private final Web web;
    private final CompletableFuture<Integer> port;

    Listening(Web web, CompletableFuture<Integer> port) {
      this.web = web;
      this.port = port;
    }

    @Override
    public void start() {
      var router = Router.router(vertx);
      web.mount(router);
      var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
      port.complete(server.actualPort());
    }
  }

  /// Nobody signs in: the sessions are opened for them.
  private static final class Nobody implements Identity {
    @Override
    public URI authorize(boolean insideWeCom, URI callback, String state) {
      return callback;
    }

    @Override
    public Optional<PersonId> whoIs(String code) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    desk.close();
    database.close();
    vertx.close().await();
  }
}
