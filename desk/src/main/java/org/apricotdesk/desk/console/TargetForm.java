package org.apricotdesk.desk.console;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.console.TargetPage.Goal;
import org.apricotdesk.desk.console.TargetPage.Request;
import org.apricotdesk.desk.console.TargetPage.Special;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Targets;
import org.apricotdesk.desk.target.TargetsFile;

/// Targets as typed into the form of the console.
///
/// @param special the exceptions that are used
/// @param requests of every kind of request, and of what else was chosen
record TargetForm(List<Goal> goals, List<Special> special, List<Request> requests) {

  /// The targets as they are; of the requests those the catalogue has.
  static TargetForm of(Targets targets, Catalogue catalogue) {
    return new TargetForm(
        Arrays.stream(Priority.values()).map(one -> goal(one, targets.goal(one))).toList(),
        targets.special().stream().map(TargetForm::special).toList(),
        requests(targets.requests(), catalogue));
  }

  private static Special special(Targets.Special one) {
    var category = one.category().isEmpty() ? Special.EVERYTHING : one.category();
    return new Special(category, one.place(), goal(one.priority(), one.goal()));
  }

  private static Goal goal(Priority priority, Targets.Goal goal) {
    return new Goal(
        priority.name(),
        minutes(Optional.of(goal.response())),
        minutes(goal.handsOn()),
        minutes(goal.update()),
        minutes(Optional.of(goal.restore())));
  }

  private static List<Request> requests(Map<String, Duration> promised, Catalogue catalogue) {
    var codes = new LinkedHashSet<String>();
    catalogue.leaves().stream()
        .filter(Category::request)
        .forEach(leaf -> codes.add(leaf.code().value()));
    new TreeSet<>(promised.keySet()).stream().filter(catalogue::holds).forEach(codes::add);
    return codes.stream()
        .map(code -> new Request(code, minutes(Optional.ofNullable(promised.get(code)))))
        .toList();
  }

  private static String minutes(Optional<Duration> time) {
    return time.map(some -> "" + some.toMinutes()).orElse("");
  }

  static TargetForm of(MultiMap form) {
    return new TargetForm(
        Arrays.stream(Priority.values()).map(one -> goal(form, one)).toList(),
        rows(form, "category")
            .mapToObj(row -> special(form, row))
            .filter(one -> !one.isEmpty() && !one.category().equals(Special.DROPPED))
            .toList(),
        rows(form, "request")
            .mapToObj(row -> new Request(typed(form, "request", row), typed(form, "within", row)))
            .filter(one -> !one.equals(Request.EMPTY))
            .toList());
  }

  private static Goal goal(MultiMap form, Priority priority) {
    return new Goal(
        priority.name(),
        typed(form, "response" + priority, 0),
        typed(form, "handsOn" + priority, 0),
        typed(form, "update" + priority, 0),
        typed(form, "restore" + priority, 0));
  }

  private static Special special(MultiMap form, int row) {
    return new Special(
        typed(form, "category", row),
        typed(form, "place", row),
        new Goal(
            typed(form, "priority", row),
            typed(form, "response", row),
            typed(form, "handsOn", row),
            typed(form, "update", row),
            typed(form, "restore", row)));
  }

  private static IntStream rows(MultiMap form, String name) {
    return IntStream.range(0, form.getAll(name).size());
  }

  /// Rows send the same fields one after the other, each with something in it or not.
  private static String typed(MultiMap form, String name, int row) {
    var all = form.getAll(name);
    return row < all.size() ? all.get(row).strip() : "";
  }

  /// The exceptions with empty ones to fill in.
  List<Special> specialToFill(int empty) {
    return Stream.concat(special.stream(), Stream.generate(() -> Special.EMPTY).limit(empty))
        .toList();
  }

  /// The requests with an empty one to fill in.
  List<Request> requestsToFill() {
    return Stream.concat(requests.stream(), Stream.of(Request.EMPTY)).toList();
  }

  /// The exceptions for which a category is chosen.
  List<Special> named() {
    return special.stream().filter(one -> !one.category().isEmpty()).toList();
  }

  /// Whether minutes were typed for which no category is chosen.
  boolean isUnnamed() {
    return special.stream().anyMatch(one -> one.category().isEmpty())
        || requests.stream().anyMatch(one -> one.category().isEmpty());
  }

  /// The targets, or what is wrong with what was typed.
  TargetsFile.Read read(int version) {
    var named = new JsonObject();
    for (var goal : goals) named.put(goal.priority(), minutes(goal));
    var lines = new JsonArray(named().stream().map(TargetForm::line).toList());
    var file =
        new JsonObject().put("goals", named).put("special", lines).put("requests", fulfilments());
    return TargetsFile.read(file.encode(), version);
  }

  private JsonObject fulfilments() {
    var fulfilments = new JsonObject();
    for (var request : requests)
      if (!request.category().isEmpty()) put(fulfilments, request.category(), request.within());
    return fulfilments;
  }

  private static JsonObject line(Special one) {
    return minutes(one.goal())
        .put("category", one.category().equals(Special.EVERYTHING) ? "" : one.category())
        .put("place", one.place())
        .put("priority", one.goal().priority());
  }

  private static JsonObject minutes(Goal typed) {
    var goal = new JsonObject();
    put(goal, "response", typed.response());
    put(goal, "handsOn", typed.handsOn());
    put(goal, "update", typed.update());
    put(goal, "restore", typed.restore());
    return goal;
  }

  private static void put(JsonObject goal, String name, String typed) {
    if (!typed.isEmpty()) goal.put(name, number(typed));
  }

  /// What is no number is refused with the rest.
  private static Object number(String typed) {
    return typed.matches("\\d{1,6}") ? (Object) Integer.valueOf(typed) : typed;
  }
}
