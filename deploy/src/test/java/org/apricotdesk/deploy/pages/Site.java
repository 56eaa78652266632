package org.apricotdesk.deploy.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apricotdesk.bot.simulator.SimulatedMember;
import org.apricotdesk.deploy.demo.Demo;
import org.apricotdesk.deploy.demo.DemoAddress;
import org.apricotdesk.deploy.demo.DemoFolder;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Ticket;

/// The demonstration, and one browser that opens its pages as anybody in the hospital.
final class Site implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final long PATIENCE = 60_000_000_000L;

  private final DemoFolder data;
  private final Demo demo;
  private final Playwright playwright;
  private final Browser browser;
  private final String address;
  private final Map<String, String> sessions = new HashMap<>();

  Site(Path folder) {
    var port = freePort();
    address = "http://localhost:" + port;
    data = DemoFolder.take(folder);
    demo = Demo.start(data.emptied(), new DemoAddress("127.0.0.1", port, 0), Map.of());
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  Demo demo() {
    return demo;
  }

  String url(String path) {
    return address + path;
  }

  Person person(String userid) {
    return demo.service().desk().people().find(new PersonId(userid)).orElseThrow();
  }

  /// A browser in which nobody is signed in.
  BrowserContext nobody(Look look) {
    return browser.newContext(look.options().setBaseURL(address));
  }

  /// A browser in which that person signed in, once for all looks.
  BrowserContext browserOf(String userid, Look look) {
    var session = sessions.computeIfAbsent(userid, this::signedIn);
    return browser.newContext(look.options().setBaseURL(address).setStorageState(session));
  }

  private String signedIn(String userid) {
    try (var context = nobody(Look.DESKTOP_LIGHT)) {
      var page = context.newPage();
      signIn(page, userid);
      return context.storageState();
    }
  }

  /// As on a desktop: WeCom's page asks who is there.
  void signIn(Page page, String userid) {
    page.navigate("/");
    page.getByText("企业微信登录").click();
    page.getByText(person(userid).name(), new GetByTextOptions().setExact(true)).click();
    page.waitForURL(url -> url.startsWith(address));
  }

  /// The number of the ticket somebody reported last.
  long newest(String userid) {
    var desk = demo.service().desk();
    Supplier<List<Ticket>> reported =
        () -> desk.tickets().ofRequester(desk.database().pool(), new PersonId(userid), 1);
    await(userid + " reported nothing", () -> !reported.get().isEmpty());
    return reported.get().getFirst().number().value();
  }

  /// An engineer who was asked to take the ticket.
  String asked(long number) {
    await("nobody was asked to take #" + number, () -> whoWasAsked(number).isPresent());
    return whoWasAsked(number).orElseThrow();
  }

  /// Any engineer, always the same.
  String anEngineer() {
    return engineers().getFirst();
  }

  /// Any other engineer.
  String anotherEngineer() {
    return engineers().get(1);
  }

  private Optional<String> whoWasAsked(long number) {
    return engineers().stream()
        .filter(userid -> wasAsked(demo.simulator().member(userid), "#" + number))
        .findFirst();
  }

  private List<String> engineers() {
    return demo.service().desk().people().having(Role.ENGINEER).stream()
        .map(person -> person.id().value())
        .toList();
  }

  private static boolean wasAsked(SimulatedMember member, String number) {
    return member.chat().stream()
        .anyMatch(b -> b.isCard() && b.buttons().contains("接单") && b.text().contains(number));
  }

  static void await(String otherwise, BooleanSupplier condition) {
    var end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError(otherwise);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    playwright.close();
    demo.close();
    data.close();
  }
}
