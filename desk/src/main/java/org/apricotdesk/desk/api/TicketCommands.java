package org.apricotdesk.desk.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
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

  Command of(String action) {
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
              optional("until").map(TicketCommands::instant));
      case "resume" -> new Command.Resume(by);
      case "resolve" ->
          new Command.Resolve(
              by,
              text("solution"),
              optional("category").map(CategoryCode::new),
              optional("cause").map(Cause::of).orElse(Cause.OTHER));
      case "confirm" -> new Command.Confirm(by);
      case "reopen" -> new Command.Reopen(by, text("text"));
      case "cancel" -> new Command.Cancel(by, value("reason", CancelReason::of), text("text"));
      case "merge" -> new Command.Merge(by, new TicketNumber(body.getLong("parent")));
      case "unmerge" -> new Command.Unmerge(by);
      case "redirect" -> new Command.Redirect(by, text("department"), text("text"));
      case "priority" ->
          new Command.ChangePriority(by, value("priority", Priority::valueOf), text("reason"));
      case "category" -> new Command.ChangeCategory(by, value("category", CategoryCode::new));
      case "rate" -> new Command.Rate(by, body.getInteger("score"), reasons(), text("comment"));
      default -> throw new InvalidCall("unknown action " + action);
    };
  }

  private Receiver receiver() {
    var person = optional("to").map(id -> parse("to", id, PersonId::new));
    var team = optional("team").map(TeamId::new);
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
    return parse(name, text(name), of);
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
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw new InvalidCall("'" + text + "' is no time like 2026-03-16T01:00:00Z");
    }
  }
}
