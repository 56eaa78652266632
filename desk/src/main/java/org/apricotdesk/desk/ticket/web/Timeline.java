package org.apricotdesk.desk.ticket.web;

import java.time.Instant;
import java.util.List;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.AttachmentId;
import org.apricotdesk.desk.ticket.TicketEvent;
import org.apricotdesk.desk.ticket.TicketEvent.What;
import org.apricotdesk.desk.web.Speech;

/// Tells a ticket's events as sentences (texts `timeline.*`) with people's own words below.
record Timeline(Speech speech, TicketLines names, Catalogue catalogue, Person viewer) {

  List<TimelineEntry> of(List<TicketEvent> events) {
    return events.stream().map(this::entry).toList();
  }

  private TimelineEntry entry(TicketEvent event) {
    var what = event.what();
    return new TimelineEntry(
        event.at(),
        speech.say("timeline." + what.type(), who(event.by()), object(what)),
        words(what),
        look(event),
        attachments(what));
  }

  private String who(PersonId by) {
    return by.equals(PersonId.SYSTEM) ? speech.say("timeline.desk") : names.name(by);
  }

  /// What the sentence is about, besides who did it.
  private String object(What what) {
    return switch (what) {
      case What.Assigned(var to) -> names.name(to);
      case What.Transferred(var _, var to, var team, var squad, var _) ->
          to.map(names::name).orElseGet(() -> names.pool(team, squad));
      case What.Released(var from, var _) -> names.name(from);
      case What.ClaimTimeout(var from) -> names.name(from);
      case What.OwnerDisabled(var from) -> names.name(from);
      case What.RequesterChanged(var _, var to) -> names.name(to);
      case What.Paused(var kind, var _, var _, var _, var _) -> say("pause." + kind.code());
      case What.Merged(var parent) -> "#" + parent.value();
      case What.Unmerged(var parent) -> "#" + parent.value();
      case What.Redirected(var department, var _) -> department;
      case What.PriorityChanged(var from, var to, var _) -> from + " → " + to;
      case What.CategoryChanged(var _, var to, var _, var _, var _) -> category(to);
      case What.Rated(var score, var _, var _, var _) -> "" + score;
      case What.Escalated(var _, var rung, var _) -> say("rung." + rung);
      case What.Cancelled(var reason, var _) -> say("cancel." + reason.code());
      case What.Nudged(var count) -> "" + count;
      case What.Linked(var other) -> "#" + other.value();
      case What.Unlinked(var other) -> "#" + other.value();
      case What.Lent(var asset, var dueBack, var _) -> spare(asset, dueBack);
      case What.LoanExtended(var asset, var dueBack) -> spare(asset, dueBack);
      case What.LoanDue(var asset, var dueBack) -> spare(asset, dueBack);
      case What.GivenBack(var asset, var _) -> asset;
      case What.Created _,
          What.Claimed _,
          What.Accepted _,
          What.Resumed _,
          What.Resolved _,
          What.AutoResolved _,
          What.Confirmed _,
          What.AutoClosed _,
          What.Reopened _,
          What.Noted _ ->
          "";
    };
  }

  private static String words(What what) {
    return switch (what) {
      case What.Created created -> created.description();
      case What.Noted(var text, var _, var _, var _) -> text;
      case What.Paused(var _, var text, var _, var _, var _) -> text;
      case What.Resolved(var solution, var _) -> solution;
      case What.Reopened(var text) -> text;
      case What.Cancelled(var _, var text) -> text;
      case What.Redirected(var _, var text) -> text;
      case What.Released(var _, var reason) -> reason;
      case What.Transferred(var _, var _, var _, var _, var reason) -> reason;
      case What.PriorityChanged(var _, var _, var reason) -> reason;
      case What.Rated(var _, var _, var comment, var _) -> comment;
      case What.Lent(var _, var _, var text) -> text;
      case What.GivenBack(var _, var text) -> text;
      case What.Assigned _,
          What.Claimed _,
          What.Accepted _,
          What.ClaimTimeout _,
          What.Resumed _,
          What.AutoResolved _,
          What.Confirmed _,
          What.AutoClosed _,
          What.Merged _,
          What.Unmerged _,
          What.Nudged _,
          What.CategoryChanged _,
          What.Escalated _,
          What.OwnerDisabled _,
          What.RequesterChanged _,
          What.Linked _,
          What.Unlinked _,
          What.LoanExtended _,
          What.LoanDue _ ->
          "";
    };
  }

  private String spare(String asset, Instant dueBack) {
    return speech.say("timeline.spare", asset, speech.time(dueBack));
  }

  private String look(TicketEvent event) {
    if (event.isInternal()) return "bubble internal";
    return event.by().equals(viewer.id()) ? "bubble mine" : "bubble";
  }

  private static List<AttachmentId> attachments(What what) {
    return switch (what) {
      case What.Created created -> created.attachments();
      case What.Noted(var _, var _, var _, var attachments) -> attachments;
      default -> List.of();
    };
  }

  private String category(CategoryCode code) {
    return catalogue.name(code).orElse(code.value());
  }

  private String say(String key) {
    return speech.has(key) ? speech.say(key) : key.substring(key.indexOf('.') + 1);
  }
}
