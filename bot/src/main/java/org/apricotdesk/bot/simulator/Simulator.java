package org.apricotdesk.bot.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apricotdesk.config.time.AdjustableClock;

/// The simulated WeCom platform. Calls wait for what they cause, so they belong on a thread
/// that may wait.
public final class Simulator implements AutoCloseable {
  private final HttpServer server;
  private final Door door;
  private final State state;
  private final Apis apis;
  private final Platform platform;

  private Simulator(HttpServer server, Door door, State state, Apis apis, Platform platform) {
    this.server = server;
    this.door = door;
    this.state = state;
    this.apis = apis;
    this.platform = platform;
  }

  public static Simulator start(Vertx vertx, SimulatorSettings settings) {
    var state = new State(settings);
    var platform = new Platform(vertx, state);
    var apis = Apis.of(state, platform.replies());
    var door = Door.open(vertx, forServices(vertx, state, apis, platform), settings.host());
    state.faults.through(door::open);
    var router = Router.router(vertx);
    new SignInPages(state, apis.signIn()).mount(router);
    new ControlApi(state, platform).mount(router);
    new DemoPage().mount(router);
    var options = new HttpServerOptions().setHost(settings.host()).setPort(settings.port());
    var server = listening(vertx.createHttpServer(options).requestHandler(router), settings);
    var host = settings.host().equals("0.0.0.0") ? "localhost" : settings.host();
    var base = "http://" + host + ":";
    state.standsAt(base + server.actualPort(), base + door.port());
    return new Simulator(server, door, state, apis, platform);
  }

  private static HttpServer listening(HttpServer server, SimulatorSettings settings) {
    try {
      return server.listen().await();
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      if (failure instanceof BindException) {
        throw new IllegalStateException(
            "cannot listen on %s:%d: another program has it. Choose another with --simulator-port"
                .formatted(settings.host(), settings.port()),
            failure);
      }
      throw failure;
    }
  }

  private static Router forServices(Vertx vertx, State state, Apis apis, Platform platform) {
    var router = Router.router(vertx);
    platform.mount(router);
    new ApiPlane(vertx, state, apis).mount(router);
    new SignInPages(state, apis.signIn()).mount(router);
    return router;
  }

  /// Where people see the platform: the phones, and the hands below `/control`.
  public String url() {
    return state.url();
  }

  /// Where services reach it: what `wecom.api-url` is set to. It has a port of its own, so that it
  /// can be shut while people still see the phones.
  public String apiUrl() {
    return state.apiUrl();
  }

  public SimulatorSettings settings() {
    return state.settings;
  }

  public AdjustableClock clock() {
    return state.clock;
  }

  public Faults faults() {
    return state.faults;
  }

  public void advance(Duration by) {
    state.clock.advance(by);
  }

  /// What the service did that the platform forbids; a good test run ends with none.
  public List<Violation> violations() {
    return state.alone(state.violations::list);
  }

  /// Texts the clients would clip, and the like.
  public List<String> advice() {
    return state.alone(state.violations::advice);
  }

  public void forgetViolations() {
    state.change(state.violations::clear);
  }

  /// How many messages the platform silently left out because a member had too many of one app.
  public int dropped() {
    return state.alone(apis.messages()::dropped);
  }

  /// How often a token was asked for.
  public int tokensFetched() {
    return state.alone(state.tokens::fetched);
  }

  public void add(Department department) {
    state.change(() -> state.company.add(department));
  }

  public void add(Tag tag) {
    state.change(() -> state.company.add(tag));
  }

  public SimulatedMember add(Member member) {
    state.change(() -> state.company.add(member));
    return member(member.userid());
  }

  public SimulatedGroup add(Group group) {
    state.change(() -> state.company.add(group));
    return group(group.chatid());
  }

  /// The member leaves the corp; callers with old ids get told.
  public void remove(String userid) {
    state.change(() -> state.company.remove(userid));
  }

  public SimulatedMember member(String userid) {
    var member = state.alone(() -> state.company.member(userid));
    return new SimulatedMember(
        platform, member.orElseThrow(() -> new IllegalArgumentException("no member " + userid)));
  }

  public SimulatedGroup group(String chatid) {
    var group = state.alone(() -> state.company.group(chatid));
    return new SimulatedGroup(
        platform, group.orElseThrow(() -> new IllegalArgumentException("no group " + chatid)));
  }

  /// Sets where the app's service listens, several instances taking turns, after asking it as
  /// the console does when one saves.
  ///
  /// @throws IllegalStateException if it does not answer with the echo
  public void appCallback(URI... instances) {
    platform.saveAppCallback(state.settings.app(), List.of(instances)).await();
  }

  /// The same for the robot's service.
  public void robotCallback(URI... instances) {
    platform.saveRobotCallback(List.of(instances)).await();
  }

  /// What `wecom.robot.socket-url` is set to.
  public String socketUrl() {
    return state.apiUrl().replaceFirst("http", "ws") + "/robot";
  }

  /// Whether a service holds the robot's long connection.
  public boolean robotIsConnected() {
    return state.alone(platform.sockets()::isLive);
  }

  /// Tells the app's service that the address book changed, e.g. `update_user`.
  public void contactChanged(String change, String userid) {
    platform.contactChanged(change, userid).await();
  }

  /// Where people may be taken back to after sign-in, as host and port.
  public void trustedDomain(String domain) {
    state.change(() -> state.callbacks.trustedDomain(domain));
  }

  @Override
  public void close() {
    server.close().await();
    door.open(false).await();
    platform.close();
  }
}
