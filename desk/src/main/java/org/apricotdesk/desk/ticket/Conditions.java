package org.apricotdesk.desk.ticket;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.staff.Scope;
import org.jspecify.annotations.Nullable;

/// The `WHERE` of a list of tickets: what the viewer may see, and what they look for. Values are
/// bound, never written into the text.
final class Conditions {
  private static final Set<Status> OPEN =
      Arrays.stream(Status.values()).filter(Status::isOpen).collect(Collectors.toSet());
  static final String IS_OPEN =
      "status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected')";

  private final List<String> parts = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  static Conditions of(Scope scope, TicketFilter filter) {
    var conditions = visible(scope, filter);
    filter.text().filter(text -> !text.isBlank()).ifPresent(conditions::search);
    return conditions;
  }

  /// The same for words that are known to match only these tickets.
  static Conditions of(Scope scope, TicketFilter filter, Long[] few) {
    return visible(scope, filter).and("number = ANY(?)", few);
  }

  /// What somebody looks for in a stretch of tickets, whoever may see them.
  static Conditions within(TicketFilter filter, long from, long before) {
    var conditions = new Conditions();
    conditions.add(filter);
    conditions.and("number >= ?", from).and("number < ?", before);
    filter.text().ifPresent(conditions::searchInOrder);
    return conditions;
  }

  private static Conditions visible(Scope scope, TicketFilter filter) {
    var conditions = new Conditions();
    var visible = scope.where(1);
    conditions.parts.add(visible.sql());
    conditions.values.addAll(visible.values());
    conditions.add(filter);
    return conditions;
  }

  private void add(TicketFilter filter) {
    if (!filter.statuses().isEmpty()) standing(filter.statuses());
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
    filter.due().ifPresent(due -> and("resolution_due_at < ?", utc(due)));
  }

  /// States are written out: the indexes of open work serve only whom the planner sees asking for
  /// nothing else.
  private void standing(Set<Status> statuses) {
    var codes = statuses.stream().sorted().map(status -> "'" + status.code() + "'");
    parts.add(
        statuses.equals(OPEN)
            ? IS_OPEN
            : "status IN (" + codes.collect(Collectors.joining(", ")) + ")");
  }

  /// What stands behind this place in [TicketStore#DUE_NOW] and number.
  void behind(QueuePlace place) {
    var due = bind(place.due().map(Conditions::utc).orElse(null));
    var number = bind(place.number().value());
    parts.add(
        "(%s, number) > (coalesce(%s::timestamptz, 'infinity'), %s)"
            .formatted(TicketStore.DUE_NOW, due, number));
  }

  /// By the number only where one was typed: an OR that can never hold costs the plan.
  private void search(String text) {
    var number = TicketNumber.parse(text).map(TicketNumber::value);
    var words = Words.query(text).orElse("");
    var matches = "words @@ " + bind(words) + "::text::tsquery";
    parts.add(number.map(n -> "(number = " + bind(n) + " OR " + matches + ")").orElse(matches));
  }

  /// Many match, so the newest are soon found by going back from the last; `IS TRUE` keeps the
  /// index of words out of it, which would fetch them all first.
  private void searchInOrder(String text) {
    parts.add("(words @@ " + bind(Words.query(text).orElse("")) + "::text::tsquery) IS TRUE");
  }

  Conditions and(String condition, Object value) {
    values.add(value);
    parts.add(condition.replace("?", "$" + values.size()));
    return this;
  }

  /// The numbers of the newest of these that somebody may see: for each reason to see one by the
  /// index that serves it, because all reasons in one condition are served by none.
  String newest(Scope scope, int limit) {
    var most = bind(limit);
    var ways = scope.ways(values.size() + 1);
    values.addAll(ways.values());
    return ways.sql().stream()
        .map(
            way ->
                "(SELECT number FROM desk.ticket WHERE %s AND %s ORDER BY number DESC LIMIT %s)"
                    .formatted(way, where(), most))
        .collect(Collectors.joining(" UNION "));
  }

  /// Binds one more value and says its `$n`.
  String bind(@Nullable Object value) {
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
