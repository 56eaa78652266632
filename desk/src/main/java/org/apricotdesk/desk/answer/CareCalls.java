package org.apricotdesk.desk.answer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.apricotdesk.desk.api.Answer;
import org.apricotdesk.desk.api.ApiPart;
import org.apricotdesk.desk.api.Call;
import org.apricotdesk.desk.api.Operations;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.gap.Gap;

/// Synonyms, gaps and articles that do not help, for programs.
public final class CareCalls implements ApiPart {
  private static final Rule LEADS =
      Rule.anyOf(Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);

  private final Knowledge knowledge;

  public CareCalls(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public String contract() {
    return "care.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations
        .read("listSynonyms", "synonyms", LEADS, this::synonyms)
        .write("addSynonyms", LEADS, this::add)
        .write("removeSynonyms", LEADS, this::remove)
        .read("listGaps", "gaps", ArticleCalls.WRITERS, this::gaps);
  }

  private Answer synonyms(Call call) {
    var items = new JsonArray();
    knowledge.synonyms().all().forEach((number, words) -> items.add(json(number, words)));
    return Answer.ok(new JsonObject().put("items", items));
  }

  private Answer add(SqlConnection tx, Call call) {
    var words = call.body().getJsonArray("words").stream().map(Object::toString).toList();
    try {
      return Answer.created(json(knowledge.synonyms().add(tx, words), words));
    } catch (IllegalArgumentException wrong) {
      return Answer.invalid("words: " + wrong.getMessage());
    }
  }

  private Answer remove(SqlConnection tx, Call call) {
    var number = call.path("number");
    boolean removed =
        number.matches("\\d{1,18}") && knowledge.synonyms().remove(tx, Long.parseLong(number));
    return removed
        ? Answer.ok(new JsonObject().put("number", Long.parseLong(number)))
        : Answer.notFound();
  }

  private Answer gaps(Call call) {
    var items = new JsonArray();
    knowledge.gaps().latest().stream().map(CareCalls::json).forEach(items::add);
    var flagged = new JsonArray();
    knowledge.feedback().flagged().forEach(id -> flagged.add(id.value()));
    return Answer.ok(new JsonObject().put("items", items).put("needRewriting", flagged));
  }

  private static JsonObject json(Gap gap) {
    return new JsonObject()
        .put("count", gap.questions().size())
        .put("questions", ArticleJson.array(gap.questions().stream().limit(20).toList()));
  }

  private static JsonObject json(long number, List<String> words) {
    return new JsonObject().put("number", number).put("words", ArticleJson.array(words));
  }
}
