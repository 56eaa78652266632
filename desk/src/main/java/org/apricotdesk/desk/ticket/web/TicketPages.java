package org.apricotdesk.desk.ticket.web;

import java.time.Clock;
import java.time.ZoneId;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;

/// Adds all ticket pages to the table of routes.
public final class TicketPages {
  private final StaffPages staff;
  private final QueuePages queue;
  private final SearchPages search;
  private final TicketPageHandler ticket;
  private final MediaPages media;
  private final Live live;
  private final ExportPages export;

  public TicketPages(Desk desk, Pages pages, ReportReader reader, ZoneId zone, Clock clock) {
    var own = pages.of(TicketPages.class, TicketDesk.class);
    var lines = new TicketLines(desk.people(), clock);
    this.staff = new StaffPages(desk, own, lines, reader);
    this.queue = new QueuePages(desk, own, lines, zone, clock);
    this.search = new SearchPages(desk, own, lines);
    this.ticket = new TicketPageHandler(desk, own, lines, zone);
    this.media = new MediaPages(desk);
    this.live = new Live(desk);
    this.export = new ExportPages(desk, own, zone);
  }

  public void addTo(RouteTable routes) {
    staff.addTo(routes);
    queue.addTo(routes);
    search.addTo(routes);
    ticket.addTo(routes);
    media.addTo(routes);
    live.addTo(routes);
    export.addTo(routes);
  }
}
