package org.apricotdesk.desk.answer;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.ticket.web.TicketPages;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Web;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.article.Article;
import org.apricotdesk.knowledge.article.ArticleId;

/// One tap turns a solved ticket into the draft of an article. A second tap opens the same draft.
final class LessonPages {
  private static final Texts TEXTS = Texts.of(TicketPages.class);

  private final Desk desk;
  private final Knowledge knowledge;
  private final Pages pages;

  LessonPages(Desk desk, Knowledge knowledge, Pages pages) {
    this.desk = desk;
    this.knowledge = knowledge;
    this.pages = pages;
  }

  void addTo(RouteTable routes) {
    routes.post("/tickets/:number/article", ArticleCalls.WRITERS, this::write);
  }

  private void write(RoutingContext context) {
    ticket(context)
        .flatMap(ticket -> article(context, ticket))
        .ifPresentOrElse(
            article -> pages.done(context, "/admin/articles/" + article.id().value()),
            () -> context.fail(404));
  }

  private Optional<Ticket> ticket(RoutingContext context) {
    var number = context.pathParam("number");
    if (!number.matches("[1-9]\\d{0,17}")) return Optional.empty();
    var caller = Web.caller(context);
    return desk.tickets().find(caller, new TicketNumber(Long.parseLong(number)));
  }

  private Optional<Article> article(RoutingContext context, Ticket ticket) {
    var id = new ArticleId("KB-T" + ticket.number().value());
    var there = knowledge.articles().find(id);
    if (there.isPresent()) return there;
    var writer = Web.caller(context).id().value();
    var locale = pages.speech(context).locale();
    var lesson =
        new Lesson(
            new Masker(desk.people()::isStaffName),
            desk.catalogue()::find,
            cause -> TEXTS.say(locale, "cause." + cause.code()));
    return lesson
        .of(ticket, writer)
        .map(content -> knowledge.articles().draft(id, content, writer));
  }
}
