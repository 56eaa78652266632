package org.apricotdesk.desk.brief;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import org.apricotdesk.desk.api.Answer;
import org.apricotdesk.desk.api.ApiPart;
import org.apricotdesk.desk.api.Call;
import org.apricotdesk.desk.api.Cursor;
import org.apricotdesk.desk.api.InvalidCall;
import org.apricotdesk.desk.api.Operations;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Rule;

/// Published briefs for programs.
public final class BriefCalls implements ApiPart {
  private static final Rule STAFF = Rule.anyOf(Role.values());

  private final Briefs briefs;

  public BriefCalls(Briefs briefs) {
    this.briefs = briefs;
  }

  @Override
  public String contract() {
    return "briefs.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations
        .read("listBriefs", "briefs", STAFF, this::list)
        .read("showBrief", "brief {issue}", STAFF, this::show);
  }

  private Answer list(Call call) {
    var limit = call.limit();
    var before = call.cursor().map(BriefCalls::number).orElse(Integer.MAX_VALUE);
    var all = ReaderPages.readsAll(call.caller());
    var found = briefs.published(call.caller(), all, before, limit + 1);
    return Answer.ok(
        Cursor.page(found, limit, BriefCalls::json, brief -> String.valueOf(issue(brief))));
  }

  private static int number(String cursor) {
    return ReaderPages.number(cursor).orElseThrow(() -> new InvalidCall("cursor is no issue"));
  }

  private Answer show(Call call) {
    var reader = call.caller();
    return ReaderPages.number(call.path("issue"))
        .flatMap(briefs::issue)
        .filter(brief -> ReaderPages.readsAll(reader) || brief.audience().covers(reader))
        .map(brief -> Answer.ok(json(brief).put("body", brief.body())))
        .orElseGet(Answer::notFound);
  }

  private static int issue(Brief brief) {
    return brief.published().orElseThrow().issue();
  }

  private static JsonObject json(Brief brief) {
    var departments = brief.audience().departments().stream().map(DepartmentId::value).toList();
    var numbers = new JsonArray();
    brief.facts().numbers().stream()
        .filter(n -> !n.isSmall())
        .map(BriefCalls::json)
        .forEach(numbers::add);
    return new JsonObject()
        .put("issue", issue(brief))
        .put("kind", brief.kind().code())
        .put("title", brief.title())
        .put("from", brief.days().first().toString())
        .put("to", brief.days().last().toString())
        .put("publishedAt", brief.published().orElseThrow().at().toString())
        .put("asOf", brief.facts().asOf().toString())
        .put("departments", new JsonArray(departments))
        .put("numbers", numbers);
  }

  private static JsonObject json(Facts.Told number) {
    return new JsonObject()
        .put("code", number.indicator().code())
        .put("value", number.value().orElse(null))
        .put("unit", number.indicator().unit().code())
        .put("target", number.indicator().aim().<BigDecimal>map(aim -> aim.target()).orElse(null))
        .put("before", number.toldBefore().orElse(null));
  }
}
