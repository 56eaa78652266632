package org.apricotdesk.desk.console;

import java.time.Clock;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;

/// Adds the console's pages to the table of routes.
public final class ConsolePages {
  private final DirectoryPages directory;
  private final ShiftPages shifts;
  private final TokensPages tokens;
  private final BoardPages board;
  private final DutyPages duty;
  private final AuditPages audit;
  private final ExchangePages exchange;

  public ConsolePages(Desk desk, Pages pages, Clock clock) {
    var own = pages.of(ConsolePages.class);
    this.directory = new DirectoryPages(desk, own, clock);
    this.shifts = new ShiftPages(desk, own, clock);
    this.tokens = new TokensPages(desk, own);
    this.board = new BoardPages(desk, own, clock);
    this.duty = new DutyPages(desk, own, clock);
    this.audit = new AuditPages(desk, own);
    this.exchange = new ExchangePages(desk, own, new Exports(desk, clock));
  }

  public void addTo(RouteTable routes) {
    directory.addTo(routes);
    shifts.addTo(routes);
    tokens.addTo(routes);
    board.addTo(routes);
    duty.addTo(routes);
    audit.addTo(routes);
    exchange.addTo(routes);
  }
}
