package org.apricotdesk.bot.notice;

import io.vertx.sqlclient.SqlConnection;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.ShownCards;
import org.apricotdesk.bot.dialogue.Cards;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.Listener;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.PauseKind;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketEvent;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// Hears of each event of a ticket and leaves what is to be told about it, to the reporter and to
/// those who work on it. What is told follows from how the ticket stands now, so news that has been
/// overtaken is never told as if it were fresh.
public final class Notices implements Listener {
  private final TicketDesk desk;
  private final Deliveries deliveries;
  private final ShownCards shown;
  private final Cards cards;
  private final ReporterNews reporter;
  private final DeskNews news;

  public Notices(
      TicketDesk desk,
      Deliveries deliveries,
      ShownCards shown,
      Cards cards,
      ReporterNews reporter,
      DeskNews news) {
    this.desk = desk;
    this.deliveries = deliveries;
    this.shown = shown;
    this.cards = cards;
    this.reporter = reporter;
    this.news = news;
  }

  @Override
  public void on(SqlConnection tx, Event event) {
    var happened = TicketEvent.of(event);
    if (tellsNobody(happened.what())) {
      return;
    }
    var ticket = desk.find(tx, happened.ticket());
    if (ticket.isEmpty()) {
      return;
    }
    var id = String.valueOf(event.position());
    var telling = new Telling(tx, ticket.get(), id, happened.at(), deliveries, shown, cards);
    tell(telling, happened);
    telling.send();
  }

  /// Known without a look at the ticket; so it is with most that is recorded.
  private static boolean tellsNobody(What what) {
    return switch (what) {
      case What.Created created -> ReporterNews.wereAnswered(created.source());
      case What.CategoryChanged _, What.Unmerged _, What.RequesterChanged _ -> true;
      default -> false;
    };
  }

  private void tell(Telling to, TicketEvent happened) {
    switch (happened.what()) {
      case What.Created _ -> reporter.registered(to, happened.by());
      case What.Escalated escalated -> news.asked(to, escalated);
      case What.Assigned(var whom) -> news.assigned(to, whom);
      case What.Claimed(), What.Accepted() -> {
        news.taken(to, happened.by());
        reporter.taken(to);
      }
      case What.Released(var from, _) -> released(to, from);
      case What.ClaimTimeout(var from) -> released(to, from);
      case What.OwnerDisabled(var from) -> released(to, from);
      case What.Transferred(_, var next, _, _, var reason) -> {
        news.handedOver(to, next, reason);
        reporter.handedOver(to, next);
      }
      case What.Paused(var kind, var text, _, _, _) -> paused(to, happened, kind, text);
      case What.Resumed _ -> {
        news.resumed(to, happened.by());
        reporter.resumed(to);
      }
      case What.Resolved _, What.AutoResolved() -> {
        news.over(to);
        reporter.solved(to);
      }
      case What.Confirmed() -> {
        news.confirmed(to);
        reporter.confirmed(to);
      }
      case What.AutoClosed() -> news.over(to);
      case What.Reopened(var text) -> {
        news.reopened(to, text);
        reporter.reopened(to);
      }
      case What.Cancelled(_, var text) -> {
        news.calledOff(to, happened.by(), text);
        reporter.calledOff(to, happened.by(), text);
      }
      case What.Merged(var parent) -> {
        news.over(to);
        reporter.merged(to, parent);
      }
      case What.Redirected(var department, var text) -> reporter.redirected(to, department, text);
      case What.Noted(var text, var internal, var _, var pictures) ->
          noted(to, happened, text, internal, pictures.size());
      case What.Nudged(var count) -> news.nudged(to, count);
      case What.PriorityChanged changed -> news.priorityChanged(to, happened.by(), changed);
      case What.Rated(var score, var reasons, _, _) -> {
        news.rated(to, score, reasons);
        reporter.rated(to);
      }
      case What.Lent(var asset, var dueBack, _) -> {
        reporter.lent(to, asset, dueBack);
        news.lent(to, asset);
      }
      case What.LoanExtended(var asset, var dueBack) -> reporter.lent(to, asset, dueBack);
      case What.GivenBack(var asset, _) -> reporter.gaveBack(to, asset);
      case What.LoanDue(var asset, var dueBack) -> {
        reporter.loanDue(to, asset, dueBack);
        news.loanDue(to, asset, dueBack);
      }
      case What.CategoryChanged _,
          What.Unmerged _,
          What.RequesterChanged _,
          What.Linked _,
          What.Unlinked _ -> {}
    }
  }

  private void released(Telling to, PersonId from) {
    news.released(to, from);
    reporter.released(to);
  }

  private void paused(Telling to, TicketEvent happened, PauseKind kind, String text) {
    if (kind == PauseKind.PENDING_USER) {
      reporter.asked(to, happened.by(), text);
    } else {
      reporter.paused(to);
    }
    news.paused(to);
  }

  private void noted(
      Telling to, TicketEvent happened, String text, boolean internal, int pictures) {
    if (internal) {
      return;
    }
    var fromReporter = happened.by().equals(to.ticket().requester());
    if (fromReporter) {
      news.said(to, happened.by(), text, pictures);
    } else {
      reporter.said(to, happened.by(), text, pictures);
    }
  }
}
