package org.apricotdesk.deploy.bench.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.apricotdesk.desk.incident.Area;
import org.apricotdesk.desk.maintenance.Answer;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.maintenance.Plan;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;

/// The archive of pictures is enlarged on the last evening: announced in time, and over twenty
/// minutes late.
final class Upgrade {
  private static final PersonId LEAD = new PersonId("jiangbowen");
  private static final PersonId DIRECTOR = new PersonId("shenguangyuan");
  private static final Duration LASTS = Duration.ofHours(1);
  private static final Duration LATE = Duration.ofMinutes(20);

  private final People people;
  private final Instant asked;
  private final Instant begin;

  /// @param first a day on which somebody may ask for it
  /// @param last the day of the work
  Upgrade(People people, LocalDate first, LocalDate last) {
    this.people = people;
    asked = first.atTime(10, 0).atZone(World.ZONE).toInstant();
    begin = last.atTime(22, 0).atZone(World.ZONE).toInstant();
  }

  void plan() {
    people.timetable().at(asked, this::ask);
  }

  private void ask() {
    var plan =
        new Plan("影像归档扩容", Set.of("pacs"), Area.hospital(), begin, begin.plus(LASTS), "急诊影像先看设备本机");
    var number = done(maintenance().request(who(LEAD), plan));
    people.after(Duration.ofMinutes(30), () -> done(maintenance().approve(who(DIRECTOR), number)));
    people
        .timetable()
        .at(begin.plus(LASTS).plus(LATE), () -> done(maintenance().end(who(LEAD), number)));
  }

  private static long done(Answer answer) {
    return switch (answer) {
      case Answer.Done(var work) -> work.number();
      case Answer.Refused(var why) -> throw new IllegalStateException("an upgrade: " + why);
    };
  }

  private Person who(PersonId id) {
    return people.world().desk().people().find(id).orElseThrow();
  }

  private Maintenance maintenance() {
    return people.world().desk().maintenance();
  }
}
