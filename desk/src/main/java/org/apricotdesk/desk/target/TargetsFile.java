package org.apricotdesk.desk.target;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apricotdesk.desk.staff.ImportReport.Problem;
import org.apricotdesk.desk.target.Targets.Goal;
import org.apricotdesk.desk.target.Targets.Special;

/// Targets as JSON, in minutes:
/// `{"goals":{"P1":{"response":5,"handsOn":10,"update":15,"restore":60},…},
/// "special":[{"category":"his","place":"critical","priority":"P2","response":5,"restore":120}],
/// "requests":{"account.lifecycle.onboard":480,…}}`. Without `requests` those that are built in
/// count.
public final class TargetsFile {
  private static final Set<String> GOAL = Set.of("response", "handsOn", "update", "restore");
  private static final int LONGEST = 60 * 24 * 60;

  private final List<Problem> problems = new ArrayList<>();

  private TargetsFile() {}

  /// What was read, or what is wrong with it.
  ///
  /// @param targets there if there is no problem
  public record Read(Optional<Targets> targets, List<Problem> problems) {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  public static Read read(String text, int version) {
    try {
      return new TargetsFile().read(new JsonObject(text), version);
    } catch (DecodeException | ClassCastException wrong) {
      return new Read(Optional.empty(), List.of(new Problem("file", "not-targets")));
    }
  }

  private Read read(JsonObject file, int version) {
    known(file, "file", Set.of("goals", "special", "requests"));
    var goals = new EnumMap<Priority, Goal>(Priority.class);
    var named = file.getJsonObject("goals", new JsonObject());
    for (var priority : Priority.values())
      Optional.ofNullable(named.getJsonObject(priority.name()))
          .flatMap(goal -> goal(goal, "goals." + priority, GOAL))
          .ifPresentOrElse(goal -> goals.put(priority, goal), () -> missing(priority));
    var special = special(file.getJsonArray("special", new JsonArray()));
    var requests =
        Optional.ofNullable(file.getJsonObject("requests"))
            .map(this::requests)
            .orElseGet(Targets.STANDARD::requests);
    return problems.isEmpty()
        ? new Read(Optional.of(new Targets(version, goals, special, requests)), List.of())
        : new Read(Optional.empty(), problems);
  }

  private void missing(Priority priority) {
    var where = "goals." + priority;
    if (problems.stream().noneMatch(one -> one.where().equals(where)))
      problems.add(new Problem(where, "missing"));
  }

  private List<Special> special(JsonArray lines) {
    var special = new ArrayList<Special>();
    for (var i = 0; i < lines.size(); i++) {
      var where = "special[" + i + "]";
      var line = lines.getJsonObject(i);
      var names = Stream.concat(GOAL.stream(), Stream.of("category", "place", "priority")).toList();
      var priority = priority(line.getString("priority", ""), where);
      goal(line, where, Set.copyOf(names))
          .ifPresent(
              goal ->
                  priority.ifPresent(
                      p ->
                          special.add(
                              new Special(
                                  line.getString("category", ""),
                                  line.getString("place", ""),
                                  p,
                                  goal))));
    }
    return special;
  }

  private Map<String, Duration> requests(JsonObject lines) {
    var requests = new HashMap<String, Duration>();
    for (var code : lines.fieldNames())
      minutes(lines, code, "requests." + code).ifPresent(within -> requests.put(code, within));
    return requests;
  }

  private Optional<Priority> priority(String name, String where) {
    for (var one : Priority.values()) if (one.name().equals(name)) return Optional.of(one);
    problems.add(new Problem(where, "no-priority", name));
    return Optional.empty();
  }

  private Optional<Goal> goal(JsonObject goal, String where, Set<String> names) {
    known(goal, where, names);
    var response = minutes(goal, "response", where);
    var restore = minutes(goal, "restore", where);
    var handsOn = minutes(goal, "handsOn", where);
    var update = minutes(goal, "update", where);
    if (response.isEmpty() || restore.isEmpty() || restore.get().compareTo(response.get()) < 0) {
      problems.add(new Problem(where, "goal"));
      return Optional.empty();
    }
    return Optional.of(new Goal(response.get(), handsOn, update, restore.get()));
  }

  private Optional<Duration> minutes(JsonObject goal, String name, String where) {
    var value = goal.getValue(name);
    if (value == null) return Optional.empty();
    if (value instanceof Integer minutes && minutes > 0 && minutes <= LONGEST)
      return Optional.of(Duration.ofMinutes(minutes));
    problems.add(new Problem(where, "minutes", name, value));
    return Optional.empty();
  }

  private void known(JsonObject object, String where, Set<String> names) {
    for (var name : object.fieldNames())
      if (!names.contains(name)) problems.add(new Problem(where, "field", name));
  }

  public static JsonObject write(Targets targets) {
    var goals = new JsonObject();
    for (var priority : Priority.values())
      goals.put(priority.name(), write(targets.goal(priority)));
    var special = new JsonArray();
    for (var one : targets.special())
      special.add(
          write(one.goal())
              .put("category", one.category())
              .put("place", one.place())
              .put("priority", one.priority().name()));
    var requests = new JsonObject();
    new TreeMap<>(targets.requests())
        .forEach((code, within) -> requests.put(code, (int) within.toMinutes()));
    return new JsonObject().put("goals", goals).put("special", special).put("requests", requests);
  }

  private static JsonObject write(Goal goal) {
    var object =
        new JsonObject()
            .put("response", (int) goal.response().toMinutes())
            .put("restore", (int) goal.restore().toMinutes());
    goal.handsOn().ifPresent(time -> object.put("handsOn", (int) time.toMinutes()));
    goal.update().ifPresent(time -> object.put("update", (int) time.toMinutes()));
    return object;
  }
}
