package org.apricotdesk.desk.answer;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;
import org.apricotdesk.knowledge.Hit;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.answer.Band;
import org.apricotdesk.knowledge.article.Article;
import org.apricotdesk.knowledge.article.ArticleId;
import org.apricotdesk.knowledge.article.ArticleState;

/// Looking things up: search with suggestions, an article, and whether it helped.
final class ReaderPages {
  private static final int PAGE = 30;
  private static final int FOUND = 10;
  private static final int LONGEST_QUESTION = 200;

  private final Knowledge knowledge;
  private final Pages pages;

  ReaderPages(Knowledge knowledge, Pages pages) {
    this.knowledge = knowledge;
    this.pages = pages;
  }

  void addTo(RouteTable routes) {
    routes
        .get(
            "/knowledge",
            Rule.signedIn(),
            c -> pages.showIn(c, "knowledge", "answer/search", search(c)))
        .get("/knowledge/found", Rule.signedIn(), c -> pages.showPart(c, "answer/found", search(c)))
        .get("/knowledge/:id", Rule.signedIn(), c -> read(c, false))
        .post("/knowledge/:id/helped", Rule.signedIn(), c -> judge(c, true))
        .post("/knowledge/:id/useless", Rule.signedIn(), c -> judge(c, false));
  }

  private SearchPage search(RoutingContext context) {
    var words = words(context);
    var after = Optional.ofNullable(context.request().getParam("after"));
    if (words.isEmpty()) return all(Web.caller(context), after);
    var reply = knowledge.ask(words);
    var found =
        reply.hits().stream()
            .map(Hit::article)
            .filter(article -> ArticleCalls.mayRead(Web.caller(context), article))
            .limit(FOUND)
            .toList();
    return new SearchPage(words, found, reply.band() != Band.NONE, Optional.empty());
  }

  private static String words(RoutingContext context) {
    var typed = Optional.ofNullable(context.request().getParam("q")).orElse("").strip();
    return typed.substring(0, Math.min(typed.length(), LONGEST_QUESTION));
  }

  private SearchPage all(Person reader, Optional<String> after) {
    var page = knowledge.articles().page(ArticleState.PUBLISHED, after.orElse(""), PAGE + 1);
    var next =
        page.size() > PAGE
            ? Optional.of(page.get(PAGE - 1).id().value())
            : Optional.<String>empty();
    return new SearchPage("", shown(reader, page), true, next);
  }

  private static List<Article> shown(Person reader, List<Article> page) {
    return page.stream()
        .limit(PAGE)
        .filter(article -> ArticleCalls.mayRead(reader, article))
        .toList();
  }

  private void read(RoutingContext context, boolean judged) {
    article(context)
        .ifPresentOrElse(
            article -> {
              if (!judged) knowledge.feedback().shown(article.id(), reader(context));
              var words = words(context);
              pages.backTo(
                  context, words.isEmpty() ? "/knowledge" : "/knowledge?q=" + Web.encoded(words));
              var page =
                  new ArticlePage(
                      article, words, judged, EditorPages.WRITERS.allows(Web.caller(context)));
              pages.show(context, 200, "answer/article", page, article.content().title());
            },
            () -> context.fail(404));
  }

  private void judge(RoutingContext context, boolean helped) {
    var article = article(context);
    if (article.isEmpty()) {
      context.fail(404);
    } else {
      knowledge.feedback().judged(article.get().id(), reader(context), helped);
      read(context, true);
    }
  }

  private Optional<Article> article(RoutingContext context) {
    return ArticleIds.of(context)
        .flatMap(knowledge.articles()::find)
        .filter(article -> article.state() == ArticleState.PUBLISHED)
        .filter(article -> ArticleCalls.mayRead(Web.caller(context), article));
  }

  private static String reader(RoutingContext context) {
    return Web.caller(context).id().value();
  }

  /// Reads article numbers out of paths.
  static final class ArticleIds {
    private ArticleIds() {}

    static Optional<ArticleId> of(RoutingContext context) {
      return Optional.of(context.pathParam("id"))
          .filter(id -> id.matches("[A-Za-z0-9_.-]{1,40}"))
          .map(ArticleId::new);
    }
  }
}
