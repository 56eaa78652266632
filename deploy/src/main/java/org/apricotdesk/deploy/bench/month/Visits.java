package org.apricotdesk.deploy.bench.month;

import java.time.LocalDate;
import java.util.List;
import org.apricotdesk.desk.round.Visit;

/// On-site rounds: each engineer writes into the notebook what they find, closes it, and a lead
/// says that the visit took place; all of it on the pages.
final class Visits {
  private static final String LEAD = "chenyuhang";
  private static final String DEPUTY = "linmeihua";

  private static final List<List<String>> FINDINGS =
      List.of(
          List.of("kind", "fault", "text", "治疗室打印机走纸歪"),
          List.of("kind", "fault", "text", "护士站扫码枪接触不良，已重新插好", "spot", "yes"),
          List.of("kind", "wish", "text", "希望床位图可以按管床医生筛选"),
          List.of("kind", "training", "text", "新护士不会用移动护理扫码核对"),
          List.of("kind", "praise", "text", "夸上周换的打印机好用"));

  private final People people;

  Visits(People people) {
    this.people = people;
  }

  /// The visits of a day, as far as they are planned by then.
  void plan(LocalDate day) {
    var morning = day.atTime(7, 30).atZone(World.ZONE).toInstant();
    var rounds = people.world().desk().rounds();
    people.timetable().at(morning, () -> rounds.between(day, day.plusDays(1)).forEach(this::visit));
  }

  private void visit(Visit visit) {
    var engineer = visit.engineer().value();
    for (var i = people.chance().below(3); i > 0; i--)
      people.after(
          people.chance().minutes(40, 400),
          () -> writes(engineer, visit, "find", people.chance().of(FINDINGS)));
    people.after(
        people.chance().minutes(420, 540),
        () -> writes(engineer, visit, "close", List.of("handover", "yes", "notes", "见了护士长，下周再来")));
    people.after(
        people.chance().minutes(560, 900),
        () -> writes(engineer.equals(LEAD) ? DEPUTY : LEAD, visit, "confirm", List.of()));
  }

  private void writes(String who, Visit visit, String action, List<String> form) {
    var notebook = "/rounds/" + visit.number();
    people.browser(who).sends(notebook, notebook + "/" + action, form);
  }
}
