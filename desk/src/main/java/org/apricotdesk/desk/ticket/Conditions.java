package org.apricotdesk.desk.ticket;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apricotdesk.desk.staff.Scope;

/// The `WHERE` of a list of tickets: what the viewer may see, and what they look for. Values are
/// bound, never written into the text.
final class Conditions {
  private final List<String> parts = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  static Conditions of(Scope scope, TicketFilter filter) {
    var conditions = new Conditions();
    var visible = scope.where(1);
    conditions.parts.add(visible.sql());
    conditions.values.addAll(visible.values());
    conditions.add(filter);
    return conditions;
  }

  private void add(TicketFilter filter) {
    if (!filter.statuses().isEmpty()) {
      var codes = filter.statuses().stream().map(Status::code).toArray(String[]::new);
      if (codes.length == 1) and("status = ?", codes[0]);
      else and("status = ANY(?)", codes);
    }
    if (!filter.priorities().isEmpty()) {
      var names = filter.priorities().stream().map(Enum::name).toArray(String[]::new);
      and("priority = ANY(?)", names);
    }
    filter.assignee().ifPresent(who -> and("assignee = ?", who.value()));
    filter.requester().ifPresent(who -> and("requester = ?", who.value()));
    filter.team().ifPresent(team -> and("team = ?", team.value()));
    filter.campus().ifPresent(campus -> and("campus = ?", campus.value()));
    filter.department().ifPresent(where -> and("department = ?", where.value()));
    filter.category().ifPresent(code -> and("category ^@ ?", code.value()));
    filter.from().ifPresent(from -> and("created_at >= ?", utc(from)));
    filter.to().ifPresent(to -> and("created_at < ?", utc(to)));
    filter.text().filter(text -> !text.isBlank()).ifPresent(this::search);
  }

  private void search(String text) {
    var number = TicketNumber.parse(text).map(TicketNumber::value).orElse(-1L);
    var words = Words.query(text).orElse("");
    values.add(number);
    values.add(words);
    var first = values.size() - 1;
    parts.add("(number = $%d OR words @@ $%d::text::tsquery)".formatted(first, first + 1));
  }

  Conditions and(String condition, Object value) {
    values.add(value);
    parts.add(condition.replace("?", "$" + values.size()));
    return this;
  }

  /// Binds one more value and says its `$n`.
  String bind(Object value) {
    values.add(value);
    return "$" + values.size();
  }

  String where() {
    return String.join(" AND ", parts);
  }

  Tuple values() {
    return Tuple.tuple(values);
  }

  private static Object utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
