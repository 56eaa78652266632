package org.apricotdesk.desk.answer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.apricotdesk.desk.api.Answer;
import org.apricotdesk.desk.api.ApiPart;
import org.apricotdesk.desk.api.Call;
import org.apricotdesk.desk.api.Operations;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.knowledge.Hit;
import org.apricotdesk.knowledge.Knowledge;

/// What the knowledge base has to say to a question, as far as the asker may read it.
public final class AnswerCalls implements ApiPart {
  private final Knowledge knowledge;
  private final Masker masker;

  public AnswerCalls(Knowledge knowledge, People people) {
    this.knowledge = knowledge;
    this.masker = new Masker(people::isStaffName);
  }

  @Override
  public String contract() {
    return "answers.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations.read("answer", "answers", Rule.signedIn(), this::answer);
  }

  /// Patient data in the question is hidden before anything looks at it.
  private Answer answer(Call call) {
    var question = call.query("q");
    if (question.isEmpty()) return Answer.invalid("q: ask something");
    var reply = knowledge.ask(masker.mask(question.get()).text());
    var results = new JsonArray();
    reply.hits().stream()
        .filter(hit -> ArticleCalls.mayRead(call.caller(), hit.article()))
        .forEach(hit -> results.add(json(hit)));
    var confidence = results.isEmpty() ? 0 : reply.confidence();
    return Answer.ok(new JsonObject().put("confidence", confidence).put("results", results));
  }

  private static JsonObject json(Hit hit) {
    return new JsonObject()
        .put("id", hit.article().id().value())
        .put("title", hit.article().content().title())
        .put("score", hit.score())
        .put("excerpt", hit.excerpt());
  }
}
