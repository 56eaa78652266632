package org.apricotdesk.desk.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.CancelReason;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.PauseKind;
import org.apricotdesk.desk.ticket.RatingReason;
import org.apricotdesk.desk.ticket.Receiver;
import org.apricotdesk.desk.ticket.TicketNumber;

/// From the body of `POST /tickets/{number}/{action}` to the command it means.
record TicketCommands(PersonId by, JsonObject body) {
  /// What each action reads, beside `version`; anything else in the body is a mistake.
  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          Map.entry("claim", Set.of()),
          Map.entry("assign", Set.of("to")),
          Map.entry("transfer", Set.of("to", "team", "squad", "reason")),
          Map.entry("release", Set.of("reason")),
          Map.entry("note", Set.of("text", "internal")),
          Map.entry("pause", Set.of("state", "text", "vendor", "reference", "until")),
          Map.entry("resume", Set.of()),
          Map.entry("resolve", Set.of("solution", "category", "cause")),
          Map.entry("confirm", Set.of()),
          Map.entry("reopen", Set.of("text")),
          Map.entry("cancel", Set.of("reason", "text")),
          Map.entry("merge", Set.of("parent")),
          Map.entry("unmerge", Set.of()),
          Map.entry("redirect", Set.of("department", "text")),
          Map.entry("priority", Set.of("priority", "reason")),
          Map.entry("category", Set.of("category")),
          Map.entry("link", Set.of("other")),
          Map.entry("unlink", Set.of("other")),
          Map.entry("lend", Set.of("asset", "until", "text", "solution", "repair")),
          Map.entry("extend_loan", Set.of("asset", "until")),
          Map.entry("take_back", Set.of("asset", "text")),
          Map.entry("rate", Set.of("score", "reasons", "comment")));

  /// @throws InvalidCall naming the field that is missing, wrong, or not for this action
  Command of(String action) {
    var fields = FIELDS.get(action);
    if (fields == null) throw new InvalidCall("unknown action " + action);
    for (var name : body.fieldNames())
      if (!name.equals("version") && !fields.contains(name))
        throw new InvalidCall(name + ": " + action + " does not take it");
    return command(action);
  }

  private Command command(String action) {
    return switch (action) {
      case "claim" -> new Command.Claim(by);
      case "assign" -> new Command.Assign(by, value("to", PersonId::new));
      case "transfer" -> new Command.Transfer(by, receiver(), text("reason"));
      case "release" -> new Command.Release(by, text("reason"));
      case "note" ->
          new Command.Note(by, text("text"), body.getBoolean("internal", false), List.of());
      case "pause" ->
          new Command.Pause(
              by,
              value("state", PauseKind::of),
              text("text"),
              optional("vendor"),
              optional("reference"),
              optional("until").map(until -> parse("until", until, TicketCommands::moment)));
      case "resume" -> new Command.Resume(by);
      case "resolve" ->
          new Command.Resolve(
              by,
              text("solution"),
              optional("category").map(code -> parse("category", code, CategoryCode::new)),
              optional("cause").map(cause -> parse("cause", cause, Cause::of)).orElse(Cause.OTHER));
      case "confirm" -> new Command.Confirm(by);
      case "reopen" -> new Command.Reopen(by, text("text"));
      case "cancel" -> new Command.Cancel(by, value("reason", CancelReason::of), text("text"));
      case "merge" -> new Command.Merge(by, new TicketNumber(number("parent").longValue()));
      case "unmerge" -> new Command.Unmerge(by);
      case "redirect" -> new Command.Redirect(by, text("department"), text("text"));
      case "priority" ->
          new Command.ChangePriority(by, value("priority", Priority::valueOf), text("reason"));
      case "category" -> new Command.ChangeCategory(by, value("category", CategoryCode::new));
      case "rate" -> new Command.Rate(by, number("score").intValue(), reasons(), text("comment"));
      case "link" -> new Command.Link(by, new TicketNumber(number("other").longValue()));
      case "unlink" -> new Command.Unlink(by, new TicketNumber(number("other").longValue()));
      case "lend" ->
          new Command.Lend(
              by,
              text("asset"),
              value("until", TicketCommands::moment),
              text("text"),
              optional("solution").map(this::instead));
      case "extend_loan" ->
          new Command.ExtendLoan(by, text("asset"), value("until", TicketCommands::moment));
      case "take_back" -> new Command.TakeBack(by, text("asset"), text("text"));
      default -> throw new InvalidCall("unknown action " + action);
    };
  }

  private Command.Instead instead(String solution) {
    return new Command.Instead(solution, value("repair", title -> title));
  }

  private Receiver receiver() {
    var person = optional("to").map(id -> parse("to", id, PersonId::new));
    var team = optional("team").map(id -> parse("team", id, TeamId::new));
    if (person.isPresent() == team.isPresent())
      throw new InvalidCall("transfer needs either 'to' or 'team'");
    return person
        .<Receiver>map(Receiver.Engineer::new)
        .orElseGet(() -> new Receiver.Pool(team.orElseThrow(), optional("squad")));
  }

  private List<RatingReason> reasons() {
    return body.getJsonArray("reasons", new JsonArray()).stream()
        .map(Object::toString)
        .map(RatingReason::of)
        .toList();
  }

  private <T> T value(String name, Function<String, T> of) {
    return parse(name, optional(name).orElseThrow(() -> missing(name)), of);
  }

  private Number number(String name) {
    return Optional.ofNullable(body.getNumber(name)).orElseThrow(() -> missing(name));
  }

  private static InvalidCall missing(String name) {
    return new InvalidCall(name + ": is missing");
  }

  private static <T> T parse(String name, String text, Function<String, T> of) {
    try {
      return of.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidCall(name + ": " + wrong.getMessage());
    }
  }

  private String text(String name) {
    return body.getString(name, "");
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(body.getString(name)).filter(text -> !text.isBlank());
  }

  static Instant instant(String text) {
    try {
      return moment(text);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidCall(String.valueOf(wrong.getMessage()));
    }
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw new IllegalArgumentException("'" + text + "' is no time like 2026-03-16T01:00:00Z");
    }
  }
}
