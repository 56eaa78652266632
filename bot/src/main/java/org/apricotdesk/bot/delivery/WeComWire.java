package org.apricotdesk.bot.delivery;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apricotdesk.bot.signin.PersonalLinks;
import org.apricotdesk.bot.wecom.client.Outcome;
import org.apricotdesk.bot.wecom.client.WeComClient;

/// Sends through the application, the robot's connection or the webhook, and keeps the rights to
/// change cards later.
public final class WeComWire implements Wire {
  private static final int HALF_AN_HOUR = 1800;
  private static final Duration PUT_RIGHT = Duration.ofSeconds(30);

  /// The right to change the card is unknown, used or expired.
  private static final int CODE_SPENT = 60140;

  /// A card's task was used before: on a repeat, by the first attempt.
  private static final int TASK_USED = 42014;

  private final WeComClient client;
  private final RobotLine robot;
  private final ShownCards cards;
  private final SqlClient sql;
  private final Optional<PersonalLinks> links;
  private final boolean app;

  /// @param links ways in by the robot where there is no application: then it speaks to members
  public WeComWire(
      WeComClient client,
      RobotLine robot,
      ShownCards cards,
      SqlClient sql,
      Optional<PersonalLinks> links) {
    this.client = client;
    this.robot = robot;
    this.cards = cards;
    this.sql = sql;
    this.links = links;
    this.app = links.isEmpty();
  }

  @Override
  public boolean reaches(Address to) {
    return switch (to) {
      case Address.Chat _ -> robot.isLive();
      case Address.Member _ -> app || robot.isLive();
      case Address.Webhook() -> true;
    };
  }

  @Override
  public boolean knowsRepeats(Taken taken) {
    var byApp = app && taken.to() instanceof Address.Member;
    return byApp && !taken.body().getString("type").equals("change");
  }

  @Override
  public Result send(Taken taken) {
    var body = taken.body();
    return switch (taken.to()) {
      case Address.Member(var person) ->
          links
              .map(ways -> byRobot(person, body, said -> ways.in(said, person)))
              .orElseGet(() -> byApp(person, taken));
      case Address.Chat(var id) -> byRobot(id, body, said -> said);
      case Address.Webhook() -> result(client.notifyEngineers(text(body)));
    };
  }

  private Result byApp(String person, Taken taken) {
    var body = taken.body();
    return switch (body.getString("type")) {
      case "card" -> card(person, taken);
      case "change" -> change(person, body);
      default -> repeatable(client.send(person, once(taken.id(), text(body))));
    };
  }

  /// Asks the platform to drop a repeat, so that a message whose answer was lost may be sent once
  /// more without being read twice (protocol §2.6). It compares whole requests within the interval.
  /// Notices may read the same and both be meant, as when somebody takes a ticket, leaves it and
  /// takes it again; so each delivery has an interval of its own, never less than half an hour.
  private static JsonObject once(long delivery, JsonObject message) {
    return message
        .put("enable_duplicate_check", 1)
        .put("duplicate_check_interval", HALF_AN_HOUR + delivery % HALF_AN_HOUR);
  }

  private static Result repeatable(Outcome outcome) {
    return outcome instanceof Outcome.Unknown(var why) ? new Result.Doubtful(why) : result(outcome);
  }

  private Result card(String person, Taken taken) {
    var body = taken.body();
    var message =
        new JsonObject()
            .put("msgtype", "template_card")
            .put("template_card", body.getJsonObject("card"));
    var outcome = client.send(person, once(taken.id(), message));
    if (taken.doubted().isPresent()
        && outcome instanceof Outcome.Rejected(var number, _)
        && number == TASK_USED) {
      return new Result.Sent();
    }
    if (outcome instanceof Outcome.Sent(_, var code, _)) {
      code.ifPresent(fresh -> cards.keepCode(sql, body.getString("task"), fresh));
    }
    return repeatable(outcome);
  }

  /// A right works once: it is taken before it is used, so no second instance can spend it.
  private Result change(String person, JsonObject body) {
    var task = body.getString("task");
    var code = cards.useCode(sql, task);
    if (code.isEmpty()) {
      return new Result.Needless();
    }
    return switch (client.change(List.of(person), code.get(), body.getJsonObject("card"))) {
      case Outcome.Rejected(var number, _) when number == CODE_SPENT -> new Result.Needless();
      case Outcome.Later later -> {
        cards.keepCode(sql, task, code.get());
        yield result(later);
      }
      case Outcome.Configuration wrong -> {
        cards.keepCode(sql, task, code.get());
        yield result(wrong);
      }
      case Outcome outcome -> result(outcome);
    };
  }

  private static JsonObject text(JsonObject body) {
    var text = new JsonObject().put("content", body.getString("text"));
    var mentioned = body.getJsonArray("mentioned", new JsonArray());
    if (!mentioned.isEmpty()) {
      text.put("mentioned_list", mentioned);
    }
    return new JsonObject().put("msgtype", "text").put("text", text);
  }

  /// The robot changes a card only in answer to a tap on it, so there is no change to send.
  private Result byRobot(String chat, JsonObject body, UnaryOperator<JsonObject> leading) {
    return switch (body.getString("type")) {
      case "change" -> new Result.Needless();
      case "card" ->
          result(
              robot.send(chat, leading.apply(said("template_card", body.getJsonObject("robot")))));
      default -> {
        var words = new JsonObject().put("content", body.getString("text"));
        yield result(robot.send(chat, leading.apply(said("markdown", words))));
      }
    };
  }

  private static JsonObject said(String type, JsonObject part) {
    return new JsonObject().put("msgtype", type).put(type, part);
  }

  private static Result result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent _ -> new Result.Sent();
      case Outcome.Rejected(var code, var why) -> new Result.Refused(code + " " + why);
      case Outcome.Configuration(var code, var why) ->
          new Result.Later(PUT_RIGHT, code + " " + why);
      case Outcome.Later(var after, var why) -> new Result.Later(after, why);
      case Outcome.Unknown(var why) -> new Result.Unknown(why);
    };
  }
}
