package org.apricotdesk.desk.suggestion;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.api.ApiPart;
import org.apricotdesk.desk.api.Call;
import org.apricotdesk.desk.api.Cursor;
import org.apricotdesk.desk.api.InvalidCall;
import org.apricotdesk.desk.api.Operations;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.web.Rule;
import org.jspecify.annotations.Nullable;

/// Suggestions for programs; the list is as public as on the pages.
public final class SuggestionCalls implements ApiPart {
  private final Suggestions suggestions;

  public SuggestionCalls(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  @Override
  public String contract() {
    return "suggestions.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations
        .read("listSuggestions", "suggestions", Rule.signedIn(), this::list)
        .read("showSuggestion", "suggestion {number}", Rule.signedIn(), this::show);
  }

  private org.apricotdesk.desk.api.Answer list(Call call) {
    var limit = call.limit();
    var before = call.cursor().map(number -> new SuggestionNumber(Long.parseLong(number)));
    var found = suggestions.list(stages(call), before, limit + 1);
    return org.apricotdesk.desk.api.Answer.ok(
        Cursor.page(found, limit, SuggestionCalls::json, one -> "" + one.number().value()));
  }

  private static Set<Stage> stages(Call call) {
    try {
      return call.query("stage").map(Stage::of).map(Set::of).orElse(Set.of());
    } catch (IllegalArgumentException _) {
      throw new InvalidCall("unknown stage");
    }
  }

  private org.apricotdesk.desk.api.Answer show(Call call) {
    var number = new SuggestionNumber(Long.parseLong(call.path("number")));
    return suggestions
        .find(number)
        .map(this::whole)
        .map(org.apricotdesk.desk.api.Answer::ok)
        .orElseGet(org.apricotdesk.desk.api.Answer::notFound);
  }

  private JsonObject whole(Suggestion suggestion) {
    var events = new JsonArray();
    for (var event : suggestions.history(suggestion.number()))
      events.add(
          event
              .facts()
              .put("seq", event.sequence())
              .put("type", event.what().type())
              .put("at", event.at().toString())
              .put("by", event.by().value()));
    return json(suggestion).put("events", events);
  }

  private static JsonObject json(Suggestion one) {
    return new JsonObject()
        .put("number", one.number().value())
        .put("stage", one.stage().code())
        .put("title", one.title())
        .put("text", one.text())
        .put("proposer", one.proposer().value())
        .put("department", text(one.department()))
        .put("campus", one.campus().value())
        .put("origin", one.origin().name().toLowerCase(Locale.ROOT))
        .put("submittedAt", one.submitted().toString())
        .put("supporters", one.supporters().size())
        .put("mergedInto", one.into().map(SuggestionNumber::value).orElse(null))
        .put("layer", one.layer().map(Layer::code).orElse(null))
        .put("team", text(one.team()))
        .put("owner", text(one.owner()))
        .put("plannedEnd", text(one.plannedEnd()))
        .put("score", one.rubric().map(Rubric::score).orElse(null))
        .put("feasibility", one.feasibility().orElse(null))
        .put("baseline", one.baseline().map(Facts::of).orElse(null))
        .put("measured", one.measured().orElse(null))
        .put("gain", one.gain().orElse(null));
  }

  private static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }
}
