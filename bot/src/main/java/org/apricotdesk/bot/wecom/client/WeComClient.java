package org.apricotdesk.bot.wecom.client;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apricotdesk.bot.wecom.Incoming.Media;
import org.apricotdesk.bot.wecom.client.Outcome.Configuration;
import org.apricotdesk.bot.wecom.client.Outcome.Rejected;
import org.apricotdesk.bot.wecom.client.Outcome.Sent;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.settings.Settings.RobotMode;
import org.apricotdesk.config.settings.Settings.WeCom;

/// Everything the desk asks of the WeCom platform over HTTP.
///
/// What sends says what became of it; what asks throws [WeComException] when there is no answer.
public final class WeComClient implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final WeCom settings;
  private final Clock clock;
  private final Calls calls;
  private final Downloads downloads;
  private final MediaCalls media;
  private final Optional<AppCalls> app;
  private final Database database;

  private WeComClient(Vertx vertx, Database database, WeCom settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.database = database;
    this.calls = new Calls(vertx, settings.apiUrl());
    this.downloads = new Downloads(vertx);
    this.app = appCalls();
    this.media = new MediaCalls(downloads, settings.apiUrl(), app, robotKey());
  }

  public static WeComClient open(Vertx vertx, Database database, WeCom settings, Clock clock) {
    return new WeComClient(vertx, database, settings, clock);
  }

  /// Sends a message of the app to one member.
  ///
  /// @param message `msgtype` and the object of that name
  public Outcome send(String userid, JsonObject message) {
    return outcome(() -> new Messages(app()).send(userid, message));
  }

  /// Replaces a card of the app, once for each response code.
  ///
  /// @param userids who sees the change; empty means everybody who got the card
  public Outcome change(List<String> userids, String responseCode, JsonObject card) {
    return outcome(() -> new Messages(app()).change(userids, responseCode, card));
  }

  /// Takes back a message of the last 24 hours.
  public Outcome recall(String messageId) {
    return outcome(() -> new Messages(app()).recall(messageId));
  }

  /// Gives the one late answer that a robot's message allows.
  ///
  /// @param body markdown, or in somebody's own chat a template_card
  public Outcome respond(URI responseUrl, JsonObject body) {
    var api = settings.apiUrl();
    if (!api.getScheme().equals(responseUrl.getScheme())
        || !api.getAuthority().equals(responseUrl.getAuthority())) {
      return new Rejected(0, "not an address of the platform");
    }
    return outcome(
        () -> {
          calls.post(responseUrl, body);
          return Sent.PLAINLY;
        });
  }

  /// Says something in the engineers' group through its webhook robot.
  public Outcome notifyEngineers(JsonObject message) {
    return settings
        .webhook()
        .engineerKey()
        .map(key -> outcome(() -> say(key.reveal(), message)))
        .orElseGet(() -> new Configuration(0, "wecom.webhook.engineer-key is not set"));
  }

  /// A picture, sound or file that somebody sent, decrypted.
  public byte[] fetch(Media file) {
    return media.fetch(file);
  }

  /// @return the media id for messages of the app, good for three days
  public String uploadPicture(String name, byte[] bytes) {
    return media.uploadPicture(name, bytes);
  }

  /// Empty if the app is not shown that member. Remembered for a day.
  public Optional<Member> member(String userid) {
    return new Members(database, app(), clock).find(userid);
  }

  /// The address book says that this member changed.
  public void forgetMember(String userid) {
    app.ifPresent(calls -> new Members(database, calls, clock).forget(userid));
  }

  /// The departments the app is shown.
  public List<WeComDepartment> departments() {
    return WeComDepartment.listed(app().get("department/list", Map.of()));
  }

  /// Who is directly in that department, as far as the app is shown them.
  public List<Member> members(int department) {
    var query = Map.of("department_id", String.valueOf(department));
    return app().get("user/list", query).getJsonArray("userlist").stream()
        .map(JsonObject.class::cast)
        .map(Member::of)
        .toList();
  }

  /// Where a browser inside WeCom is sent to sign in without being asked.
  ///
  /// @param state 1 to 128 letters and digits
  public URI signInInside(URI back, String state) {
    return new Signing(app(), settings.apiUrl()).inApp(back, state);
  }

  /// Where a browser at a desk is sent to sign in by scanning.
  public URI signInAtDesk(URI back, String state) {
    return new Signing(app(), settings.apiUrl()).desktop(back, state);
  }

  /// The userid of whoever came back with that code; empty if it is no good.
  public Optional<String> signedIn(String code) {
    return new Signing(app(), settings.apiUrl()).who(code);
  }

  /// For `wx.config` on that page.
  public ScriptSignature corpScripts(String url) {
    return signature(app().ticket("corp-ticket", "get_jsapi_ticket", Map.of()), url);
  }

  /// For `wx.agentConfig` on that page.
  public ScriptSignature appScripts(String url) {
    var type = Map.of("type", "agent_config");
    return signature(app().ticket("app-ticket", "ticket/get", type), url);
  }

  /// From where callbacks come, as addresses with `*`; a successful answer also proves that the
  /// secret is right and this machine's address is trusted.
  public List<String> callbackAddresses() {
    var answer = app().get("getcallbackip", Map.of());
    return answer.getJsonArray("ip_list").stream().map(String::valueOf).toList();
  }

  private Sent say(String key, JsonObject message) {
    calls.post("webhook/send", Map.of("key", key), message);
    return Sent.PLAINLY;
  }

  private ScriptSignature signature(String ticket, String url) {
    var nonce = new byte[8];
    RANDOM.nextBytes(nonce);
    var now = clock.instant().getEpochSecond();
    return ScriptSignature.of(ticket, HexFormat.of().formatHex(nonce), now, url);
  }

  private static Outcome outcome(Supplier<Sent> sending) {
    try {
      return sending.get();
    } catch (WeComException failure) {
      return failure.failure();
    }
  }

  private AppCalls app() {
    return app.orElseThrow(WeComClient::noApp);
  }

  static WeComException noApp() {
    var failure = new Configuration(0, "wecom.corp-id and wecom.app.* are not set");
    return new WeComException("call of the app", failure);
  }

  private Optional<AppCalls> appCalls() {
    if (settings.corpId().isEmpty() || settings.app().isEmpty()) return Optional.empty();
    var application = settings.app().get();
    var passes = new Passes(database, new PassSeal(application.secret()), clock);
    return Optional.of(new AppCalls(calls, passes, settings.corpId().get(), application, clock));
  }

  private Optional<String> robotKey() {
    return settings.robot().mode() instanceof RobotMode.Callback(_, var key)
        ? Optional.of(key.reveal())
        : Optional.empty();
  }

  @Override
  public void close() {
    calls.close();
    downloads.close();
  }
}
