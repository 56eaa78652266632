package org.apricotdesk.bot.understanding;

import static org.apricotdesk.desk.target.Impact.DEPARTMENT;
import static org.apricotdesk.desk.target.Impact.HOSPITAL;
import static org.apricotdesk.desk.target.Impact.INDIVIDUAL;
import static org.apricotdesk.desk.target.Impact.MULTI_DEPT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.target.Circumstances;
import org.apricotdesk.desk.target.Impact;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.PriorityRules;
import org.apricotdesk.desk.target.Threat;
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

  /// What a campus has once: named right after the campus, it means the whole of it.
  private static final List<String> SERVICES =
      List.of("医保", "his", "医生站", "电子病历", "收费全", "收费都", "挂号全", "挂号都");

  private final String text;
  private final Collection<String> campuses;
  private final Words cues = Words.cues();
  private final List<Evidence> evidence = new ArrayList<>();

  /// @param campuses what people call the campuses
  Pressure(String text, Collection<String> campuses) {
    this.text = text;
    this.campuses = campuses;
  }

  record Reading(Impact impact, Urgency urgency, Priority priority, List<Evidence> evidence) {}

  Reading read(Kind kind, Category category, boolean criticalPlace) {
    var code = category.code().value();
    var impact = impact(code);
    var urgency = stopped(impact, urgency(kind, category));
    if (kind == Kind.SUGGESTION || code.startsWith("other.redirect")) {
      return new Reading(impact, Urgency.LOW, Priority.P4, evidence);
    }
    var facts =
        new Circumstances(
            impact,
            urgency,
            criticalPlace,
            says("safety", Evidence.Aspect.PRIORITY),
            threat(code),
            says("deadline", Evidence.Aspect.PRIORITY));
    var judged = PriorityRules.judge(facts);
    return new Reading(judged.impact(), judged.urgency(), judged.priority(), evidence);
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

  /// `整个东院`, `东院访问本部很慢`, `东院医保全部失败`; and `东院收费四个窗口医保全红`: every window of
  /// a campus is it.
  private boolean campusWide() {
    var every = text.contains("都") || text.contains("全");
    var everyWindow = text.contains("窗口") && every;
    var everyService = every && cues.any(text, "down");
    return campuses.stream()
        .anyMatch(
            campus ->
                (everyWindow && text.contains(campus))
                    || (everyService
                        && SERVICES.stream().anyMatch(it -> text.contains(campus + it)))
                    || text.contains("整个" + campus)
                    || text.contains(campus + "所有")
                    || text.contains(campus + "访问"));
  }

  /// `8到12楼`, `9-12层`: a span of floors.
  private boolean severalFloors() {
    var place = Place.in(text).orElse("");
    var floors = text.matches("(?s).*\\d{1,2}(到|至|-|~)\\d{1,2}(楼|层).*");
    return floors || (place.contains("到") && (place.endsWith("楼") || place.endsWith("层")));
  }

  private Urgency urgency(Kind kind, Category category) {
    var base =
        blockedRequest(kind, category)
            ? Urgency.MEDIUM
            : PriorityRules.usual(category.defaultPriority());
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

  /// Where several departments cannot work at all, no other device helps them.
  private Urgency stopped(Impact impact, Urgency urgency) {
    var many = impact == MULTI_DEPT || impact == HOSPITAL;
    return many && urgency == Urgency.MEDIUM && says("down", Evidence.Aspect.URGENCY)
        ? Urgency.HIGH
        : urgency;
  }

  /// Standard work that somebody reports as a fault is in the way of theirs.
  private static boolean blockedRequest(Kind kind, Category category) {
    return kind == Kind.FAULT
        && category.request()
        && category.defaultPriority() == Priority.P4
        && !category.code().value().startsWith("training")
        && !category.code().value().startsWith("printer");
  }

  private Optional<Threat> threat(String code) {
    return switch (code) {
      case "security.endpoint.malware" ->
          Optional.of(says("ransom", Evidence.Aspect.PRIORITY) ? Threat.RANSOM : Threat.MALWARE);
      case "security.threat.leak" ->
          Optional.of(
              says("internal", Evidence.Aspect.PRIORITY) ? Threat.LEAK_INSIDE : Threat.LEAK);
      case "security.threat.phishing" ->
          Optional.of(
              says("clicked", Evidence.Aspect.PRIORITY)
                  ? Threat.PHISHING_TYPED
                  : Threat.PHISHING_RECEIVED);
      default -> Optional.empty();
    };
  }

  private boolean says(String list, Evidence.Aspect aspect) {
    var words = cues.in(text, list);
    words.ifPresent(found -> evidence.add(new Evidence(aspect, found)));
    return words.isPresent();
  }
}
