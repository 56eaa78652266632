package org.apricotdesk.desk.answer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apricotdesk.desk.api.Answer;
import org.apricotdesk.desk.api.ApiPart;
import org.apricotdesk.desk.api.Call;
import org.apricotdesk.desk.api.Cursor;
import org.apricotdesk.desk.api.Operations;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.article.Article;
import org.apricotdesk.knowledge.article.ArticleId;
import org.apricotdesk.knowledge.article.ArticleState;
import org.apricotdesk.knowledge.article.Articles;
import org.apricotdesk.knowledge.article.Content;
import org.apricotdesk.knowledge.article.Outcome;
import org.apricotdesk.knowledge.article.Revision;
import org.apricotdesk.knowledge.feedback.Fared;

/// Articles for programs. Readers see what is published for their campus; who may write sees all.
public final class ArticleCalls implements ApiPart {
  static final Rule WRITERS =
      Rule.anyOf(
          Role.ENGINEER, Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  static final Rule PUBLISHERS = Rule.anyOf(Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);

  private final Knowledge knowledge;
  private final Articles articles;

  public ArticleCalls(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.articles = knowledge.articles();
  }

  @Override
  public String contract() {
    return "articles.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations
        .read("listArticles", "articles", Rule.signedIn(), this::list)
        .read("showArticle", "article {id}", Rule.signedIn(), this::show)
        .read("listRevisions", "article {id}", WRITERS, this::revisions)
        .write("draftArticle", WRITERS, this::draft)
        .write("reviseArticle", WRITERS, this::revise)
        .write(
            "publishArticle", PUBLISHERS, (tx, c) -> act(c, id -> articles.publish(tx, id, by(c))))
        .write("retireArticle", PUBLISHERS, (tx, c) -> act(c, id -> articles.retire(tx, id, by(c))))
        .write("judgeArticle", Rule.signedIn(), this::judge);
  }

  private Answer list(Call call) {
    int limit = call.limit();
    var after = call.cursor().orElse("");
    var state =
        WRITERS.allows(call.caller())
            ? call.query("state").map(ArticleState::of)
            : Optional.of(ArticleState.PUBLISHED);
    var seen = new ArrayList<Article>();
    while (seen.size() <= limit) {
      var page = page(state, after, limit + 1);
      page.stream().filter(one -> mayRead(call.caller(), one)).forEach(seen::add);
      if (page.size() <= limit) break;
      after = page.getLast().id().value();
    }
    return Answer.ok(Cursor.page(seen, limit, ArticleJson::of, one -> one.id().value()));
  }

  private List<Article> page(Optional<ArticleState> state, String after, int limit) {
    return state
        .map(one -> articles.page(one, after, limit))
        .orElseGet(() -> articles.page(after, limit));
  }

  private Answer show(Call call) {
    var found = readable(call);
    if (found.isEmpty()) return Answer.notFound();
    var out = ArticleJson.of(found.get());
    if (WRITERS.allows(call.caller())) {
      var id = found.get().id().value();
      var fared = knowledge.feedback().of(List.of(id)).getOrDefault(id, Fared.NONE);
      out.put("feedback", ArticleJson.of(fared));
    }
    return Answer.ok(out);
  }

  private Answer revisions(Call call) {
    var found = readable(call);
    if (found.isEmpty()) return Answer.notFound();
    var all = articles.revisions(found.get().id());
    var items = new JsonArray();
    for (int i = 0; i < all.size(); i++) {
      var before = i + 1 < all.size() ? Optional.of(all.get(i + 1)) : Optional.<Revision>empty();
      items.add(ArticleJson.of(all.get(i), before));
    }
    return Answer.ok(new JsonObject().put("items", items));
  }

  private Answer draft(SqlConnection tx, Call call) {
    try {
      var body = call.body();
      var content = ArticleJson.content(body, ArticleJson.blank(body.getString("title")));
      return Answer.created(ArticleJson.of(articles.draft(tx, content, by(call))));
    } catch (IllegalArgumentException wrong) {
      return Answer.invalid(String.valueOf(wrong.getMessage()));
    }
  }

  private Answer revise(SqlConnection tx, Call call) {
    var body = call.body();
    var before = readable(call);
    if (before.isEmpty()) return Answer.notFound();
    Content content;
    try {
      content = ArticleJson.content(body, before.get().content());
    } catch (IllegalArgumentException wrong) {
      return Answer.invalid(String.valueOf(wrong.getMessage()));
    }
    int read = body.getInteger("revision");
    return act(call, id -> articles.revise(tx, id, read, content, by(call)));
  }

  private Answer act(Call call, Function<ArticleId, Outcome> wish) {
    var found = readable(call);
    if (found.isEmpty()) return Answer.notFound();
    return switch (wish.apply(found.get().id())) {
      case Outcome.Done(var article) -> Answer.ok(ArticleJson.of(article));
      case Outcome.Unknown _ -> Answer.notFound();
      case Outcome.Outdated(var now) ->
          Answer.problem(409, "stale-revision", "The article has been changed since it was read.")
              .with("revision", now.revision());
      case Outcome.HoldsPatientData _ ->
          Answer.problem(409, "patient-data", "The text holds data of a patient.");
    };
  }

  private Answer judge(SqlConnection tx, Call call) {
    var found = readable(call).filter(one -> one.state() == ArticleState.PUBLISHED);
    if (found.isEmpty()) return Answer.notFound();
    var id = found.get().id();
    knowledge.feedback().readAndJudged(tx, id, by(call), call.body().getBoolean("helped"));
    return Answer.ok(new JsonObject().put("id", id.value()));
  }

  private Optional<Article> readable(Call call) {
    var id = call.path("id");
    if (!id.matches("[A-Za-z0-9_.-]{1,40}")) return Optional.empty();
    return articles.find(new ArticleId(id)).filter(one -> mayRead(call.caller(), one));
  }

  /// The rule for pages, answers and this API alike.
  static boolean mayRead(Person reader, Article article) {
    if (WRITERS.allows(reader)) return true;
    return article.state() == ArticleState.PUBLISHED
        && ArticleJson.isOf(article.content(), campuses(reader));
  }

  private static Set<CampusId> campuses(Person reader) {
    var out = new HashSet<>(reader.campusScope());
    out.add(reader.campus());
    return out;
  }

  private static String by(Call call) {
    return call.caller().id().value();
  }
}
