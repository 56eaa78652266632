package org.apricotdesk.desk.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.wording.Phrasebook;

/// Adds the console's pages to the table of routes.
public final class ConsolePages {
  private final DirectoryPages directory;
  private final ShiftPages shifts;
  private final TokensPages tokens;
  private final BoardPages board;
  private final DutyPages duty;
  private final AuditPages audit;
  private final ExchangePages exchange;
  private final PostersPages posters;
  private final LedgerPages ledger;
  private final SparePages spares;
  private final TargetPages targets;
  private final List<Consumer<RouteTable>> more = new ArrayList<>();

  public ConsolePages(Desk desk, Pages pages, Clock clock) {
    var own = pages.of(ConsolePages.class);
    this.directory = new DirectoryPages(desk, own, clock);
    this.shifts = new ShiftPages(desk, own, clock);
    this.tokens = new TokensPages(desk, own);
    this.board = new BoardPages(desk, own, clock);
    this.duty = new DutyPages(desk, own, clock);
    this.audit = new AuditPages(desk, own);
    this.posters = new PostersPages(desk, own);
    var tables = new Exports(desk, clock);
    this.ledger = new LedgerPages(desk, own, tables);
    this.spares = new SparePages(desk, own);
    this.targets = new TargetPages(desk, own, clock);
    this.exchange = new ExchangePages(desk, own, tables);
  }

  /// With what only the running product knows: how the bot understands and
  /// speaks, and how everything stands.
  public ConsolePages(
      Desk desk,
      Pages pages,
      Clock clock,
      Rehearsal rehearsal,
      Upkeep upkeep,
      Phrasebook phrasebook) {
    this(desk, pages, clock);
    var own = pages.of(ConsolePages.class);
    more.add(new WordingPages(desk.wordings(), phrasebook, own)::addTo);
    more.add(new WhatIfPages(desk, own, rehearsal)::addTo);
    more.add(new HealthPages(desk, own, upkeep)::addTo);
  }

  public void addTo(RouteTable routes) {
    directory.addTo(routes);
    shifts.addTo(routes);
    tokens.addTo(routes);
    board.addTo(routes);
    duty.addTo(routes);
    audit.addTo(routes);
    exchange.addTo(routes);
    posters.addTo(routes);
    ledger.addTo(routes);
    spares.addTo(routes);
    targets.addTo(routes);
    more.forEach(part -> part.accept(routes));
  }
}
