package org.apricotdesk.deploy.bench.month;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.round.Answer;
import org.apricotdesk.desk.round.Found;
import org.apricotdesk.desk.round.Kind;
import org.apricotdesk.desk.round.Rounds;
import org.apricotdesk.desk.round.Visit;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;

/// On-site rounds: each engineer writes down what they find, closes the notebook, and a lead says
/// that the visit took place.
final class Visits {
  private static final PersonId LEAD = new PersonId("chenyuhang");
  private static final PersonId DEPUTY = new PersonId("linmeihua");
  private static final List<Found> FINDINGS =
      List.of(
          new Found(Kind.FAULT, "治疗室打印机走纸歪", Optional.empty(), false),
          new Found(Kind.FAULT, "护士站扫码枪接触不良，已重新插好", Optional.empty(), true),
          new Found(Kind.WISH, "希望床位图可以按管床医生筛选", Optional.empty(), false),
          new Found(Kind.TRAINING, "新护士不会用移动护理扫码核对", Optional.empty(), false),
          new Found(Kind.PRAISE, "夸上周换的打印机好用", Optional.empty(), false));

  private final People people;

  Visits(People people) {
    this.people = people;
  }

  /// The visits of a day, as far as they are planned by then.
  void plan(LocalDate day) {
    var morning = day.atTime(7, 30).atZone(World.ZONE).toInstant();
    people.timetable().at(morning, () -> rounds().between(day, day).forEach(this::visit));
  }

  private void visit(Visit visit) {
    for (var i = people.chance().below(3); i > 0; i--)
      people.after(
          people.chance().minutes(40, 400),
          () ->
              did(
                  rounds()
                      .find(who(visit.engineer()), visit.number(), people.chance().of(FINDINGS))));
    people.after(
        people.chance().minutes(420, 540),
        () -> did(rounds().close(who(visit.engineer()), visit.number(), true, "见了护士长，下周再来")));
    people.after(
        people.chance().minutes(560, 900),
        () -> did(rounds().confirm(confirmer(visit), visit.number())));
  }

  private Person confirmer(Visit visit) {
    return who(visit.engineer().equals(LEAD) ? DEPUTY : LEAD);
  }

  private static void did(Answer answer) {
    if (answer instanceof Answer.Refused(var why))
      throw new IllegalStateException("a round: " + why);
  }

  private Person who(PersonId id) {
    return people.world().desk().people().find(id).orElseThrow();
  }

  private Rounds rounds() {
    return people.world().desk().rounds();
  }
}
