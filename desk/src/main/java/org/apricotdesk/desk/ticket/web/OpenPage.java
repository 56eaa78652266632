package org.apricotdesk.desk.ticket.web;

import io.vertx.core.http.HttpServerResponse;
import java.util.function.BooleanSupplier;
import org.apricotdesk.desk.staff.PersonId;

/// A page somebody has open, and the line to it.
record OpenPage(PersonId person, HttpServerResponse response, BooleanSupplier signedIn) {

  /// Names what has changed. A line that is stuffed is told nothing more: its page asks every
  /// minute in any case.
  void tell(String... names) {
    if (response.ended() || response.closed() || response.writeQueueFull()) return;
    var text = new StringBuilder();
    for (var name : names) text.append("event: ").append(name).append("\ndata:\n\n");
    response.write(text.toString());
  }

  boolean isSignedIn() {
    return signedIn.getAsBoolean();
  }

  void pulse() {
    if (!response.ended() && !response.closed()) response.write(":\n\n");
  }

  void end() {
    if (!response.ended() && !response.closed()) response.end();
  }
}
