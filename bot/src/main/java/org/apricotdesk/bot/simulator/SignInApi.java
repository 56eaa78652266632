package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.known;
import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Who signed in: codes out of the sign-in pages, used once within five minutes. Source:
/// document/path/91023.
final class SignInApi {
  private static final Duration CODE_LIFE = Duration.ofMinutes(5);
  private static final Duration TICKET_LIFE = Duration.ofHours(2);

  private record Code(String userid, boolean privateInfo, Instant expires, boolean used) {}

  private record Ticket(String userid, Instant expires) {}

  private final State state;
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Ticket> tickets = new HashMap<>();

  SignInApi(State state) {
    this.state = state;
  }

  String mint(String userid, boolean privateInfo) {
    var code = Random.word(40);
    codes.put(code, new Code(userid, privateInfo, state.clock.instant().plus(CODE_LIFE), false));
    return code;
  }

  JsonObject who(App app, ApiCall call) {
    var key = call.param("code");
    unless(!key.isEmpty(), 41008, "code missing");
    var code = known(codes.get(key), 40029, "invalid code");
    unless(!code.used(), 42022, "code used");
    unless(code.expires().isAfter(state.clock.instant()), 42003, "code expired");
    codes.put(key, new Code(code.userid(), code.privateInfo(), code.expires(), true));
    var member = state.company.member(code.userid());
    if (member.isEmpty()) {
      return new JsonObject().put("openid", "o-" + code.userid());
    }
    unless(state.company.sees(app, member.get()), 50002, "out of range");
    var answer = new JsonObject().put("userid", member.get().userid());
    return code.privateInfo() ? answer.mergeIn(ticket(member.get())) : answer;
  }

  JsonObject details(App app, ApiCall call) {
    var ticket = known(tickets.get(call.json().getString("user_ticket", "")), 84015, "user_ticket");
    unless(ticket.expires().isAfter(state.clock.instant()), 84014, "user_ticket expired");
    return new JsonObject().put("userid", ticket.userid()).put("gender", "0");
  }

  private JsonObject ticket(Member member) {
    var ticket = Random.word(64);
    tickets.put(ticket, new Ticket(member.userid(), state.clock.instant().plus(TICKET_LIFE)));
    return new JsonObject().put("user_ticket", ticket).put("expires_in", TICKET_LIFE.toSeconds());
  }
}
