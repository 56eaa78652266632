package org.apricotdesk.desk.ticket.web;

import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.web.Speech;

/// A ticket as a row of a list.
///
/// @param place department and spot, as people know them
/// @param due when the running promise runs out
/// @param late whether it has run out
public record TicketLine(
    Ticket ticket, String place, Optional<String> assignee, Optional<Instant> due, boolean late) {

  /// The text for the status.
  ///
  /// @param own whether whoever reads it has reported it rather than works on it
  public String status(Speech speech, boolean own) {
    return worded(speech, own, "status." + ticket.status().code());
  }

  /// The text for the priority: a code for those who work with it, a word for everybody else.
  public String priority(Speech speech, boolean own) {
    var name = ticket.priority().name();
    return own ? speech.say("own.priority." + name) : name;
  }

  /// What is promised next and by when, or by when it should have been; empty if nothing is.
  public Optional<String> promise(Speech speech) {
    var key = late ? "due.late" : ticket.status().isUnclaimed() ? "due.response" : "due.restore";
    return due.map(instant -> speech.say(key, speech.time(instant)));
  }

  private static String worded(Speech speech, boolean own, String key) {
    return speech.say(own && speech.has("own." + key) ? "own." + key : key);
  }

  /// The stylesheet's class for the status.
  public String mark() {
    return switch (ticket.status()) {
      case NEW, ASSIGNED -> "wait";
      case IN_PROGRESS -> "run";
      case PENDING_USER, PENDING_VENDOR, PENDING_APPROVAL, SCHEDULED -> "wait";
      case RESOLVED -> "ok";
      case CLOSED, CANCELLED, MERGED, REDIRECTED -> "";
    };
  }
}
