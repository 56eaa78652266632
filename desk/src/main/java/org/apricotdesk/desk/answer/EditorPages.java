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
import java.util.Optional;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.answer.EditorPage.Option;
import org.apricotdesk.desk.answer.ReaderPages.ArticleIds;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Download;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.article.Article;
import org.apricotdesk.knowledge.article.ArticleExport;
import org.apricotdesk.knowledge.article.Content;
import org.apricotdesk.knowledge.article.Outcome;

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
        .get("/admin/articles/new", WRITERS, c -> show(c, 200, Optional.empty(), Optional.empty()))
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
    var after = Optional.ofNullable(context.request().getParam("after")).orElse("");
    var page = knowledge.articles().page(after, PAGE + 1);
    var next =
        page.size() > PAGE
            ? Optional.of(page.get(PAGE - 1).id().value())
            : Optional.<String>empty();
    var shown = page.subList(0, Math.min(PAGE, page.size()));
    pages.showIn(context, "articles", "answer/articles", new SearchPage("", shown, next));
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
            article -> show(context, 200, Optional.of(article), Optional.empty()),
            () -> context.fail(404));
  }

  private void draft(RoutingContext context) {
    var content = content(context.request().formAttributes(), Content.of("-", ""));
    if (content.isEmpty()) {
      show(context, 400, Optional.empty(), Optional.of("article.malformed"));
    } else {
      pages.done(context, path(knowledge.articles().draft(content.get(), who(context))));
    }
  }

  private void revise(RoutingContext context) {
    var before = found(context);
    var content = before.flatMap(one -> content(context.request().formAttributes(), one.content()));
    if (before.isEmpty()) {
      context.fail(404);
    } else if (content.isEmpty()) {
      show(context, 400, before, Optional.of("article.malformed"));
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
          show(context, 409, Optional.of(now), Optional.of("article.outdated"));
      case Outcome.Done(var article) -> pages.done(context, path(article));
      case Outcome.HoldsPatientData _ ->
          show(context, 409, found(context), Optional.of("article.patient-data"));
    }
  }

  private Optional<Article> found(RoutingContext context) {
    return ArticleIds.of(context).flatMap(knowledge.articles()::find);
  }

  private void show(
      RoutingContext context, int status, Optional<Article> article, Optional<String> problem) {
    pages.backTo(context, "/admin/articles");
    var page =
        new EditorPage(
            article.map(a -> a.id().value()),
            article.map(a -> a.state().code()).orElse(""),
            article.map(Article::revision).orElse(0),
            article.map(Article::content),
            article.map(a -> knowledge.articles().revisions(a.id())).orElse(List.of()),
            choices(article.map(Article::content)),
            problem);
    pages.showIn(context, status, "articles", "answer/editor", page);
  }

  private EditorPage.Choices choices(Optional<Content> content) {
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
        keeping(content.map(Content::category), categories),
        keeping(content.map(Content::campus), campuses),
        keeping(content.map(Content::owner), owners));
  }

  /// What an article has can be kept though it is offered no more, such as a retired category.
  private static List<Option> keeping(Optional<String> now, Stream<Option> offered) {
    var options = new ArrayList<>(offered.toList());
    now.filter(value -> !value.isEmpty())
        .filter(value -> options.stream().noneMatch(one -> one.value().equals(value)))
        .ifPresent(value -> options.addFirst(new Option(value, value)));
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

  private Optional<Content> content(MultiMap form, Content before) {
    try {
      var review = text(form, "reviewOn");
      var category = text(form, "category");
      return Optional.of(
          new Content(
              text(form, "title"),
              text(form, "symptoms"),
              text(form, "cause"),
              text(form, "steps").lines().map(String::strip).filter(s -> !s.isEmpty()).toList(),
              text(form, "unresolved"),
              category,
              categoryName(category, before),
              words(text(form, "systems")),
              words(text(form, "tags")),
              words(text(form, "audience")),
              text(form, "campus"),
              text(form, "owner"),
              Optional.empty(),
              review.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(review))));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /// The revision the form was filled from.
  private static int revision(MultiMap form, int now) {
    var typed = text(form, "revision");
    return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : now;
  }

  private static List<String> words(String typed) {
    return Arrays.stream(typed.split("[,，、\\s]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String text(MultiMap form, String name) {
    return Optional.ofNullable(form.get(name)).orElse("").strip();
  }

  private static String who(RoutingContext context) {
    return Web.caller(context).id().value();
  }

  private static String path(Article article) {
    return "/admin/articles/" + article.id().value();
  }
}
