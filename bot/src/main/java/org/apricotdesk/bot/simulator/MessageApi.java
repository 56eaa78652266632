package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Messages of an app to members: send, change the card, take back. Source:
/// document/path/90236, 94888, 94867.
final class MessageApi {
  private static final Duration RECALL = Duration.ofHours(24);

  private final State state;
  private final Bodies bodies;
  private final CardRules cards;
  private final Translation translation;
  private final Rate perMember;
  private final Map<String, Instant> duplicates = new HashMap<>();
  private final Set<String> tasks = new HashSet<>();
  private int dropped;

  MessageApi(State state) {
    this.state = state;
    bodies = new Bodies(state);
    cards = new CardRules(CardTarget.APP, state);
    translation = new Translation(state.company);
    perMember = new Rate(state.clock, 30, 1000);
  }

  /// How many messages members did not get because they had too many of one app.
  int dropped() {
    return dropped;
  }

  JsonObject send(App app, ApiCall call) {
    var body = call.json();
    checkAgent(app, body);
    var named = body.getString("touser", "") + body.getString("toparty", "");
    unless(!(named + body.getString("totag", "")).isEmpty(), 82001, "no recipient");
    var to = Recipients.of(state.company, app, body);
    var content = content(app, body);
    unless(!to.users().isEmpty(), 81013, "all recipients invalid or out of range");
    if (isDuplicate(app, body) && state.guess(Guess.REPEATED_REQUEST_DROPPED)) {
      return answer(to).put("msgid", "m-duplicate");
    }
    var message = deliver(app, to, content);
    var answer = answer(to).put("msgid", message.id());
    var card = content.getJsonObject("template_card");
    if (card != null && CardRules.callsBack(card)) {
      answer.put("response_code", state.responseCodes.mint(app, message));
    }
    return answer;
  }

  JsonObject updateCard(App app, ApiCall call) {
    var body = call.json();
    checkAgent(app, body);
    var code = body.getString("response_code", "");
    var message = state.responseCodes.cardOf(code, app);
    var everybody = body.getInteger("atall", 0) == 1;
    var to = Recipients.ofUpdate(state.company, app, body);
    unless(everybody || !to.users().isEmpty() || !to.invalidUsers().isEmpty(), 82101, "no target");
    unless(everybody || message.audience().containsAll(to.users()), 82102, "target got no card");
    var users = everybody ? message.audience() : to.users();
    users.forEach(user -> message.becomeFor(user, updated(app, body, message, user)));
    state.responseCodes.use(code);
    state.chats.changed(message);
    return new JsonObject().put("invaliduser", new JsonArray(to.invalidUsers()));
  }

  JsonObject recall(App app, ApiCall call) {
    var id = call.json().getString("msgid", "");
    var message = state.chats.find(id).orElseThrow(() -> new Refusal(40058, "msgid unknown"));
    unless(message.from().equals(Sender.app(app)), 40058, "message of another app");
    var youngest = state.clock.instant().minus(RECALL);
    unless(message.at().isAfter(youngest), 42052, "msgid too old for recall");
    message.recall();
    state.chats.changed(message);
    return new JsonObject();
  }

  /// The card with all buttons turned into one grey label.
  static JsonObject greyed(JsonObject content, String label) {
    var copy = content.copy();
    copy.getJsonObject("template_card").put("replace_text", label);
    return copy;
  }

  private JsonObject updated(App app, JsonObject body, Message message, String user) {
    var button = body.getJsonObject("button");
    if (button != null) {
      return greyed(message.contentFor(user), button.getString("replace_name", ""));
    }
    var card = body.getJsonObject("template_card");
    unless(card != null, 40063, "neither button nor template_card");
    checkCard(app, card, message.cardFor(user).taskId());
    var content = new JsonObject().put("msgtype", "template_card").put("template_card", card);
    return body.getInteger("enable_id_trans", 0) == 1 ? translation.of(content) : content.copy();
  }

  private static void checkAgent(App app, JsonObject body) {
    var agent = body.getValue("agentid");
    unless(agent != null, 41011, "agentid missing");
    unless(String.valueOf(agent).matches("\\d{1,9}"), 40056, "agentid invalid");
    unless(Integer.parseInt(String.valueOf(agent)) == app.agentId(), 301002, "agentid of another");
  }

  private JsonObject content(App app, JsonObject body) {
    var type = body.getString("msgtype", "");
    var content = bodies.check(type, body);
    if (type.equals("template_card")) {
      checkCard(app, content.getJsonObject(type), "");
      remember(app, content.getJsonObject(type));
    }
    return body.getInteger("enable_id_trans", 0) == 1 ? translation.of(content) : content;
  }

  private void checkCard(App app, JsonObject card, String ownTask) {
    cards.check(card);
    unless(
        !CardRules.callsBack(card) || !state.callbacks.app(app).isEmpty(),
        43012,
        "the app has no callback URL");
    var task = CardView.of(card).taskId();
    var reused = !task.equals(ownTask) && tasks.contains(app.agentId() + task);
    unless(!reused || !state.guess(Guess.REUSED_TASK_REFUSED), 42014, "task_id reused");
  }

  private void remember(App app, JsonObject card) {
    var task = CardView.of(card).taskId();
    if (!task.isEmpty()) {
      tasks.add(app.agentId() + task);
    }
  }

  private boolean isDuplicate(App app, JsonObject body) {
    if (body.getInteger("enable_duplicate_check", 0) != 1) {
      return false;
    }
    var now = state.clock.instant();
    var seconds = Math.min(body.getInteger("duplicate_check_interval", 1800), 14400);
    var key = app.agentId() + " " + canonical(body);
    var until = duplicates.get(key);
    if (until != null && until.isAfter(now)) {
      return true;
    }
    duplicates.put(key, now.plusSeconds(seconds));
    return false;
  }

  private static String canonical(JsonObject body) {
    return new TreeMap<>(body.getMap()).toString();
  }

  private Message deliver(App app, Recipients to, JsonObject content) {
    var reached = new LinkedHashSet<String>();
    for (var user : to.users()) {
      if (perMember.allows(app.agentId() + " " + user)) {
        reached.add(user);
      } else {
        dropped++;
      }
    }
    var chats = reached.stream().map(app::chatWith).toList();
    return state.chats.post(Sender.app(app), chats, reached, content);
  }

  private static JsonObject answer(Recipients to) {
    return new JsonObject()
        .put("invaliduser", String.join("|", to.invalidUsers()))
        .put("invalidparty", String.join("|", to.invalidParties()))
        .put("invalidtag", String.join("|", to.invalidTags()))
        .put("unlicenseduser", "");
  }
}
