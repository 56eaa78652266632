package org.apricotdesk.desk.ticket.web;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.AttachmentId;
import org.apricotdesk.desk.ticket.CancelReason;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.PauseKind;
import org.apricotdesk.desk.ticket.RatingReason;
import org.apricotdesk.desk.ticket.Receiver;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Reads the wish out of a sent form.
record Wishes(PersonId by, MultiMap form, ZoneId zone) {
  /// Until then a spare can be brought back on the day it is due.
  private static final LocalTime END_OF_WORK = LocalTime.of(17, 30);

  /// Empty if there is no such action or a field is not what it should be.
  Optional<Command> wish(String action, List<AttachmentId> attachments) {
    try {
      return Optional.ofNullable(command(action, attachments));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private @org.jspecify.annotations.Nullable Command command(
      String action, List<AttachmentId> attachments) {
    return switch (action) {
      case "claim" -> new Command.Claim(by);
      case "assign" -> new Command.Assign(by, new PersonId(text("to")));
      case "transfer" -> new Command.Transfer(by, receiver(), text("reason"));
      case "release" -> new Command.Release(by, text("reason"));
      case "note" -> new Command.Note(by, text("text"), internal(), attachments);
      case "pause" ->
          new Command.Pause(
              by,
              PauseKind.of(text("kind")),
              text("text"),
              field("vendor"),
              field("reference"),
              until());
      case "resume" -> new Command.Resume(by);
      case "resolve" ->
          new Command.Resolve(by, text("solution"), category(), Cause.of(text("cause")));
      case "confirm" -> new Command.Confirm(by);
      case "reopen" -> new Command.Reopen(by, text("text"));
      case "cancel" -> new Command.Cancel(by, CancelReason.of(text("reason")), text("text"));
      case "merge" -> new Command.Merge(by, new TicketNumber(number("parent")));
      case "unmerge" -> new Command.Unmerge(by);
      case "redirect" -> new Command.Redirect(by, text("department"), text("text"));
      case "priority" ->
          new Command.ChangePriority(by, Priority.valueOf(text("to")), text("reason"));
      case "category" -> new Command.ChangeCategory(by, new CategoryCode(text("to")));
      case "rate" -> new Command.Rate(by, (int) number("score"), reasons(), text("comment"));
      case "nudge" -> new Command.Nudge(by);
      case "link" -> new Command.Link(by, new TicketNumber(number("other")));
      case "unlink" -> new Command.Unlink(by, new TicketNumber(number("other")));
      case "lend" -> new Command.Lend(by, text("asset"), endOf("day"), text("text"), instead());
      case "extend" -> new Command.ExtendLoan(by, text("asset"), endOf("day"));
      case "takeback" -> new Command.TakeBack(by, text("asset"), text("text"));
      default -> null;
    };
  }

  private String text(String name) {
    return Optional.ofNullable(form.get(name)).map(String::strip).orElse("");
  }

  private Optional<String> field(String name) {
    return Optional.of(text(name)).filter(value -> !value.isEmpty());
  }

  private long number(String name) {
    return Long.parseLong(text(name).replace("#", ""));
  }

  private boolean internal() {
    return text("audience").equals("internal");
  }

  private Optional<CategoryCode> category() {
    return field("category").map(CategoryCode::new);
  }

  private Optional<Command.Instead> instead() {
    return field("works").map(_ -> new Command.Instead(text("solution"), text("repair")));
  }

  private Receiver receiver() {
    var to = text("to");
    if (!to.startsWith("team:")) return new Receiver.Engineer(new PersonId(to));
    var parts = to.split(":", 3);
    var squad = parts.length > 2 ? Optional.of(parts[2]) : Optional.<String>empty();
    return new Receiver.Pool(new TeamId(parts[1]), squad);
  }

  private List<RatingReason> reasons() {
    return form.getAll("reason").stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(RatingReason::of)
        .toList();
  }

  private Instant endOf(String name) {
    return LocalDate.parse(text(name)).atTime(END_OF_WORK).atZone(zone).toInstant();
  }

  private Optional<Instant> until() {
    return field("until").map(value -> LocalDateTime.parse(value).atZone(zone).toInstant());
  }
}
