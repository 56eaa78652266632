package org.apricotdesk.bot.understanding;

import static org.apricotdesk.desk.target.Impact.DEPARTMENT;
import static org.apricotdesk.desk.target.Impact.HOSPITAL;
import static org.apricotdesk.desk.target.Impact.INDIVIDUAL;
import static org.apricotdesk.desk.target.Impact.MULTI_DEPT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.target.Impact;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Urgency;

/// How pressing a report is: impact × urgency with the modifiers, read from text and category only.
///
/// Shouting counts for nothing; rights and routes never follow from what a text demands.
final class Pressure {
  private static final Set<String> SHARED_BY_DEPARTMENT =
      Set.of(
          "pacs.image.device",
          "data.platform.interface",
          "network.core.outage",
          "lis.instrument.interface");
  private static final Set<String> SHARED_BY_ALL =
      Set.of(
          "facility.server.app",
          "facility.server.db",
          "facility.room.env",
          "network.core.interlink");

  private final String text;
  private final Words cues = Words.cues();
  private final List<Evidence> evidence = new ArrayList<>();

  private Pressure(String text) {
    this.text = text;
  }

  record Reading(Impact impact, Urgency urgency, Priority priority, List<Evidence> evidence) {}

  static Reading of(String text, Kind kind, Category category, boolean criticalPlace) {
    return new Pressure(text).read(kind, category, criticalPlace);
  }

  private Reading read(Kind kind, Category category, boolean criticalPlace) {
    var code = category.code().value();
    var said = impact(code);
    var urgency = urgency(kind, category);
    if (kind == Kind.SUGGESTION || code.startsWith("other.redirect")) {
      return new Reading(said, Urgency.LOW, Priority.P4, evidence);
    }
    var raised = criticalPlace && urgency != Urgency.LOW && said.compareTo(MULTI_DEPT) < 0;
    var impact = raised ? wider(said) : said;
    var priority = matrix(impact, urgency);
    if (says("safety", Evidence.Aspect.PRIORITY) && (!raised || said != INDIVIDUAL)) {
      priority = up(priority, Priority.P1);
    }
    priority = security(code, priority);
    if (says("deadline", Evidence.Aspect.PRIORITY)) {
      priority = up(priority, Priority.P2);
    }
    return new Reading(impact, urgency, priority, evidence);
  }

  private Impact impact(String code) {
    if (says("single", Evidence.Aspect.IMPACT)) {
      return INDIVIDUAL;
    }
    if (SHARED_BY_ALL.contains(code) || says("hospital", Evidence.Aspect.IMPACT) || campusWide()) {
      return HOSPITAL;
    }
    if (says("multi", Evidence.Aspect.IMPACT) || severalFloors()) {
      return MULTI_DEPT;
    }
    var shared = SHARED_BY_DEPARTMENT.contains(code) && !cues.any(text, "workaround");
    return shared || says("department", Evidence.Aspect.IMPACT) ? DEPARTMENT : INDIVIDUAL;
  }

  /// `东院收费四个窗口医保全红`: every window of a campus is the campus.
  private boolean campusWide() {
    var campus = text.contains("东院") || text.contains("东城") || text.contains("滨江");
    return campus && text.contains("窗口") && (text.contains("都") || text.contains("全"));
  }

  /// `8到12楼`, `9-12层`: a span of floors.
  private boolean severalFloors() {
    var place = Place.in(text).orElse("");
    var floors = text.matches("(?s).*\\d{1,2}(到|至|-|~)\\d{1,2}(楼|层).*");
    return floors || (place.contains("到") && (place.endsWith("楼") || place.endsWith("层")));
  }

  private Urgency urgency(Kind kind, Category category) {
    var base =
        switch (category.defaultPriority()) {
          case P1, P2 -> Urgency.HIGH;
          case P3 -> Urgency.MEDIUM;
          case P4 -> blockedRequest(kind, category) ? Urgency.MEDIUM : Urgency.LOW;
        };
    if (says("high", Evidence.Aspect.URGENCY)) {
      return Urgency.HIGH;
    }
    if (says("low", Evidence.Aspect.URGENCY)) {
      return Urgency.LOW;
    }
    if (base == Urgency.HIGH && says("workaround", Evidence.Aspect.URGENCY)) {
      return Urgency.MEDIUM;
    }
    return base;
  }

  /// Standard work that somebody reports as a fault is in the way of theirs.
  private static boolean blockedRequest(Kind kind, Category category) {
    return kind == Kind.FAULT
        && category.request()
        && !category.code().value().startsWith("training")
        && !category.code().value().startsWith("printer");
  }

  private Priority security(String code, Priority priority) {
    return switch (code) {
      case "security.endpoint.malware" ->
          says("ransom", Evidence.Aspect.PRIORITY) ? Priority.P1 : atLeast(priority, Priority.P2);
      case "security.threat.leak" ->
          says("internal", Evidence.Aspect.PRIORITY) ? Priority.P2 : Priority.P1;
      case "security.threat.phishing" ->
          says("clicked", Evidence.Aspect.PRIORITY) ? Priority.P2 : Priority.P3;
      default -> priority;
    };
  }

  private boolean says(String list, Evidence.Aspect aspect) {
    var words = cues.in(text, list);
    words.ifPresent(found -> evidence.add(new Evidence(aspect, found)));
    return words.isPresent();
  }

  private static Impact wider(Impact impact) {
    return impact == INDIVIDUAL ? DEPARTMENT : MULTI_DEPT;
  }

  private static Priority matrix(Impact impact, Urgency urgency) {
    var low =
        switch (impact) {
          case HOSPITAL -> Priority.P2;
          case MULTI_DEPT -> Priority.P3;
          case DEPARTMENT, INDIVIDUAL -> Priority.P4;
        };
    return switch (urgency) {
      case LOW -> low;
      case MEDIUM ->
          switch (impact) {
            case HOSPITAL -> Priority.P1;
            case MULTI_DEPT -> Priority.P2;
            case DEPARTMENT, INDIVIDUAL -> Priority.P3;
          };
      case HIGH ->
          switch (impact) {
            case HOSPITAL, MULTI_DEPT -> Priority.P1;
            case DEPARTMENT -> Priority.P2;
            case INDIVIDUAL -> Priority.P3;
          };
    };
  }

  private static Priority up(Priority priority, Priority highest) {
    var raised =
        switch (priority) {
          case P4 -> Priority.P3;
          case P3 -> Priority.P2;
          case P2, P1 -> Priority.P1;
        };
    return raised.above(highest) ? priority : raised;
  }

  private static Priority atLeast(Priority priority, Priority least) {
    return priority.above(least) ? priority : least;
  }
}
