package org.apricotdesk.deploy.bench.month;

import java.util.List;
import java.util.Set;

/// A ticket's life, told by its raw events alone.
final class Life {
  private static final Set<String> OVER = Set.of("closed", "cancelled", "redirected", "merged");
  private static final Set<String> DONE = Set.of("resolved", "closed");

  final boolean request;
  final boolean asked;
  final long created;
  final Counted answer;
  final Counted repair;
  String priority;
  String category;
  String state = "new";
  String cancelledFor = "";
  long answered = -1;
  long resolved = -1;
  long firstResolved = -1;
  boolean noReply;
  boolean reopened;
  boolean waited;
  int hands;
  int score = -1;
  long rated = -1;
  private final Rulebook rules;
  private final String department;
  private long now;

  private Life(World.Happening first, Rulebook rules) {
    var made = first.payload();
    this.rules = rules;
    created = first.at().getEpochSecond();
    now = created;
    request = made.getString("kind").equals("request");
    asked = !Set.of("round", "monitor").contains(made.getString("source"));
    priority = made.getString("priority");
    category = made.getString("category", "");
    department = made.getJsonObject("place").getString("department", "");
    answer = new Counted(rules.hours(), terms(), true);
    repair = new Counted(rules.hours(), terms(), false);
  }

  /// @param until how far to count what is still open
  static Life of(List<World.Happening> events, Rulebook rules, long until) {
    var life = new Life(events.getFirst(), rules);
    events.forEach(life::take);
    if (!life.isOver() && !DONE.contains(life.state) && until > life.now) life.passTo(until);
    return life;
  }

  private Terms terms() {
    return rules.terms(priority, category, department, request);
  }

  private void take(World.Happening event) {
    passTo(event.at().getEpochSecond());
    var facts = event.payload();
    switch (event.type()) {
      case "claimed" -> {
        hands++;
        answer();
      }
      case "accepted" -> answer();
      case "assigned" -> hands++;
      case "transferred" -> hands += facts.getString("to", "").isEmpty() ? 0 : 1;
      case "noted" -> {
        if (facts.getBoolean("answers")) answer();
      }
      case "redirected" -> {
        if (isPerson(event.actor())) answer();
      }
      case "paused" -> waited |= !facts.getString("kind").matches("scheduled|pending_approval");
      case "resolved", "auto_resolved" -> resolved(event.type().equals("auto_resolved"));
      case "reopened" -> reopened = true;
      case "cancelled" -> cancelledFor = facts.getString("reason");
      case "rated" -> {
        var counts = !facts.getBoolean("uncounted", false);
        score = counts ? facts.getInteger("score") : -1;
        rated = counts ? now : -1;
      }
      case "priority_changed" -> priority = facts.getString("to");
      case "category_changed" -> category = facts.getString("to");
      default -> {} // moves nothing that is counted
    }
    if (event.type().matches("priority_changed|category_changed")) {
      if (answered < 0) answer.change(terms(), now);
      repair.change(terms(), now);
    }
    enter(facts.getString("after"));
  }

  private static boolean isPerson(String actor) {
    return !actor.equals("system") && !actor.contains(":");
  }

  private void enter(String next) {
    var waitsNoMore = next.matches("new|assigned|in_progress");
    if (state.equals("pending_approval") && waitsNoMore) repair.restart();
    if (DONE.contains(next)) answer();
    state = next;
  }

  private void answer() {
    if (answered < 0) answered = now;
  }

  private void resolved(boolean silent) {
    resolved = now;
    noReply = silent;
    if (firstResolved < 0) firstResolved = now;
  }

  private void passTo(long then) {
    if (answered < 0) answer.pass(state, now, then);
    repair.pass(state, now, then);
    now = then;
  }

  boolean isTest() {
    return state.equals("cancelled") && cancelledFor.equals("test");
  }

  boolean isOver() {
    return OVER.contains(state);
  }

  boolean isMerged() {
    return state.equals("merged");
  }

  boolean isSolved() {
    return DONE.contains(state);
  }

  boolean isOpen() {
    return !isOver() && !isSolved();
  }

  /// When it was decided whether the answer came in time; negative while that is open.
  long answerSettled() {
    return answer.late() ? answer.ranOut() : answered;
  }

  /// The same of the repair.
  long repairSettled() {
    if (repair.late()) return repair.ranOut();
    return isSolved() ? resolved : -1;
  }
}
