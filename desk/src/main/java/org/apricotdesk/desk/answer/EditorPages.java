package org.apricotdesk.desk.answer;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.answer.EditorPage.Option;
import org.apricotdesk.desk.answer.ReaderPages.ArticleIds;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Download;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.article.Article;
import org.apricotdesk.knowledge.article.ArticleExport;
import org.apricotdesk.knowledge.article.ArticleState;
import org.apricotdesk.knowledge.article.Content;
import org.apricotdesk.knowledge.article.Outcome;
import org.apricotdesk.knowledge.article.Revision;

/// Where engineers write articles and leads publish them.
final class EditorPages {
  static final Rule WRITERS =
      Rule.anyOf(
          Role.ENGINEER, Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final Rule PUBLISHERS =
      Rule.anyOf(Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final int PAGE = 50;

  private final Desk desk;
  private final Knowledge knowledge;
  private final Pages pages;

  EditorPages(Desk desk, Knowledge knowledge, Pages pages) {
    this.desk = desk;
    this.knowledge = knowledge;
    this.pages = pages;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/admin/articles", WRITERS, this::list)
        .get("/admin/articles/export.zip", WRITERS, this::export)
        .get("/admin/articles/new", WRITERS, this::fresh)
        .get("/admin/articles/:id", WRITERS, this::edit)
        .post("/admin/articles", WRITERS, this::draft)
        .post("/admin/articles/:id", WRITERS, this::revise)
        .post(
            "/admin/articles/:id/publish",
            PUBLISHERS,
            c -> act(c, id -> knowledge.articles().publish(id, who(c))))
        .post(
            "/admin/articles/:id/retire",
            PUBLISHERS,
            c -> act(c, id -> knowledge.articles().retire(id, who(c))));
  }

  private void list(RoutingContext context) {
    var words = asked(context, "q");
    var state = state(asked(context, "state"));
    var page = knowledge.articles().titled(words, state, asked(context, "after"), PAGE + 1);
    var next =
        page.size() > PAGE
            ? Optional.of(page.get(PAGE - 1).id().value())
            : Optional.<String>empty();
    var shown = page.subList(0, Math.min(PAGE, page.size()));
    var total = knowledge.articles().countTitled(words, state);
    var list = new ArticlesPage(words, state.map(ArticleState::code), shown, total, next);
    pages.showIn(context, "articles", "answer/articles", list);
  }

  private static Optional<ArticleState> state(String code) {
    return Arrays.stream(ArticleState.values()).filter(one -> one.code().equals(code)).findFirst();
  }

  private static String asked(RoutingContext context, String name) {
    return Optional.ofNullable(context.queryParams().get(name)).orElse("").strip();
  }

  /// A question nobody could answer leads here, to be the title.
  private void fresh(RoutingContext context) {
    show(context, 200, Optional.empty(), Typed.of(context.queryParams()), Optional.empty());
  }

  /// The published articles as Markdown files that can be imported again.
  private void export(RoutingContext context) {
    try (var out = Download.open(context, "application/zip", "articles.zip")) {
      new ArticleExport(knowledge.articles()).zip(out);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot send the articles", failure);
    }
  }

  private void edit(RoutingContext context) {
    ArticleIds.of(context)
        .flatMap(knowledge.articles()::find)
        .ifPresentOrElse(
            article -> show(context, 200, article, Optional.empty()), () -> context.fail(404));
  }

  private void draft(RoutingContext context) {
    var content = content(sent(context), Content.of("-", ""));
    if (content.isEmpty()) {
      show(context, 400, Optional.empty(), sent(context), Optional.of("article.malformed"));
    } else {
      pages.done(context, path(knowledge.articles().draft(content.get(), who(context))));
    }
  }

  private void revise(RoutingContext context) {
    var before = found(context);
    var content = before.flatMap(one -> content(sent(context), one.content()));
    if (before.isEmpty()) {
      context.fail(404);
    } else if (content.isEmpty()) {
      show(context, 400, before, sent(context), Optional.of("article.malformed"));
    } else {
      int read = revision(context.request().formAttributes(), before.get().revision());
      act(context, id -> knowledge.articles().revise(id, read, content.get(), who(context)));
    }
  }

  private void act(
      RoutingContext context,
      java.util.function.Function<org.apricotdesk.knowledge.article.ArticleId, Outcome> wish) {
    var outcome = ArticleIds.of(context).map(wish);
    switch (outcome.orElse(null)) {
      case null -> context.fail(404);
      case Outcome.Unknown _ -> context.fail(404);
      case Outcome.Outdated(var now) ->
          show(context, 409, Optional.of(now), sent(context), Optional.of("article.outdated"));
      case Outcome.Done(var article) -> pages.done(context, path(article));
      case Outcome.HoldsPatientData _ ->
          found(context)
              .ifPresentOrElse(
                  one -> show(context, 409, one, Optional.of("article.patient-data")),
                  () -> context.fail(404));
    }
  }

  private Optional<Article> found(RoutingContext context) {
    return ArticleIds.of(context).flatMap(knowledge.articles()::find);
  }

  private static Typed sent(RoutingContext context) {
    return Typed.of(context.request().formAttributes());
  }

  private void show(RoutingContext context, int status, Article article, Optional<String> problem) {
    show(context, status, Optional.of(article), Typed.of(article.content()), problem);
  }

  private void show(
      RoutingContext context,
      int status,
      Optional<Article> article,
      Typed typed,
      Optional<String> problem) {
    pages.backTo(context, "/admin/articles");
    var revisions = article.map(one -> knowledge.articles().revisions(one.id())).orElse(List.of());
    var page =
        new EditorPage(
            article.map(a -> a.id().value()),
            article.map(a -> a.state().code()).orElse(""),
            article.map(Article::revision).orElse(0),
            typed,
            revisions,
            writers(revisions),
            choices(typed),
            problem);
    pages.showIn(context, status, "articles", "answer/editor", page);
  }

  private Map<String, String> writers(List<Revision> revisions) {
    return revisions.stream()
        .map(Revision::actor)
        .distinct()
        .flatMap(actor -> desk.people().find(new PersonId(actor)).stream())
        .collect(Collectors.toMap(person -> person.id().value(), Person::name));
  }

  private EditorPage.Choices choices(Typed typed) {
    var people = desk.people();
    var categories =
        desk.catalogue().leaves().stream().map(one -> new Option(one.code().value(), one.path()));
    var campuses = people.campuses().stream().map(one -> new Option(one.id().value(), one.name()));
    var owners =
        Stream.of(Role.ENGINEER, Role.DISPATCHER, Role.TEAM_LEAD)
            .flatMap(role -> people.having(role).stream())
            .distinct()
            .sorted(Comparator.comparing(Person::name))
            .map(one -> new Option(one.id().value(), one.name()));
    return new EditorPage.Choices(
        keeping(typed.category(), categories),
        keeping(typed.campus(), campuses),
        keeping(typed.owner(), owners));
  }

  /// What an article has can be kept though it is offered no more, such as a retired category.
  private static List<Option> keeping(String now, Stream<Option> offered) {
    var options = new ArrayList<>(offered.toList());
    if (!now.isEmpty() && options.stream().noneMatch(one -> one.value().equals(now)))
      options.addFirst(new Option(now, now));
    return options;
  }

  /// What people read for a code of the catalogue; an unknown one is kept as it is.
  private String categoryName(String code, Content before) {
    if (code.equals(before.category())) return before.categoryName();
    return desk.catalogue().leaves().stream()
        .filter(category -> category.code().value().equals(code))
        .map(Category::path)
        .findFirst()
        .orElse("");
  }

  private Optional<Content> content(Typed typed, Content before) {
    try {
      var review = typed.reviewOn();
      return Optional.of(
          new Content(
              typed.title(),
              typed.symptoms(),
              typed.cause(),
              typed.steps().lines().map(String::strip).filter(s -> !s.isEmpty()).toList(),
              typed.unresolved(),
              typed.category(),
              categoryName(typed.category(), before),
              words(typed.systems()),
              words(typed.tags()),
              words(typed.audience()),
              typed.campus(),
              typed.owner(),
              Optional.empty(),
              review.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(review))));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /// The revision the form was filled from.
  private static int revision(MultiMap form, int now) {
    var typed = Optional.ofNullable(form.get("revision")).orElse("");
    return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : now;
  }

  private static List<String> words(String typed) {
    return Arrays.stream(typed.split("[,，、\\s]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String who(RoutingContext context) {
    return Web.caller(context).id().value();
  }

  private static String path(Article article) {
    return "/admin/articles/" + article.id().value();
  }
}
