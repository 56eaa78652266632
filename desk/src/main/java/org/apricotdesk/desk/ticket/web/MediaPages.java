package org.apricotdesk.desk.ticket.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.AttachmentId;
import org.apricotdesk.desk.ticket.Media;
import org.apricotdesk.desk.ticket.TicketEvent;
import org.apricotdesk.desk.ticket.TicketEvent.What;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// The pictures and files of a ticket, for whoever may read the ticket they hang on.
final class MediaPages {
  private static final String SANDBOX = "default-src 'none'; sandbox";

  private final Desk desk;

  MediaPages(Desk desk) {
    this.desk = desk;
  }

  void addTo(RouteTable routes) {
    routes.get("/tickets/:number/media/:id", Rule.signedIn(), this::send);
  }

  private void send(RoutingContext context) {
    var item = item(context);
    if (item.isEmpty()) {
      context.fail(404);
      return;
    }
    var type = item.get().type().mime();
    var shown = type.startsWith("image/") ? "inline" : "attachment";
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader("content-security-policy", SANDBOX)
        .putHeader("content-disposition", shown)
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
        .sendFile(item.get().file().toString());
  }

  private Optional<Media.Item> item(RoutingContext context) {
    var number = context.pathParam("number");
    var id = context.pathParam("id");
    if (!number.matches("[1-9]\\d{0,17}") || !id.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    var attachment = new AttachmentId(id);
    return hangsOn(Web.caller(context), new TicketNumber(Long.parseLong(number)), attachment)
        ? desk.media().find(attachment)
        : Optional.empty();
  }

  private boolean hangsOn(Person caller, TicketNumber number, AttachmentId attachment) {
    return desk.tickets()
        .find(caller, number)
        .map(ticket -> desk.tickets().history(caller, ticket))
        .filter(events -> events.stream().anyMatch(event -> has(event, attachment)))
        .isPresent();
  }

  private static boolean has(TicketEvent event, AttachmentId attachment) {
    return switch (event.what()) {
      case What.Created created -> created.attachments().contains(attachment);
      case What.Noted(var _, var _, var _, var attachments) -> attachments.contains(attachment);
      default -> false;
    };
  }
}
