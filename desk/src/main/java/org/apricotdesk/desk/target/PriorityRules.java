package org.apricotdesk.desk.target;

import java.util.EnumSet;
import java.util.Set;

/// How pressing a report is: impact by urgency, then place, danger to patients, security and
/// authorities, in that order. Who asks never matters.
public final class PriorityRules {
  private PriorityRules() {}

  /// What moved the priority away from the plain matrix.
  public enum Reason {
    CRITICAL_PLACE,
    SAFETY,
    SECURITY,
    DEADLINE
  }

  /// @param impact after the place was taken into account
  public record Judgement(Priority priority, Impact impact, Urgency urgency, Set<Reason> reasons) {
    public Judgement {
      reasons = Set.copyOf(reasons);
    }
  }

  public static Judgement judge(Circumstances facts) {
    var reasons = EnumSet.noneOf(Reason.class);
    var impact = facts.impact();
    if (facts.criticalPlace() && facts.urgency() != Urgency.LOW && raised(impact) != impact) {
      impact = raised(impact);
      reasons.add(Reason.CRITICAL_PLACE);
    }
    var priority = matrix(impact, facts.urgency());
    if (facts.safety() && safetyCounts(facts, reasons) && priority != Priority.P1) {
      priority = higher(priority);
      reasons.add(Reason.SAFETY);
    }
    if (facts.threat().isPresent()) {
      var least = facts.threat().get().raise(priority);
      if (least != priority) reasons.add(Reason.SECURITY);
      priority = least;
    }
    if (facts.deadlineToday() && Priority.P2.above(priority)) {
      priority = higher(priority);
      reasons.add(Reason.DEADLINE);
    }
    return new Judgement(priority, impact, facts.urgency(), reasons);
  }

  /// The urgency a category has when nothing is said about it.
  public static Urgency usual(Priority ofCategory) {
    return switch (ofCategory) {
      case P1, P2 -> Urgency.HIGH;
      case P3 -> Urgency.MEDIUM;
      case P4 -> Urgency.LOW;
    };
  }

  public static Priority matrix(Impact impact, Urgency urgency) {
    return switch (impact) {
      case HOSPITAL -> pick(urgency, Priority.P1, Priority.P1, Priority.P2);
      case MULTI_DEPT -> pick(urgency, Priority.P1, Priority.P2, Priority.P3);
      case DEPARTMENT -> pick(urgency, Priority.P2, Priority.P3, Priority.P4);
      case INDIVIDUAL -> pick(urgency, Priority.P3, Priority.P3, Priority.P4);
    };
  }

  /// Danger that already raised the impact through the place counts again only for a department.
  private static boolean safetyCounts(Circumstances facts, Set<Reason> reasons) {
    return !reasons.contains(Reason.CRITICAL_PLACE)
        || facts.impact().compareTo(Impact.DEPARTMENT) >= 0;
  }

  private static Priority pick(Urgency urgency, Priority high, Priority medium, Priority low) {
    return switch (urgency) {
      case HIGH -> high;
      case MEDIUM -> medium;
      case LOW -> low;
    };
  }

  private static Impact raised(Impact impact) {
    return switch (impact) {
      case INDIVIDUAL -> Impact.DEPARTMENT;
      case DEPARTMENT -> Impact.MULTI_DEPT;
      case MULTI_DEPT, HOSPITAL -> impact;
    };
  }

  private static Priority higher(Priority priority) {
    return switch (priority) {
      case P1, P2 -> Priority.P1;
      case P3 -> Priority.P2;
      case P4 -> Priority.P3;
    };
  }
}
