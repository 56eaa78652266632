package org.apricotdesk.desk.console;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Targets;
import org.apricotdesk.desk.target.TargetsFile;

/// Targets as typed into the form of the console.
record TargetForm(List<TargetPage.Goal> goals, String special, String requests) {
  private static final String NONE = "-";
  private static final int WORDS = 7;

  /// @param known whether the catalogue has such a category
  static TargetForm of(Targets targets, Predicate<String> known) {
    return new TargetForm(
        Arrays.stream(Priority.values()).map(one -> goal(one, targets.goal(one))).toList(),
        targets.special().stream().map(TargetForm::line).collect(Collectors.joining("\n")),
        new TreeMap<>(targets.requests())
            .entrySet().stream()
                .filter(one -> known.test(one.getKey()))
                .map(one -> one.getKey() + " " + one.getValue().toMinutes())
                .collect(Collectors.joining("\n")));
  }

  private static TargetPage.Goal goal(Priority priority, Targets.Goal goal) {
    return new TargetPage.Goal(
        priority.name(),
        minutes(Optional.of(goal.response()), ""),
        minutes(goal.handsOn(), ""),
        minutes(goal.update(), ""),
        minutes(Optional.of(goal.restore()), ""));
  }

  private static String line(Targets.Special one) {
    return String.join(
        " ",
        one.category().isEmpty() ? NONE : one.category(),
        one.place().isEmpty() ? NONE : one.place(),
        one.priority().name(),
        minutes(Optional.of(one.goal().response()), NONE),
        minutes(one.goal().handsOn(), NONE),
        minutes(one.goal().update(), NONE),
        minutes(Optional.of(one.goal().restore()), NONE));
  }

  private static String minutes(Optional<Duration> time, String none) {
    return time.map(some -> "" + some.toMinutes()).orElse(none);
  }

  static TargetForm of(MultiMap form) {
    return new TargetForm(
        Arrays.stream(Priority.values())
            .map(
                one ->
                    new TargetPage.Goal(
                        one.name(),
                        typed(form, "response" + one),
                        typed(form, "handsOn" + one),
                        typed(form, "update" + one),
                        typed(form, "restore" + one)))
            .toList(),
        typed(form, "special"),
        typed(form, "requests"));
  }

  private static String typed(MultiMap form, String name) {
    return Optional.ofNullable(form.get(name)).orElse("").strip();
  }

  /// The targets, or what is wrong with what was typed.
  TargetsFile.Read read(int version) {
    var named = new JsonObject();
    for (var goal : goals)
      named.put(
          goal.priority(), minutes(goal.response(), goal.handsOn(), goal.update(), goal.restore()));
    var lines = new JsonArray(special.lines().filter(l -> !l.isBlank()).map(this::line).toList());
    var file =
        new JsonObject().put("goals", named).put("special", lines).put("requests", fulfilments());
    return TargetsFile.read(file.encode(), version);
  }

  private JsonObject fulfilments() {
    var fulfilments = new JsonObject();
    for (var line : requests.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      var words = line.split("\\s+", 2);
      fulfilments.put(words[0], number(words.length > 1 ? words[1] : ""));
    }
    return fulfilments;
  }

  private JsonObject line(String typed) {
    var words = typed.strip().split("\\s+", WORDS + 1);
    if (words.length != WORDS) return new JsonObject();
    return minutes(words[3], words[4], words[5], words[6])
        .put("category", words[0].equals(NONE) ? "" : words[0])
        .put("place", words[1].equals(NONE) ? "" : words[1])
        .put("priority", words[2]);
  }

  private static JsonObject minutes(
      String response, String handsOn, String update, String restore) {
    var goal = new JsonObject();
    put(goal, "response", response);
    put(goal, "handsOn", handsOn);
    put(goal, "update", update);
    put(goal, "restore", restore);
    return goal;
  }

  private static void put(JsonObject goal, String name, String typed) {
    if (!typed.isEmpty() && !typed.equals(NONE)) goal.put(name, number(typed));
  }

  /// What is no number is refused with the rest.
  private static Object number(String typed) {
    return typed.matches("\\d{1,6}") ? (Object) Integer.valueOf(typed) : typed;
  }
}
