package org.apricotdesk.desk.ledger;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.api.Answer;
import org.apricotdesk.desk.api.ApiPart;
import org.apricotdesk.desk.api.Call;
import org.apricotdesk.desk.api.Cursor;
import org.apricotdesk.desk.api.InvalidCall;
import org.apricotdesk.desk.api.Operations;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.ledger.Ledger.Wanted;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Rule;

/// The ledger for programs that know such facts, such as that of the quality office.
public final class LedgerCalls implements ApiPart {
  private static final Rule READERS =
      Rule.anyOf(Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.AUDITOR);
  private static final Rule KEEPERS =
      Rule.anyOf(Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);

  private final SqlClient sql;
  private final Audit audit;
  private final Masker masker;

  public LedgerCalls(SqlClient sql, People people, Audit audit) {
    this.sql = sql;
    this.audit = audit;
    this.masker = new Masker(people::isStaffName);
  }

  @Override
  public String contract() {
    return "ledger.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations
        .read("listLedger", "ledger", READERS, this::list)
        .write("enterLedger", KEEPERS, this::enter);
  }

  private Answer list(Call call) {
    var first = call.query("from").map(text -> Call.day("from", text)).orElse(Wanted.ALL.first());
    var end = call.query("to").map(text -> Call.day("to", text)).orElse(Wanted.ALL.end());
    var wanted = new Wanted(call.query("kind").orElse(""), first, end);
    var after = call.cursor().orElse(" ").split(" ", 2);
    if (after.length < 2) throw new InvalidCall("cursor is not one that this list has handed out");
    var found = new Ledger(sql).page(wanted, after[0], after[1], call.limit() + 1);
    return Answer.ok(
        Cursor.page(found, call.limit(), LedgerCalls::json, line -> line.kind() + " " + line.id()));
  }

  private Answer enter(SqlConnection tx, Call call) {
    var kind = Optional.ofNullable(Entry.KINDS.get(call.path("kind")));
    return kind.map(one -> enter(tx, call, one)).orElseGet(Answer::notFound);
  }

  private <E extends Entry> Answer enter(SqlConnection tx, Call call, Class<E> kind) {
    var body = call.body();
    var id = call.path("id");
    var ledger = new Ledger(tx);
    var before = ledger.find(kind, id);
    var title = masker.mask(body.getString("title").strip()).text();
    var line =
        new Line<>(
            id,
            Call.day("on", body.getString("on")),
            title,
            entry(kind, body.getJsonObject("entry")),
            body.getBoolean("struck", false));
    ledger.put(line);
    var detail =
        new JsonObject()
            .put("was", before.map(LedgerCalls::json).orElse(null))
            .put("is", json(line));
    var noun = "ledger." + line.kind();
    var what = noun + (before.isPresent() ? ".changed" : ".created");
    audit.record(tx, call.caller().id(), what, noun + " " + id, detail);
    return before.isPresent() ? Answer.ok(json(line)) : Answer.created(json(line));
  }

  /// The contract knows the fields of all kinds; which belong to this one is known here.
  private static <E extends Entry> E entry(Class<E> kind, JsonObject entry) {
    var components = List.of(kind.getRecordComponents());
    var names = components.stream().map(RecordComponent::getName).toList();
    for (var name : entry.fieldNames())
      if (!names.contains(name)) throw new InvalidCall("entry." + name + ": not of this kind");
    for (var component : components)
      if (component.getType() != Optional.class && entry.getValue(component.getName()) == null)
        throw new InvalidCall("entry." + component.getName() + " is missing");
    try {
      var read = Facts.read(entry, kind);
      if (read.fits()) return read;
    } catch (IllegalStateException _) {
      // a day that is none, or an unknown code
    }
    throw new InvalidCall("entry: these values do not fit");
  }

  private static JsonObject json(Line<?> line) {
    return new JsonObject()
        .put("kind", line.kind())
        .put("id", line.id())
        .put("on", line.on().toString())
        .put("title", line.title())
        .put("struck", line.struck())
        .put("entry", Facts.of(line.entry()));
  }
}
